//! What hangs on a statement: a clause that adds to it, an amount that is a claim of its own.

use sayso_text::Span;

use super::clause::first_verb;
use crate::Document;

/// What follows these adds to a statement that is whole without it. Each begins with what is cut away.
const ADDED: [&str; 18] = [
    " (",
    ", according to ",
    ", although ",
    ", and not ",
    ", as ",
    ", citing ",
    ", despite ",
    ", not ",
    ", per ",
    ", so ",
    ", though ",
    ", twice ",
    ", up from ",
    ", where ",
    ", which ",
    ", while ",
    ", who ",
    ", whose ",
];

/// With these a part of the whole before begins: 'including 500 officers'.
const PARTS: [&str; 3] = [", including ", ", among them ", ", of whom "];

/// With these a new total follows: 'taking the number of dead to 36'.
const TOTALS: [&str; 4] = [", bringing ", ", putting ", ", raising ", ", taking "];

/// What leads an amount of money: a price is a claim of its own.
const PRICED: [&str; 7] =
    [", in a deal worth ", " in a deal worth ", " in a deal valued at ", " worth ", " for ", " at ", " of "];

/// Bytes that a statement keeps at least.
const LEAST: usize = 16;

/// A statement without its tail, and behind it the parts and amounts that the tail states.
pub(super) fn without_tail(document: &Document, clause: Span) -> Vec<Span> {
    let held = document.text.slice(clause);
    // What stands behind a statement stands behind its verb.
    let whole = first_verb(held).map_or(usize::MAX, |verb| verb.max(LEAST));
    let behind = |joint: &&str| held.match_indices(*joint).map(|(at, _)| at).find(|at| *at >= whole);
    let added = ADDED.iter().filter_map(behind).min().unwrap_or(held.len());
    let within = &held[..added];
    let mut cuts: Vec<(usize, usize)> = PARTS
        .iter()
        .flat_map(|joint| held.match_indices(joint))
        .filter(|(at, joint)| *at >= LEAST && stands_before_figure(document, clause.start() + at + joint.len()))
        .map(|(at, _)| (at, at + ", ".len()))
        .collect();
    let totals = TOTALS
        .iter()
        .flat_map(|joint| held.match_indices(joint))
        .filter(|(at, _)| *at >= LEAST && holds_figure(document, clause, *at));
    cuts.extend(totals.map(|(at, _)| (at, at + ", ".len())));
    cuts.extend(price(document, clause, within, whole));
    cuts.sort_unstable();
    let first = cuts.first().map_or(added, |(at, _)| added.min(*at));
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([held.len()]);
    let tails = cuts.iter().zip(ends).map(|((_, start), end)| (*start, end.max(*start)));
    let spans = [(0, first)].into_iter().chain(tails);
    spans
        .filter_map(|(start, end)| document.text.span(clause.start() + start, clause.start() + end))
        .filter(|span| !span.is_empty())
        .collect()
}

/// Where an amount begins that a preposition joins to what is already a statement: a clause from `whole` on.
fn price(document: &Document, clause: Span, within: &str, whole: usize) -> Option<(usize, usize)> {
    let figures = &document.entry.record.figures;
    let inside = document.placed.starting(clause.start(), clause.start() + within.len()).into_iter();
    let amounts = inside.filter(|index| figures[*index].unit.as_deref().is_some_and(is_money));
    amounts.filter_map(|index| Some(document.figures[index]?.start() - clause.start())).find_map(|at| {
        let joint = PRICED.iter().find(|joint| within[..at].ends_with(**joint))?;
        let cut = at - joint.len();
        (cut >= whole).then(|| (cut, cut + (joint.len() - joint.trim_start_matches([',', ' ']).len())))
    })
}

/// Money is counted by its own name; these are the other units that figures have.
fn is_money(unit: &str) -> bool {
    let unit = unit.split(' ').next().unwrap_or_default();
    MONEY.binary_search(&unit).is_ok()
}

const MONEY: [&str; 22] = [
    "baht", "dinar", "dirham", "dollar", "euro", "franc", "hryvnia", "krone", "leu", "lira", "naira", "peso", "pound",
    "rand", "real", "ringgit", "riyal", "rouble", "rupee", "shekel", "yen", "yuan",
];

fn holds_figure(document: &Document, clause: Span, at: usize) -> bool {
    document.placed.start_behind(clause, clause.start() + at).is_some()
}

fn stands_before_figure(document: &Document, at: usize) -> bool {
    document.placed.begins_at(at)
}
