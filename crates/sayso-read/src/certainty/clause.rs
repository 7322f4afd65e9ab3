//! The hedge that governs a content's main clause, if one does.

use crate::attribution::AttributionSpans;
use crate::stance::main_clause;
use crate::tokens::Tokens;

use super::Certainty;

/// Tokens of a content in which its main verb is looked for.
const REACH: usize = 40;

/// Words behind a helping verb among which its predicate is looked for: 'is widely believed to', 'is a possibility'.
const PREDICATE_WITHIN: usize = 4;

/// Longest aside between two commas that is stepped over on the way to the verb.
const ASIDE: usize = 14;

/// The hedge on the main clause of an attribution's content, with the token that hedges.
pub fn hedge(tokens: &Tokens<'_>, attribution: &AttributionSpans) -> Option<(usize, Certainty)> {
    let run = tokens.within(*attribution.content.first()?);
    let open = main_clause(tokens, run);
    let rest = attribution.content[1..].iter().flat_map(|span| tokens.within(*span));
    let all: Vec<usize> = open.chain(rest).take(REACH).collect();
    opening(tokens, &all).or_else(|| up_to_verb(tokens, &all))
}

/// 'I think', 'Up to 40 people died'.
fn opening(tokens: &Tokens<'_>, all: &[usize]) -> Option<(usize, Certainty)> {
    let word = |at: usize| all.get(at).map_or("", |index| tokens.word(*index));
    if matches!(word(0), "i" | "we") {
        return tokens.language().certainty.hedges.opinion(word(1)).map(|certainty| (all[1], certainty));
    }
    let number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let bound = (word(0) == "up" && word(1) == "to" && number(word(2)))
        || (tokens.follows(*all.first()?, "as many as") && number(word(3)));
    bound.then_some((all[0], Certainty::Possible))
}

/// A hedge before, as or in the predicate of the first finite verb.
fn up_to_verb(tokens: &Tokens<'_>, all: &[usize]) -> Option<(usize, Certainty)> {
    let words = &tokens.language().certainty;
    let hedges = &words.hedges;
    let mut at = 0;
    while at < all.len() {
        let index = all[at];
        let word = tokens.word(index);
        if let Some(certainty) = hedges.adverb(word).or_else(|| modal(tokens, index)).or_else(|| hedges.verb(word)) {
            return Some((index, certainty));
        }
        if words.clause.helping.contains(word) {
            return predicate(tokens, &all[at..]);
        }
        if matches!(word, "which" | "who" | "whose") {
            at = behind_comma(tokens, all, at)?;
            continue;
        }
        if at > 0 && words.clause.subordinators.contains(word) {
            return None;
        }
        match word {
            "," => at = behind_comma(tokens, all, at + 1)?,
            "." | "!" | "?" | ";" | ":" => return None,
            _ => at += 1,
        }
    }
    None
}

/// The place behind the next comma, where an aside ends; none where no comma follows soon.
fn behind_comma(tokens: &Tokens<'_>, all: &[usize], from: usize) -> Option<usize> {
    (from..all.len()).take(ASIDE).find(|at| tokens.word(all[*at]) == ",").map(|at| at + 1)
}

/// 'may', 'might' and 'could' with a verb behind; 'could not' and 'could only' leave nothing open.
fn modal(tokens: &Tokens<'_>, index: usize) -> Option<Certainty> {
    let next = tokens.word(index + 1);
    let verb = next.starts_with(char::is_lowercase) && !tokens.is_capital(index + 1);
    let hedges = match tokens.raw(index) {
        "may" | "might" => verb,
        "could" => verb && !matches!(next, "not" | "only"),
        _ => false,
    };
    hedges.then_some(Certainty::Possible)
}

/// A hedge in the group of a helping verb; an adjective or participle only behind 'be'.
fn predicate(tokens: &Tokens<'_>, rest: &[usize]) -> Option<(usize, Certainty)> {
    let words = &tokens.language().certainty;
    let mut is = false;
    for index in rest.iter().copied().take(1 + PREDICATE_WITHIN) {
        let word = tokens.word(index);
        if words.clause.subordinators.contains(word) || !word.starts_with(char::is_alphabetic) {
            return None;
        }
        let behind_be = words.hedges.predicate(word).filter(|_| is || word == "likely");
        if let Some(certainty) = behind_be.or_else(|| words.hedges.adverb(word)) {
            return Some((index, certainty));
        }
        is |= words.clause.be.contains(word);
    }
    None
}
