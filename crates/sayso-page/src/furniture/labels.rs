//! Short lines that are no sentence and speak of the page rather than of the world: 'Be the first to comment'.
//!
//! Wordings are many and lists of them never whole; what these lines share is their shape and a few words.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::article::FurnitureKind::{self, Advertisement, CorrectionFooter, Credit, LinkLine, Other, SignUp};

use crate::vocabulary::{all, any, one_of, pattern};

use super::lines::FurnitureLine;

/// A label has at most so many words.
const MOST_WORDS: usize = 14;

/// The kinds of labels in the order in which they are tried.
const KINDS: [FurnitureKind; 5] = [SignUp, Advertisement, LinkLine, Credit, Other];

/// Words that an article's headings do not hold, a pattern a kind.
static LABELS: LazyLock<RegexSet> = LazyLock::new(|| {
    let of_kind = |kind| all().iter().filter_map(move |words| words.furniture.labels.of(kind));
    let patterns = KINDS.map(|kind| format!("(?i){}", one_of(of_kind(kind).flat_map(|labels| labels.iter()))));
    RegexSet::new(patterns).expect("patterns of languages are checked as they are loaded")
});

/// The page speaking to its reader.
static TO_READER: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b{}\b", any(|words| &words.furniture.to_reader))));

/// What asks or answers as a heading does.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    let questions = any(|words| &words.furniture.questions);
    pattern(&format!(r"^(?:[A-Z]\S* ?){{1,3}}:|^{questions}\b|''|``|[‘']\w.*['’]\W*$"))
});

/// What a label is, if it speaks of the page.
pub(super) fn kind_of(line: &FurnitureLine<'_>) -> Option<FurnitureKind> {
    if !is_label(line.text) {
        return None;
    }
    let lower = line.text.to_lowercase();
    if all().iter().any(|words| words.furniture.corrections.iter().any(|start| lower.starts_with(start))) {
        return Some(CorrectionFooter);
    }
    let by_word = LABELS.matches(&lower.replace('’', "'")).iter().next().map(|at| KINDS[at]);
    by_word.or_else(|| speaks_to_reader(line.text).then_some(Other))
}

fn speaks_to_reader(label: &str) -> bool {
    TO_READER.is_match(label) && !label.ends_with('?') && !HEADING.is_match(label)
}

/// Short, without a full stop, a quotation or the name of who said it.
fn is_label(text: &str) -> bool {
    text.split_whitespace().count() <= MOST_WORDS
        && !text.ends_with(['.', '”', '"', ',', ';', ':'])
        && !text.contains(['“', '"', '«', '„'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_headings_and_sentences() {
        let kind = |text| kind_of(&FurnitureLine::alone(text));
        assert_eq!(kind("Be the first to comment"), Some(SignUp));
        assert_eq!(kind("Content may be subject to copyright"), Some(Credit));
        assert_eq!(kind("Have your say in a poll"), Some(Other));
        assert_eq!(kind("What the council decided"), None);
        assert_eq!(kind("How our town was built"), None);
        assert_eq!(kind("Mayor: we need your help"), None);
        assert_eq!(kind("The council paid for a newsletter."), None);
        assert_eq!(kind("“We never had a newsletter”"), None);
    }
}
