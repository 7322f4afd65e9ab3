//! 'There are no soldiers in my country': a statement that denies by its own words, in English.

use sayso_read::Stance;
use sayso_text::Span;

use crate::Document;
use crate::words::words;

/// Words between 'there' and its 'no' at most.
const REACH: usize = 5;

/// The stance of one statement of an attribution: a denial of existence denies, whatever stands beside it.
pub(super) fn stance(document: &Document, clause: Span, given: Stance) -> Stance {
    let told = words(document.text.slice(clause));
    let begins = told.first().is_some_and(|word| word == "there");
    let none = told.iter().take(REACH).any(|word| matches!(word.as_str(), "no" | "none" | "never"));
    let not_one =
        told.windows(2).take(REACH).any(|pair| pair[0] == "not" && matches!(pair[1].as_str(), "one" | "a" | "any"));
    if given == Stance::Asserts && begins && (none || not_one) { Stance::Denies } else { given }
}
