//! How far a noun phrase runs, by the words that it cannot hold.

use sayso_lang::Words;

use crate::tokens::{Kind, Tokens};

/// Longest plain noun phrase in words.
const PLAIN: usize = 8;
/// Longest noun phrase with the phrases that hang on it.
const LONG: usize = 18;

/// The end of the plain noun phrase at `index`, before `limit`: a determiner, then words up to a mark, a verb that
/// reports, a preposition or another determiner.
pub(super) fn plain_end(tokens: &Tokens<'_>, index: usize, limit: usize) -> usize {
    let words = &tokens.language().provenance;
    let first = index + usize::from(words.phrase.determiners.contains(tokens.word(index)));
    let limit = limit.min(first + PLAIN);
    let ends =
        |at: &usize| !holds(tokens, *at) || is_tie(tokens, *at) || words.phrase.determiners.contains(tokens.word(*at));
    (first..limit).find(ends).unwrap_or(limit)
}

/// The end of the noun phrase at `index` with prepositions from a list inside, before `limit`.
pub(super) fn long_end(tokens: &Tokens<'_>, index: usize, limit: usize, ties: &Words) -> usize {
    let limit = limit.min(index + LONG);
    let mut end = plain_end(tokens, index, limit);
    while end < limit && ties.contains(tokens.word(end)) {
        let next = plain_end(tokens, end + 1, limit);
        if next <= end + 1 {
            break;
        }
        end = next;
    }
    end
}

fn holds(tokens: &Tokens<'_>, index: usize) -> bool {
    let is_word = tokens.is(index, Kind::Word)
        || tokens.is(index, Kind::Possessive)
        || matches!(tokens.raw(index), "-" | "$" | "#" | "@");
    is_word && !tokens.language().provenance.phrase.phrase_ends.contains(tokens.word(index))
}

fn is_tie(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.language().provenance.phrase.ties.contains(tokens.word(index))
}
