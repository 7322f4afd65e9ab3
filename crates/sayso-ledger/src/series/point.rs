//! A figure of a claim, with what it counts and in what scope.

use sayso_read::Stance;
use sayso_read::record::FigureRecord;
use sayso_text::Span;

use super::outcome::Outcome;
use crate::claim::{Content, Quantity};
use crate::conclude::Story;
use crate::mention::has_verb;
use crate::words::words;

/// Words that put a count into the future.
const AHEAD: [&str; 12] = [
    "could",
    "expect",
    "expected",
    "expects",
    "forecast",
    "planned",
    "plans",
    "predicted",
    "reach",
    "target",
    "will",
    "would",
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
        for quantity in
            story.places[*place].measured.quantities.iter().filter(|quantity| is_told(story, *place, quantity))
        {
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
        let (before, behind) = beside(story, place, quantity.index);
        let told = words(&format!("{before} {behind}"));
        Self {
            claim,
            place,
            figure: quantity.index,
            quantity: quantity.clone(),
            unit: unit(story, place, quantity.index),
            outcome: Outcome::of(&words(&behind)).or_else(|| Outcome::of(&words(&before))),
            scope: without(Content::of(&format!("{before} {behind}")), &counted(story, place, quantity.index)),
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

/// The words before and behind a figure, as far as the figures beside it: what this one counts.
fn beside(story: &Story<'_>, place: usize, figure: usize) -> (String, String) {
    let held = &story.places[place];
    let document = story.documents[held.document];
    let whole = if has_verb(story.words(place)) { held.mention.span } else { held.mention.sentence };
    let record = &document.entry.record;
    let span_of = |figure: &FigureRecord| document.text.span_of_code_points(figure.start, figure.end);
    let Some(own) = span_of(&record.figures[figure]) else { return (String::new(), String::new()) };
    let others: Vec<Span> = record.figures.iter().filter_map(span_of).filter(|span| whole.contains(*span)).collect();
    let start = others.iter().map(|span| span.end()).filter(|end| *end <= own.start()).max().unwrap_or(whole.start());
    let end = others.iter().map(|span| span.start()).filter(|start| *start >= own.end()).min().unwrap_or(whole.end());
    let text = document.text.as_str();
    let before = text.get(start..own.start()).unwrap_or_default().rsplit(". ").next().unwrap_or_default();
    let behind = text.get(own.end()..end).unwrap_or_default().split(". ").next().unwrap_or_default();
    (before.to_owned(), behind.to_owned())
}

fn around(story: &Story<'_>, place: usize, figure: usize) -> String {
    let (before, behind) = beside(story, place, figure);
    format!("{before} {behind}")
}
