//! Whether words can stand alone: no pronoun that means somebody outside, no quotation that is cut through.

use crate::terms::{plain, words};
use crate::vocabulary::StandingWords;

/// Whether a pronoun stands before anything that it could mean, or the words begin with one that points back.
pub(crate) fn points_outside(text: &str, known: &StandingWords) -> bool {
    let mut names = 0;
    let mut begins = true;
    for word in words(text) {
        let lower = plain(word);
        if begins && known.pointing.contains(&lower) || names == 0 && known.personal.contains(&lower) {
            return true;
        }
        let is_capital = word.starts_with(char::is_uppercase);
        names += usize::from(is_capital && !(begins && known.openers.contains(&lower)) && !known.own.contains(&lower));
        begins = false;
    }
    false
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

    #[test]
    fn a_pronoun_needs_somebody_before_it() {
        let points = |text: &str| points_outside(text, &english().standing);
        for outside in ["He left.", "“There’s no record,” he said.", "The mayor left.\n", "It is over, Orlin said."] {
            assert_eq!(points(outside), outside != "The mayor left.\n", "{outside}");
        }
        assert!(!points("Mayor Orlin said he had left.") && !points("“I’ve asked the ministry,” Orlin said."));
    }

    #[test]
    fn marks_are_even_where_quotations_are_whole() {
        assert!(has_even_marks("“We left,” she said. “Now.”") && has_even_marks("“We left.\n“Now,” she said.”\n“Yes.”"));
        assert!(!has_even_marks("We left,” she said.") && !has_even_marks("\"We left") && !has_even_marks("“We left"));
    }
}
