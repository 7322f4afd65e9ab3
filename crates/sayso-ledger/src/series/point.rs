//! A figure of a claim, with what it counts and in what scope.

use sayso_read::Stance;
use sayso_text::Span;

use super::outcome::Outcome;
use crate::claim::{Content, Quantity};
use crate::conclude::Story;
use crate::words::words;

/// Words that put a count into the future.
const AHEAD: [&str; 12] = [
    "could", "expect", "expected", "expects", "forecast", "planned", "plans", "predicted", "reach", "target", "will", "would",
];

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
    pub(crate) ahead: bool,
}

/// The figures of a claim, each value once, with what all its mentions say around it.
pub(super) fn points(story: &Story<'_>, claim: usize, group: &[usize]) -> Vec<Counted> {
    let mut points: Vec<Counted> = Vec::new();
    for place in group {
        for quantity in story.places[*place].measured.quantities.iter().filter(|quantity| is_told(story, *place, quantity)) {
            let new = Counted::new(story, claim, *place, quantity);
            match points.iter_mut().find(|known| known.is_value_of(&new)) {
                Some(known) => known.scope = Content::union([&known.scope, &new.scope]),
                None => points.push(new),
            }
        }
    }
    points
}

/// Whether a figure is one to follow: not 'one', not 'a third', not how often, and not one that the source disowns.
fn is_told(story: &Story<'_>, place: usize, quantity: &Quantity) -> bool {
    let unit = unit(story, place, quantity.index);
    let counts = !matches!(unit.as_deref(), Some("fraction" | "time"));
    let disowned = matches!(story.places[place].mention.stance, Stance::Denies | Stance::Declines | Stance::Asks);
    counts && !disowned && quantity.number() != Some(1.0)
}

fn unit(story: &Story<'_>, place: usize, figure: usize) -> Option<String> {
    story.documents[story.places[place].document].entry.record.figures[figure].unit.clone()
}

impl Counted {
    fn new(story: &Story<'_>, claim: usize, place: usize, quantity: &Quantity) -> Self {
        let around = around(story, place, quantity.index);
        let told = words(&around);
        Self {
            claim,
            place,
            figure: quantity.index,
            quantity: quantity.clone(),
            unit: unit(story, place, quantity.index),
            outcome: Outcome::of(&told),
            scope: without(Content::of(&around), &counted(story, place, quantity.index)),
            ahead: told.iter().any(|word| AHEAD.contains(&word.as_str())),
        }
    }

    fn is_value_of(&self, other: &Self) -> bool {
        let value = |point: &Self| (point.quantity.value, point.quantity.low, point.quantity.high);
        value(self) == value(other) && self.unit == other.unit
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

/// The noun that is counted says what, not in what scope.
fn without(mut content: Content, counted: &Content) -> Content {
    content.stems.retain(|stem| counted.stems.binary_search(stem).is_err());
    content
}

fn counted(story: &Story<'_>, place: usize, figure: usize) -> Content {
    let record = &story.documents[story.places[place].document].entry.record;
    Content::of(record.figures[figure].counted.as_deref().unwrap_or_default())
}

/// The words of a figure's sentence from after the figure before it to the next: what this one counts.
fn around(story: &Story<'_>, place: usize, figure: usize) -> String {
    let held = &story.places[place];
    let document = story.documents[held.document];
    let spans: Vec<Span> = document
        .entry
        .record
        .figures
        .iter()
        .filter_map(|figure| document.text.span_of_code_points(figure.start, figure.end))
        .filter(|span| held.mention.sentence.contains(*span))
        .collect();
    let own = &document.entry.record.figures[figure];
    let Some(own) = document.text.span_of_code_points(own.start, own.end) else { return String::new() };
    let start = spans.iter().map(|span| span.end()).filter(|end| *end <= own.start()).max();
    let end = spans.iter().map(|span| span.start()).filter(|start| *start >= own.end()).min();
    let text = document.text.as_str();
    let before = text.get(start.unwrap_or(held.mention.sentence.start())..own.start()).unwrap_or_default();
    let behind = text.get(own.end()..end.unwrap_or(held.mention.sentence.end())).unwrap_or_default();
    let before = before.rsplit(". ").next().unwrap_or_default();
    let behind = behind.split(". ").next().unwrap_or_default();
    format!("{before} {behind}")
}
