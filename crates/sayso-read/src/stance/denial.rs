//! Contents that deny, whatever the cue: they name a claim false, or say that there is nothing of what was raised.

use std::ops::Range;

use crate::attribution::Triple;
use crate::tokens::Tokens;

use super::frame::{Frame, is_claim_noun, skip_marks};
use super::lexicon::{Condition, lexicon};
use super::stances::Stance;
use super::words::{self, Word};

/// Words of a content's first sentence that are looked at.
const REACH: usize = 16;

/// How many tokens back what is denied may have been raised: some fifteen sentences.
const RAISED_WITHIN: usize = 400;

/// Longest content in tokens that is taken for a noun phrase without a verb.
const FRAGMENT: usize = 5;

/// What can stand for the claim, sorted.
const STAND_INS: &[&str] = &["all", "everything", "it", "that", "them", "these", "they", "thing", "this", "those"];

/// Nouns of speech that negation only strengthens, sorted: 'There is no doubt'.
const EMPHATIC: &[&str] =
    &["alternative", "chance", "choice", "doubt", "excuse", "excuses", "point", "question", "reason", "way"];

/// Whether the opening of an attribution's content denies.
pub fn denies(tokens: &Tokens<'_>, attribution: &Triple) -> bool {
    let Some(run) = attribution.content.first().map(|span| tokens.within(*span)) else { return false };
    let open = skip_marks(tokens, run);
    if open.is_empty() {
        return false;
    }
    let open = open.start..open.end.min(tokens.sentence(open.start).end);
    let words = words::words(tokens, open.clone(), REACH);
    names_false(&words) || knows_nothing(&words) || (!attribution.source.is_empty() && denies_raised(tokens, open))
}

/// 'a fabrication from beginning to end', 'the reports groundless', 'that is untrue', but not 'the holiday a fake'.
fn names_false(words: &[Word]) -> bool {
    let Some(at) = (0..words.len()).find(|at| is_falsehood(&words[*at..])) else { return false };
    if words[..at].iter().any(Word::negates) {
        return false;
    }
    let is_claim = |word: &Word| is_claim_noun(word.written()) || STAND_INS.binary_search(&word.written()).is_ok();
    let degrees = |word: &Word| word.helps() || matches!(word.written(), "a" | "an" | "completely" | "pure" | "total");
    let names = words[..at].iter().take(6).any(is_claim) && at < 9;
    let verb = words[..at].iter().position(|word| word.can_be("be"));
    // Behind a verb the falsehood must be its predicate.
    words[..at].iter().all(degrees) || names && verb.is_none_or(|verb| words[verb..at].iter().all(degrees))
}

fn is_falsehood(words: &[Word]) -> bool {
    let row = lexicon().at(words, Frame::default());
    row.is_some_and(|row| row.stance == Stance::Denies && row.condition == Condition::Yields)
}

/// 'he did not recognise that account', 'the company knew of nothing wrong'.
fn knows_nothing(words: &[Word]) -> bool {
    let negation = words.iter().take(8).position(Word::negates);
    let recognises = negation.and_then(|at| words[at..].iter().find(|word| !word.helps()));
    let knows = words.iter().take(6).position(|word| word.can_be("know") || word.written() == "knowledge");
    let nothing = |at: usize| words[at.saturating_sub(1)..].iter().take(4).any(|word| word.written() == "nothing");
    recognises.is_some_and(|word| word.can_be("recognise")) || knows.is_some_and(nothing)
}

/// 'There were no troops in the country', where troops have been spoken of; or 'no known defect' and nothing more.
fn denies_raised(tokens: &Tokens<'_>, run: Range<usize>) -> bool {
    let start = run.start + usize::from(tokens.word(run.start) == "that");
    let exists = tokens.word(start) == "there";
    let helps = |index: &usize| Word::new(tokens.word(*index)).helps();
    let group = start..start + (start..run.end).take(5).take_while(helps).count();
    let negates = group.clone().any(|index| Word::new(tokens.word(index)).negates());
    negates && (exists || run.len() <= FRAGMENT) && raised(tokens, group.end..run.end, run.start)
}

/// Whether a noun of a phrase's first words occurs in what stands before a token.
fn raised(tokens: &Tokens<'_>, phrase: Range<usize>, before: usize) -> bool {
    let stem = |index: usize| tokens.word(index).trim_end_matches('s');
    let mut content = phrase.take(8).map(stem).filter(|word| word.len() > 3 && EMPTY.binary_search(word).is_err());
    if content.clone().next().is_some_and(|word| EMPHATIC.binary_search(&word).is_ok()) {
        return false;
    }
    let earlier = before.saturating_sub(RAISED_WITHIN)..before;
    content.any(|word| earlier.clone().any(|index| stem(index) == word))
}

/// Words of four letters and more that raise nothing, without a final 's', sorted.
const EMPTY: &[&str] = &[
    "about", "after", "again", "against", "also", "among", "been", "before", "between", "could", "during", "from",
    "have", "into", "known", "more", "other", "over", "since", "such", "than", "that", "their", "there", "these",
    "they", "thi", "those", "were", "when", "which", "with", "would",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [STAND_INS, EMPHATIC, EMPTY] {
            assert!(list.is_sorted());
        }
    }
}
