//! Functions fit a screen: none has more than sixty lines.

use anyhow::{Context, Result};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::findings::Findings;
use crate::workspace::{files_ending, shown};

/// Lines of a function, from its name to the end of its body.
const LONGEST: usize = 60;

/// Measures the functions of all sources, tests included.
pub fn check(findings: &mut Findings) -> Result<()> {
    for file in files_ending(".rs")? {
        let source = std::fs::read_to_string(&file)?;
        let found = functions(&source).with_context(|| format!("{} cannot be cut into tokens", shown(&file)))?;
        for (name, line, length) in found.into_iter().filter(|(_, _, length)| *length > LONGEST) {
            let place = shown(&file);
            findings.wrong.push(format!("{place}:{line}: `{name}` has {length} lines, more than {LONGEST}; part it"));
        }
    }
    Ok(())
}

/// The functions of a source: name, line, and how many lines each has.
fn functions(source: &str) -> Result<Vec<(String, usize, usize)>> {
    let tokens: TokenStream = source.parse().map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut found = Vec::new();
    look(tokens, &mut found);
    Ok(found)
}

fn look(tokens: TokenStream, found: &mut Vec<(String, usize, usize)>) {
    let (mut is_named_next, mut open) = (false, None);
    for token in tokens {
        match token {
            TokenTree::Ident(word) if is_named_next => {
                open = Some((word.to_string(), word.span().start().line));
                is_named_next = false;
            }
            TokenTree::Ident(word) => is_named_next = word == "fn",
            // A function that a trait only asks for, and a pointer to one, have no body.
            TokenTree::Punct(mark) => {
                is_named_next = false;
                if mark.as_char() == ';' {
                    open = None;
                }
            }
            TokenTree::Group(group) => {
                is_named_next = false;
                if group.delimiter() == Delimiter::Brace
                    && let Some((name, line)) = open.take()
                {
                    found.push((name, line, group.span_close().end().line + 1 - line));
                }
                look(group.stream(), found);
            }
            TokenTree::Literal(_) => is_named_next = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_the_name_to_the_last_brace() {
        let source = "trait A { fn a(); }\nimpl A for B {\n    fn a() {\n        fn b() -> u8 {\n            1\n        }\n    }\n}";
        let found = functions(source).unwrap();
        assert_eq!(found, [("a".to_owned(), 3, 5), ("b".to_owned(), 4, 3)]);
    }

    #[test]
    fn a_pointer_to_a_function_is_none() {
        assert_eq!(functions("struct A { b: fn(u8) -> u8 }\nfn c() {}").unwrap(), [("c".to_owned(), 2, 1)]);
    }
}
