//! Clauses as far as rules need them: whose verb one is, by the words before it.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};

/// Words of a subject at most.
const LONGEST_SUBJECT: usize = 24;

/// The words before a verb, back to where its clause begins; an apposition between commas is part of them.
pub fn subject(tokens: &Tokens<'_>, verb: usize) -> Option<Range<usize>> {
    let first = tokens.sentence(verb).start.max(verb.saturating_sub(LONGEST_SUBJECT));
    let behind_comma = verb > first && tokens.word(verb - 1) == ",";
    let last = verb - usize::from(behind_comma);
    let mut commas = 0;
    let opens = |at: &usize| match tokens.word(*at) {
        "," => {
            commas += 1;
            !behind_comma || commas > 1
        }
        word => {
            (matches!(word, ";" | ":" | "“" | "”" | "\"" | "'" | "—" | "–")
                || tokens.language().attribution.clauses.openers.contains(word))
        }
    };
    let start = (first..last).rev().find(opens).map_or(first, |at| at + 1);
    let start = behind_day(tokens, start + usize::from(tokens.word(start) == "and"));
    let is_cut = start == first && first > tokens.sentence(verb).start;
    (start < last && !is_cut && tokens.is(start, Kind::Word)).then_some(start..last)
}

/// Where a clause goes on behind the day that it opens with: 'On Friday the ministry raised'.
fn behind_day(tokens: &Tokens<'_>, start: usize) -> usize {
    let is_day = tokens.word(start) == "on" && tokens.language().speaker.is_calendar(tokens.word(start + 1));
    start + if is_day { 2 } else { 0 }
}

/// The first token behind the adverbs at a place: 'denied' of 'also denied'.
pub fn behind_adverbs(tokens: &Tokens<'_>, start: usize, end: usize) -> usize {
    start + (start..end).take_while(|at| is_adverb(tokens, *at)).count()
}

/// Whether a word is an adverb, by the English ending or a list.
pub fn is_adverb(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    word.len() > 4 && word.ends_with("ly") || tokens.language().attribution.clauses.adverbs.contains(word)
}

/// The first of the helping words and adverbs before a verb: 'has' of 'has also denied'.
pub fn first_helper(tokens: &Tokens<'_>, verb: usize) -> usize {
    let words = &tokens.language().attribution;
    let helps = |at: &usize| {
        let word = tokens.word(*at);
        words.clauses.be.contains(word) || words.refusals.helpers.contains(word) || is_adverb(tokens, *at)
    };
    verb - (tokens.sentence(verb).start..verb).rev().take_while(helps).count()
}
