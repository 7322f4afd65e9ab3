//! What hangs on a statement: a clause that adds to it, an amount that is a claim of its own.

use sayso_text::Span;

use super::clause::has_verb;
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
    let added = ADDED.iter().filter_map(|joint| after_verb(held, joint)).min().unwrap_or(held.len());
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
    cuts.extend(price(document, clause, within));
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

fn after_verb(held: &str, joint: &str) -> Option<usize> {
    held.match_indices(joint).map(|(at, _)| at).find(|at| *at >= LEAST && has_verb(&held[..*at]))
}

/// Where an amount begins that a preposition joins to what is already a statement.
fn price(document: &Document, clause: Span, within: &str) -> Option<(usize, usize)> {
    let figures = document.entry.record.figures.iter().zip(&document.figures);
    let amounts = figures.filter(|(figure, _)| figure.unit.as_deref().is_some_and(is_money));
    let starts = amounts.filter_map(|(_, span)| Some((*span)?.start()));
    let inside = starts.filter_map(|start| start.checked_sub(clause.start())).filter(|at| *at < within.len());
    inside.into_iter().find_map(|at| {
        let joint = PRICED.iter().find(|joint| within[..at].ends_with(**joint))?;
        let cut = at - joint.len();
        (cut >= LEAST && has_verb(&within[..cut]))
            .then(|| (cut, cut + (joint.len() - joint.trim_start_matches([',', ' ']).len())))
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
    let mut figures = document.figures.iter().flatten();
    figures.any(|span| span.start() >= clause.start() + at && span.end() <= clause.end())
}

fn stands_before_figure(document: &Document, at: usize) -> bool {
    document.figures.iter().flatten().any(|span| span.start() == at)
}
