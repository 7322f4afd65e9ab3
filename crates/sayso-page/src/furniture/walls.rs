//! Paragraphs of boxes that stand between a reader and an article: consent to cookies, terms of payment.
//!
//! They are whole sentences, at any length, and put in ever new words; what they share is that they speak to their reader of a
//! few matters. An article that tells of cookies or prices seldom says 'you', and quotes somebody where it does.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::article::FurnitureKind::{self, Other, SignUp};
use crate::vocabulary::{all, any, pattern};

/// So many different matters make a wall in a short paragraph; a longer one can come to two by chance, and an article about
/// prices to three.
const IN_SHORT: usize = 2;
const OF_CONSENT: usize = 3;
const OF_PAYMENT: usize = 4;

/// A short paragraph.
const SHORT: usize = 200;

/// A wall's longest paragraph: an article without paragraphs is longer.
const LONGEST: usize = 1_500;

static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b{}\b", any(|words| &words.furniture.walls.address))));

static CONSENT: LazyLock<RegexSet> =
    LazyLock::new(|| matters(all().iter().flat_map(|words| words.furniture.walls.consent.iter())));

static PAYMENT: LazyLock<RegexSet> =
    LazyLock::new(|| matters(all().iter().flat_map(|words| words.furniture.walls.payment.iter())));

fn matters<'p>(patterns: impl Iterator<Item = &'p str>) -> RegexSet {
    let each = patterns.map(|pattern| format!(r"(?i)\b(?:{pattern})\b"));
    RegexSet::new(each).expect("patterns of languages are checked as they are loaded")
}

/// Whether a paragraph is a wall's.
pub(crate) fn is_wall(paragraph: &str) -> bool {
    kind_of(paragraph).is_some()
}

/// What a paragraph is, if it is a wall's.
pub(super) fn kind_of(paragraph: &str) -> Option<FurnitureKind> {
    if paragraph.len() > LONGEST || paragraph.contains(['“', '"', '«', '„']) || !ADDRESS.is_match(paragraph) {
        return None;
    }
    let needed = |in_long| if paragraph.len() <= SHORT { IN_SHORT } else { in_long };
    let has = |set: &RegexSet, in_long| set.matches(paragraph).iter().count() >= needed(in_long);
    if has(&CONSENT, OF_CONSENT) { Some(Other) } else { has(&PAYMENT, OF_PAYMENT).then_some(SignUp) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_speak_to_their_reader() {
        assert!(is_wall("We and our partners use cookies to measure our audience."));
        assert!(is_wall("Subscribe for 3 euros a month and read all articles."));
        assert!(!is_wall("The regulator fined the company over cookies that it set without consent."));
        assert!(!is_wall("“We sell your personal data to third parties, with your consent,” the company said."));
        assert!(!is_wall("The paper lost subscribers after it raised its price to 12 dollars a month."));
    }
}
