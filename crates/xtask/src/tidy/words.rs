//! Language lives in `lang/`: what reads texts holds no list of a language's words.
//!
//! A list is an array, a pattern, or a text of words alone that something is set to, with four or more words in it. Names of a format (elements of
//! HTML, columns of a database, fields of JSON) are no language; where they look like words, a comment above them says
//! `no words of a language: what they are`.

use std::path::Path;

use anyhow::{Context, Result};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Findings;
use crate::workspace::{files_ending, path, shown};

/// The crates that read texts.
const READING: [&str; 9] = [
    "sayso-text",
    "sayso-lang",
    "sayso-page",
    "sayso-read",
    "sayso-claims",
    "sayso-brief",
    "sayso-ledger",
    "sayso-model",
    "sayso-watch",
];

/// Words that make a list.
const LIST: usize = 4;

/// Says that what looks like words is none; it stands within so many lines above.
const EXCUSE: &str = "no words of a language:";
const NEAR: usize = 3;

/// Looks for lists of words in the sources of these crates, but not in their tests.
pub fn check(findings: &mut Findings) -> Result<()> {
    let folders: Vec<_> = READING.iter().map(|name| path("crates").join(name).join("src")).collect();
    for file in files_ending(".rs")? {
        if folders.iter().any(|folder| file.starts_with(folder)) && !is_test(&file) {
            let source = std::fs::read_to_string(&file)?;
            let found = lists(&source).with_context(|| format!("{} cannot be cut into tokens", shown(&file)))?;
            findings.wrong.extend(found.into_iter().map(|(line, list)| {
                let name = shown(&file);
                format!("{name}:{line}: a list of words ({list}); move it to lang/, or say above it `{EXCUSE} …`")
            }));
        }
    }
    Ok(())
}

fn is_test(file: &Path) -> bool {
    let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    name == "tests" || name == "test_process" || file.components().any(|part| part.as_os_str() == "tests")
}

/// The lines where lists begin, with their first words.
fn lists(source: &str) -> Result<Vec<(usize, String)>> {
    let tokens: TokenStream = source.parse().map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut found = Vec::new();
    look(tokens, &mut found);
    let lines: Vec<&str> = source.lines().collect();
    let excused = |line: usize| {
        let above = line.saturating_sub(NEAR + 1)..line.min(lines.len());
        lines[above].iter().any(|line| line.contains(EXCUSE))
    };
    found.retain(|(line, _)| !excused(*line));
    found.dedup_by_key(|(line, _)| *line);
    Ok(found)
}

/// Goes through tokens: texts that stand side by side with only `,` or `|` between them are a list.
fn look(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    let mut side_by_side: Vec<(usize, String)> = Vec::new();
    let (mut tests, mut set) = (false, false);
    for token in tokens {
        let sets = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '=');
        match token {
            TokenTree::Literal(literal) => {
                let line = literal.span().start().line;
                let Some(text) = text(&literal.to_string()) else {
                    set = false;
                    continue;
                };
                if set && words(&text).is_some_and(|words| words >= LIST) {
                    found.push((line, shortened(&text)));
                }
                side_by_side.push((line, text));
            }
            TokenTree::Punct(mark) if matches!(mark.as_char(), ',' | '|' | '&') => {}
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis && is_row(&group) => {
                side_by_side.extend(first_text(&group));
            }
            TokenTree::Group(group) => {
                end(&mut side_by_side, found);
                if !tests {
                    look(group.stream(), found);
                }
                tests = false;
            }
            TokenTree::Ident(name) => {
                end(&mut side_by_side, found);
                tests = name == "tests" || tests && name == "mod";
            }
            TokenTree::Punct(_) => end(&mut side_by_side, found),
        }
        set = sets;
    }
    end(&mut side_by_side, found);
}

fn end(side_by_side: &mut Vec<(usize, String)>, found: &mut Vec<(usize, String)>) {
    let natural: Vec<&(usize, String)> = side_by_side.iter().filter(|(_, text)| words(text).is_some()).collect();
    if natural.len() >= LIST {
        let shown: Vec<&str> = natural.iter().take(LIST).map(|(_, text)| text.as_str()).collect();
        found.push((side_by_side[0].0, shortened(&shown.join(", "))));
    }
    side_by_side.clear();
}

/// Whether parentheses are a row of a table: what begins with a text.
fn is_row(group: &Group) -> bool {
    first_text(group).is_some()
}

fn first_text(group: &Group) -> Option<(usize, String)> {
    match group.stream().into_iter().next()? {
        TokenTree::Literal(literal) => Some((literal.span().start().line, text(&literal.to_string())?)),
        _ => None,
    }
}

/// What a literal says, where it is a text.
fn text(literal: &str) -> Option<String> {
    literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(str::to_owned)
}

/// How many words a text has, where it has nothing but words in small letters, parted by blanks or bars.
fn words(text: &str) -> Option<usize> {
    let parts: Vec<&str> = text.split([' ', '|']).filter(|part| !part.is_empty() && *part != "\\\n").collect();
    let is_word = |part: &&str| part.chars().all(|letter| letter.is_lowercase() || matches!(letter, '\'' | '’' | '-'));
    let long = parts.iter().any(|part| part.chars().count() > 1);
    (long && parts.iter().all(is_word)).then_some(parts.len())
}

fn shortened(list: &str) -> String {
    list.chars().take(48).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> usize {
        lists(source).unwrap().len()
    }

    #[test]
    fn arrays_patterns_tables_and_texts_of_words() {
        assert_eq!(found(r#"const A: [&str; 4] = ["said", "told", "asked", "denied"];"#), 1);
        assert_eq!(found(r#"fn f(w: &str) -> bool { matches!(w, "said" | "told" | "asked" | "denied") }"#), 1);
        assert_eq!(found(r#"const A: &[(&str, u8)] = &[("one", 1), ("two", 2), ("three", 3), ("four", 4)];"#), 1);
        assert_eq!(found(r#"const A: &str = "said told asked denied";"#), 1);
    }

    #[test]
    fn what_is_no_list() {
        assert_eq!(found(r#"const A: [&str; 3] = ["said", "told", "asked"];"#), 0);
        assert_eq!(found(r#"const A: [&str; 4] = ["<p>", "SELECT 1", "\n", "utm_source"];"#), 0);
        assert_eq!(found(r#"fn f() -> String { format!("{} is not in the ledger", 1) }"#), 0);
        assert_eq!(
            found(
                "// no words of a language: elements of HTML\nconst A: [&str; 4] = [\"a\", \"em\", \"strong\", \"span\"];"
            ),
            0
        );
        assert_eq!(found(r#"#[cfg(test)] mod tests { const A: &str = "said told asked denied"; }"#), 0);
    }
}
