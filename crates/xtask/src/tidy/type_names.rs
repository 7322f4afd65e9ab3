//! No more than two types of the repository have the same name.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::findings::Findings;
use crate::workspace::{files_ending, shown};

/// Types that may bear one name.
const MOST: usize = 2;

/// What the definition of a type begins with.
const KEYWORDS: [&str; 4] = ["struct", "enum", "trait", "type"];

/// Counts the types that are defined in all sources, tests included, by their names.
pub fn check(findings: &mut Findings) -> Result<()> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files_ending(".rs")? {
        let source = std::fs::read_to_string(&file)?;
        let defined = defined(&source).with_context(|| format!("{} cannot be cut into tokens", shown(&file)))?;
        for (line, name) in defined {
            places.entry(name).or_default().push(format!("{}:{line}", shown(&file)));
        }
    }
    for (name, places) in places.iter().filter(|(_, places)| places.len() > MOST) {
        let (count, places) = (places.len(), places.join(", "));
        findings.wrong.push(format!("{count} types are called `{name}` ({places}); name each by what it is"));
    }
    Ok(())
}

/// The types that a source defines, each with its line.
fn defined(source: &str) -> Result<Vec<(usize, String)>> {
    let tokens: TokenStream = source.parse().map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut found = Vec::new();
    look(tokens, false, &mut found);
    Ok(found)
}

/// Goes through tokens. Among the items of a trait, or of what implements one, `type` is a name that the trait gives.
fn look(tokens: TokenStream, is_of_trait: bool, found: &mut Vec<(usize, String)>) {
    let (mut opens_trait, mut keyword) = (false, false);
    for token in tokens {
        match token {
            TokenTree::Ident(word) if keyword => {
                found.push((word.span().start().line, word.to_string()));
                keyword = false;
            }
            TokenTree::Ident(word) => {
                let word = word.to_string();
                keyword = KEYWORDS.contains(&word.as_str()) && !(is_of_trait && word == "type");
                opens_trait |= matches!(word.as_str(), "impl" | "trait");
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                look(group.stream(), opens_trait, found);
                (opens_trait, keyword) = (false, false);
            }
            TokenTree::Punct(mark) => {
                opens_trait &= mark.as_char() != ';';
                keyword = false;
            }
            TokenTree::Group(_) | TokenTree::Literal(_) => keyword = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Vec<String> {
        defined(source).unwrap().into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn types_wherever_they_are_defined() {
        assert_eq!(names("pub struct A; enum B<T> { C(T) } pub(crate) trait D { fn d(); } type E = u8;"), list("ABDE"));
        assert_eq!(names("mod a { struct A { b: u8 } } fn c() { struct B(u8); }"), list("AB"));
        assert_eq!(names("fn a() -> impl Iterator<Item = u8> { type A = u8; b() }\ntype B = A;"), list("B"));
    }

    #[test]
    fn what_a_trait_names_is_no_type_of_its_own() {
        assert_eq!(names("trait A { type B; } impl A for C { type B = u8; fn d() { struct E; } }"), list("AE"));
        assert_eq!(names("fn f() { let r#type = 1; x.r#struct(y) }"), list(""));
    }

    fn list(names: &str) -> Vec<String> {
        names.chars().map(String::from).collect()
    }
}
