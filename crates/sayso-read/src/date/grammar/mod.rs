//! What an expression of time looks like: rules that read tokens, one kind of expression a file.
//!
//! A rule takes a [`Cursor`] and gives where it ended with what it read. No rule reads further than a few words,
//! none calls itself, and so reading is linear in the text.

pub(super) mod away;
pub(super) mod away_words;
mod century;
pub(super) mod clock;
mod clock_span;
pub(super) mod clock_words;
mod cursor;
pub(super) mod dated;
mod deictic;
pub(super) mod edge;
pub(super) mod edge_words;
mod era;
mod hour;
mod impossible;
pub(super) mod length;
pub(super) mod length_words;
pub(super) mod number;
pub(super) mod number_words;
mod numbered;
pub(super) mod plausible;
pub(super) mod plausible_words;
mod point;
pub(super) mod recurring;
pub(super) mod recurring_words;
pub(super) mod reference;
pub(super) mod reference_words;
pub(super) mod reported;
pub(super) mod reported_words;
pub(super) mod selector;
pub(super) mod selector_words;
mod slashed;
mod span;
mod span_part;
pub(super) mod span_words;
mod spoken_clock;
mod week_day;
pub(super) mod weekday;
pub(super) mod weekday_words;
pub(super) mod yearly;
pub(super) mod yearly_words;

use super::DateWords;
use super::lexicon::Sense;
use super::meaning::Expression;
use super::token::DateToken;

pub(super) use cursor::{Cursor, Parsed};

/// Where reading goes on behind a token, and the expressions that begin there: none, one, or the parts of a span.
pub(super) fn expressions<'t>(tokens: &'t [DateToken<'t>], at: usize, words: &'t DateWords) -> (usize, Vec<FoundDate>) {
    let start = Cursor::new(tokens, at, words);
    if tokens[at].sense != Sense::Plain {
        if let Some(rest) = impossible::impossible(start) {
            return (rest.at, Vec::new());
        }
        if let Some(parts) = span::span(start) {
            let end = parts.last().map_or(at + 1, |part| part.end);
            return (end, parts.into_iter().map(|part| (part.start..part.end, part.meaning.into())).collect());
        }
    }
    match expression(tokens, at, words) {
        Some((rest, found)) => (rest.at, vec![(at..rest.at, found)]),
        None => (at + 1, Vec::new()),
    }
}

/// An expression and the tokens that it is made of.
pub(super) type FoundDate = (std::ops::Range<usize>, Expression);

/// The longest expression that begins at a token; of equally long ones that of the first rule.
fn expression<'t>(tokens: &'t [DateToken<'t>], at: usize, words: &'t DateWords) -> Parsed<'t, Expression> {
    if tokens[at].sense == Sense::Plain && !opens_decade(&tokens[at..]) {
        return None;
    }
    if tokens[at].sense == Sense::Inner || tokens[at].sense == Sense::Opener && !is_carried(&tokens[at + 1..]) {
        return None;
    }
    let start = Cursor::new(tokens, at, words);
    let rules = [clock::time, edge::edged, recurring::recurring, reference::reference, length::length];
    let mut best: Parsed<'t, Expression> = None;
    for (rest, found) in rules.iter().filter_map(|rule| rule(start)) {
        if best.as_ref().is_none_or(|(end, _)| rest.at > end.at) {
            best = Some((rest, found));
        }
    }
    best.filter(|(rest, found)| plausible::is_time(start, *rest, found))
}

/// The longest way from a word that opens an expression to one that carries it, as 'no more than the first of the'.
const FARTHEST: usize = 8;

/// Whether only known words and marks stand before the first that carries an expression. Most words that can open one open
/// none, and no rule need be tried at them.
fn is_carried(rest: &[DateToken<'_>]) -> bool {
    let mut behind = rest.iter().take(FARTHEST).skip_while(|token| match token.sense {
        Sense::Opener | Sense::Inner => true,
        Sense::Plain => !token.is_word(),
        _ => false,
    });
    behind.next().is_some_and(|token| token.sense != Sense::Plain)
}

/// Whether an apostrophe stands before digits, as in "'80s".
fn opens_decade(tokens: &[DateToken<'_>]) -> bool {
    let digits = tokens.get(1).is_some_and(|token| matches!(token.sense, Sense::Digits(_)));
    digits && tokens[0].is_any(&["'", "’", "‘"])
}
