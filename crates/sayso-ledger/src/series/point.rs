//! A figure of a claim, with what it counts and in what scope.

use std::collections::BTreeSet;

use super::outcome::Outcome;
use crate::claim::{Content, Quantity};
use crate::conclude::Story;
use crate::words::words;

/// Words that make a count one on top of another.
const ON_TOP: [&str; 5] = ["additional", "another", "extra", "further", "more"];

/// Words that put a count into the future.
const AHEAD: [&str; 12] = [
    "could", "expect", "expected", "expects", "forecast", "planned", "plans", "predicted", "reach", "target", "will", "would",
];

/// Bytes before a figure in which 'a further' stands.
const JUST_BEFORE: usize = 14;

/// A figure of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// Index of the claim.
    pub(crate) claim: usize,
    /// Index of the mention that states it first.
    pub(crate) place: usize,
    /// Index into that document's figures.
    pub(crate) figure: usize,
    pub(crate) quantity: Quantity,
    pub(crate) unit: Option<String>,
    pub(crate) outcome: Option<Outcome>,
    /// The stems around the figure.
    pub(crate) scope: Content,
    pub(crate) on_top: bool,
    pub(crate) ahead: bool,
}

/// The figures of a claim, each value once, from the earliest mention that has it.
pub(super) fn points(story: &Story<'_>, claim: usize, group: &[usize]) -> Vec<Counted> {
    let mut seen: BTreeSet<(Option<String>, Vec<Option<u64>>)> = BTreeSet::new();
    let mut points = Vec::new();
    for place in group {
        for quantity in &story.places[*place].measured.quantities {
            let bits = [quantity.value, quantity.low, quantity.high].map(|number| number.map(f64::to_bits));
            let unit = unit(story, *place, quantity.index);
            if seen.insert((unit.clone(), bits.to_vec())) {
                points.push(Counted::new(story, claim, *place, quantity, unit));
            }
        }
    }
    points
}

fn unit(story: &Story<'_>, place: usize, figure: usize) -> Option<String> {
    story.documents[story.places[place].document].entry.record.figures[figure].unit.clone()
}

impl Counted {
    fn new(story: &Story<'_>, claim: usize, place: usize, quantity: &Quantity, unit: Option<String>) -> Self {
        let around = around(story, place, quantity.index);
        let told = words(&around);
        let before = before(story, place, quantity.index);
        Self {
            claim,
            place,
            figure: quantity.index,
            quantity: quantity.clone(),
            unit,
            outcome: Outcome::of(&told),
            scope: Content::of(&around),
            on_top: words(before).iter().any(|word| ON_TOP.contains(&word.as_str())),
            ahead: told.iter().any(|word| AHEAD.contains(&word.as_str())),
        }
    }

    /// What two points of one series have in common.
    pub(super) fn keys(&self) -> Vec<String> {
        let counted = self.quantity.counted.iter().map(|counted| format!("counted {counted}"));
        let outcome = self.outcome.iter().map(|outcome| format!("outcome {outcome:?}"));
        let unit = self.unit.iter().map(|unit| format!("unit {unit}"));
        counted.chain(outcome).chain(unit).chain(self.scope.stems.iter().cloned()).collect()
    }

    /// What is counted, in the article's words.
    pub(super) fn what(&self, story: &Story<'_>) -> String {
        let text = around(story, self.place, self.figure);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The words of a mention from after its last figure before this one to its next: what this one counts.
fn around(story: &Story<'_>, place: usize, figure: usize) -> String {
    let held = &story.places[place];
    let document = story.documents[held.document];
    let record = &document.entry.record;
    let span_of = |index: usize| {
        let figure = record.figures.get(index)?;
        document.text.span_of_code_points(figure.start, figure.end)
    };
    let Some(own) = span_of(figure) else { return String::new() };
    let others: Vec<_> = held.measured.quantities.iter().filter(|q| q.index != figure).filter_map(|q| span_of(q.index)).collect();
    let start = others.iter().map(|span| span.end()).filter(|end| *end <= own.start()).max().unwrap_or(held.mention.span.start());
    let end = others.iter().map(|span| span.start()).filter(|start| *start >= own.end()).min().unwrap_or(held.mention.span.end());
    let text = document.text.as_str();
    let (before, behind) = (text.get(start..own.start()).unwrap_or_default(), text.get(own.end()..end).unwrap_or_default());
    format!("{before} {behind}")
}

fn before<'s>(story: &Story<'s>, place: usize, figure: usize) -> &'s str {
    let document = story.documents[story.places[place].document];
    let figure = &document.entry.record.figures[figure];
    let Some(span) = document.text.span_of_code_points(figure.start, figure.end) else { return "" };
    let text = document.text.as_str();
    let from = (0..=JUST_BEFORE.min(span.start())).rev().map(|back| span.start() - back).find(|at| text.is_char_boundary(*at));
    from.and_then(|from| text.get(from..span.end())).unwrap_or_default()
}
