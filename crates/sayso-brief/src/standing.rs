//! Whether words can stand alone: no pronoun that means somebody outside, no quotation that is cut through.

use std::collections::HashSet;

use crate::terms::{plain, words};
use crate::vocabulary::StandingWords;

/// The words that an article writes with a capital where no sentence and no quotation begins: its names.
pub(crate) fn names_in<'t>(sentences: impl Iterator<Item = &'t str>) -> HashSet<String> {
    sentences
        .flat_map(|sentence| marked(sentence).filter(|(_, begins)| !begins))
        .map(|(word, _)| word)
        .filter(is_capital)
        .map(plain)
        .collect()
}

/// Whether a pronoun, or somebody of whom only the office is told ('the spokesman'), stands before anybody whom it could
/// mean, or the words begin with what points back.
pub(crate) fn points_outside(text: &str, names: &HashSet<String>, known: &StandingWords) -> bool {
    let first = words(text).next().map(plain);
    let mut before = String::new();
    let means_somebody = |word: &str| {
        let is_known = before == known.definite && known.voices.contains(word);
        before = word.to_owned();
        is_known || known.personal.contains(word)
    };
    first.is_some_and(|first| known.pointing.contains(&first))
        || stands_before_names(text, names, known, means_somebody)
}

/// Whether words that are quoted without their sentence say something only together with it.
pub(crate) fn leans_on_context(text: &str, names: &HashSet<String>, known: &StandingWords) -> bool {
    let mut before = String::new();
    stands_before_names(text, names, known, |word| {
        let points = known.loose.contains(word) || word == known.distant && known.prepositions.contains(&before);
        before = word.to_owned();
        points
    })
}

/// Whether a word that something is asked of stands before the first name.
fn stands_before_names(
    text: &str,
    names: &HashSet<String>,
    known: &StandingWords,
    mut is: impl FnMut(&str) -> bool,
) -> bool {
    for (word, begins) in marked(text) {
        let lower = plain(word);
        if is(&lower) {
            return true;
        }
        let is_own = known.own.contains(&lower);
        if is_capital(&word) && !is_own && (!begins || names.contains(&lower)) {
            return false;
        }
    }
    false
}

fn is_capital(word: &&str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The words of a text, each with whether a sentence or a quotation begins with it.
fn marked(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut before = 0;
    words(text).map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let gap = text[before..at].trim_end();
        let begins =
            before == 0 || text[before..at].contains(['“', '"', '‘', '\n']) || gap.ends_with(['.', '!', '?', ':', '”']);
        before = at + word.len();
        (word, begins)
    })
}

/// Whether every quotation that begins in a text ends in it; where a paragraph ends in a quotation the next opens it anew.
pub(crate) fn has_even_marks(text: &str) -> bool {
    let paragraphs: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
    let last = paragraphs.len().saturating_sub(1);
    paragraphs.iter().enumerate().all(|(place, line)| {
        let count = |mark: char| line.matches(mark).count();
        let (opened, closed) = (count('“'), count('”'));
        let carries_on = place < last && opened == closed + 1;
        count('"').is_multiple_of(2) && (opened == closed || carries_on)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::english;

    fn names() -> HashSet<String> {
        names_in(["The ministry told Orlin.", "Flying is hard."].into_iter())
    }

    #[test]
    fn a_pronoun_needs_somebody_before_it() {
        let points = |text: &str| points_outside(text, &names(), &english().standing);
        let outside = [
            "He left.",
            "“There’s no record,” he said.",
            "“Flying is hard,” he said.",
            "The spokesman left.",
            "It is over, Orlin said.",
        ];
        assert!(outside.iter().all(|text| points(text)));
        let stand = [
            "A spokesman left.",
            "Orlin said he had left.",
            "“I’ve asked the ministry,” Orlin said.",
            "The mayor left.",
        ];
        assert!(!stand.iter().any(|text| points(text)));
    }

    #[test]
    fn a_quotation_without_its_sentence_needs_more() {
        let leans = |text: &str| leans_on_context(text, &names(), &english().standing);
        assert!(leans("Nobody is talking about it") && leans("We have no evidence to that effect"));
        assert!(!leans("We know that the locks are shut") && !leans("Two ferries left Velgar before it was shut"));
    }

    #[test]
    fn marks_are_even_where_quotations_are_whole() {
        assert!(has_even_marks("“We left,” she said. “Now.”") && has_even_marks("“We left.\n“Now,” she said. “Yes.”"));
        assert!(!has_even_marks("We left,” she said.") && !has_even_marks("\"We left") && !has_even_marks("“We left"));
    }
}
