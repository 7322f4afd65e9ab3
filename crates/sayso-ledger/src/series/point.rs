//! A figure of a claim, with what it counts and in what scope.

use std::collections::HashMap;

use sayso_read::Stance;

use super::outcome::Outcome;
use crate::claim::{Content, Quantity, Stem, Weighed};
use crate::conclude::Story;
use crate::words::words;
use crate::work;

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

/// What two points of one series have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Noun(String),
    Outcome(Outcome),
    Unit(String),
    Scope(Stem),
}

/// A figure of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// Index of the claim.
    pub(crate) claim: usize,
    /// Index of the mention that states it first.
    pub(crate) place: usize,
    /// Index into that mention's figures.
    pub(crate) figure: usize,
    pub(crate) quantity: Quantity,
    pub(crate) unit: Option<String>,
    pub(crate) outcome: Option<Outcome>,
    /// The stems around the figure.
    pub(crate) scope: Weighed,
    pub(crate) ahead: bool,
}

/// By which figures of one claim are one: the bits of value and bounds, and the unit.
type Value = ([Option<u64>; 3], Option<String>);

/// The figures of a claim, each value once, with what all its mentions say around it.
pub(super) fn points(story: &Story<'_>, claim: usize, group: &[usize]) -> Vec<Counted> {
    let mut points: Vec<(Counted, Vec<Content>)> = Vec::new();
    let mut known: HashMap<Value, usize> = HashMap::new();
    for place in group {
        let quantities = work::each(&story.places[*place].measured.quantities);
        for quantity in quantities.filter(|quantity| is_told(story, *place, quantity)) {
            let (new, said) = Counted::new(story, claim, *place, quantity);
            let at = *known.entry(new.value()).or_insert(points.len());
            match points.get_mut(at) {
                Some((_, known)) => known.push(said),
                None => points.push((new, vec![said])),
            }
        }
    }
    let scope = |said: &[Content]| story.weights.weigh(&Content::union(said));
    points.into_iter().map(|(point, said)| Counted { scope: scope(&said), ..point }).collect()
}

/// Whether a figure is one to follow: not 'one', not 'a third', not how often, and not one that the source disowns.
fn is_told(story: &Story<'_>, place: usize, quantity: &Quantity) -> bool {
    let unit = unit(story, place, quantity.index);
    let counts = !matches!(unit.as_deref(), Some("fraction" | "time"));
    let disowned = matches!(story.places[place].mention.stance, Stance::Denies | Stance::Declines | Stance::Asks);
    counts && !disowned && quantity.number() != Some(1.0)
}

fn unit(story: &Story<'_>, place: usize, figure: usize) -> Option<String> {
    story.stated(place, figure).is.unit.clone()
}

impl Counted {
    /// A figure, and the stems of what is said around it but for the noun that is counted: that says what, not in what
    /// scope.
    fn new(story: &Story<'_>, claim: usize, place: usize, quantity: &Quantity) -> (Self, Content) {
        let (before, behind) = beside(story, place, quantity.index);
        let around = format!("{before} {behind}");
        let counted = story.stated(place, quantity.index).is.counted.as_deref().unwrap_or_default();
        let new = Self {
            claim,
            place,
            figure: quantity.index,
            quantity: quantity.clone(),
            unit: unit(story, place, quantity.index),
            outcome: Outcome::of(&words(behind)).or_else(|| Outcome::of(&words(before))),
            scope: Weighed::default(),
            ahead: words(&around).iter().any(|word| AHEAD.contains(&word.as_str())),
        };
        (new, Content::of(&around).without(&Content::of(counted)))
    }

    fn value(&self) -> Value {
        // Nought is nought, whatever its sign.
        let bits = |number: Option<f64>| number.map(|number| (number + 0.0).to_bits());
        let Quantity { value, low, high, .. } = self.quantity;
        ([value, low, high].map(bits), self.unit.clone())
    }

    /// What two points of one series have in common.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        let counted = self.quantity.counted.iter().cloned().map(Key::Noun);
        let unit = self.unit.iter().cloned().map(Key::Unit);
        counted
            .chain(self.outcome.map(Key::Outcome))
            .chain(unit)
            .chain(self.scope.stems().iter().copied().map(Key::Scope))
    }

    /// What is counted, in the article's words.
    pub(super) fn what(&self, story: &Story<'_>) -> String {
        let (before, behind) = beside(story, self.place, self.figure);
        before.split_whitespace().chain(behind.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}

/// The words before and behind a figure, as far as the figures beside it: what this one counts.
fn beside<'a>(story: &Story<'a>, place: usize, figure: usize) -> (&'a str, &'a str) {
    let held = &story.places[place];
    let document = story.documents[held.document];
    let whole = if held.has_verb { held.mention.span } else { held.mention.sentence };
    let own = &story.stated(place, figure).is;
    let Some(own) = document.text.span_of_code_points(own.start, own.end) else { return ("", "") };
    let start = document.placed.end_before(whole, own.start()).unwrap_or(whole.start());
    let end = document.placed.start_behind(whole, own.end()).unwrap_or(whole.end());
    let text = document.text.as_str();
    let before = text.get(start..own.start()).unwrap_or_default().rsplit(". ").next().unwrap_or_default();
    let behind = text.get(own.end()..end).unwrap_or_default().split(". ").next().unwrap_or_default();
    (before, behind)
}
