//! A figure of a claim, with what it counts and in what scope.

use std::collections::HashMap;

use sayso_read::Stance;

use super::context::{FigureContext, beside};
use super::outcome::FigureOutcome;
use crate::claim::{Content, Quantity, Stem, Weighed};
use crate::derive::StoryAnalysis;
use crate::work;

/// What two points of one series have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum SeriesKey {
    Noun(String),
    FigureOutcome(FigureOutcome),
    Unit(String),
    Scope(Stem),
}

/// A figure of a claim.
#[derive(Clone, Debug)]
pub(crate) struct CountedFigure {
    /// Index of the claim.
    pub(crate) claim: usize,
    /// Index of the mention that states it first.
    pub(crate) place: usize,
    /// Index into that mention's figures.
    pub(crate) figure: usize,
    pub(crate) quantity: Quantity,
    pub(crate) unit: Option<String>,
    pub(crate) outcome: Option<FigureOutcome>,
    /// The stems around the figure.
    pub(crate) scope: Weighed,
    pub(crate) ahead: bool,
}

/// By which figures of one claim are one: the bits of value and bounds, and the unit.
type FigureValue = ([Option<u64>; 3], Option<String>);

/// The figures of a claim, each value once, with what all its mentions say around it.
pub(super) fn points(story: &StoryAnalysis<'_>, claim: usize, group: &[usize]) -> Vec<CountedFigure> {
    let mut points: Vec<(CountedFigure, Vec<&Content>)> = Vec::new();
    let mut known: HashMap<FigureValue, usize> = HashMap::new();
    for place in group {
        let held = &story.places[*place];
        let figures = work::each(held.measured.quantities.iter().zip(held.contexts(story.documents[held.document])));
        for (quantity, context) in figures.filter(|(quantity, _)| is_told(story, *place, quantity)) {
            let new = CountedFigure::new(story, claim, *place, (quantity, context));
            let at = *known.entry(new.value()).or_insert(points.len());
            match points.get_mut(at) {
                Some((_, known)) => known.push(&context.scope),
                None => points.push((new, vec![&context.scope])),
            }
        }
    }
    let scope = |scopes: &[&Content]| story.weights.weigh(&Content::union(scopes));
    points.into_iter().map(|(point, scopes)| CountedFigure { scope: scope(&scopes), ..point }).collect()
}

/// Whether a figure is one to follow: not 'one', not 'a third', not how often, and not one that the source disowns.
fn is_told(story: &StoryAnalysis<'_>, place: usize, quantity: &Quantity) -> bool {
    let unit = unit(story, place, quantity.index);
    let counts = !matches!(unit.as_deref(), Some("fraction" | "time"));
    let disowned = matches!(story.places[place].stance, Stance::Denies | Stance::Declines | Stance::Asks);
    counts && !disowned && quantity.number() != Some(1.0)
}

fn unit(story: &StoryAnalysis<'_>, place: usize, figure: usize) -> Option<String> {
    story.stated(place, figure).is.unit.clone()
}

impl CountedFigure {
    /// A figure, its scope still open.
    fn new(
        story: &StoryAnalysis<'_>,
        claim: usize,
        place: usize,
        (quantity, context): (&Quantity, &FigureContext),
    ) -> Self {
        Self {
            claim,
            place,
            figure: quantity.index,
            quantity: quantity.clone(),
            unit: unit(story, place, quantity.index),
            outcome: context.outcome,
            scope: Weighed::default(),
            ahead: context.ahead,
        }
    }

    fn value(&self) -> FigureValue {
        // Nought is nought, whatever its sign.
        let bits = |number: Option<f64>| number.map(|number| (number + 0.0).to_bits());
        let Quantity { value, low, high, .. } = self.quantity;
        ([value, low, high].map(bits), self.unit.clone())
    }

    /// What two points of one series have in common.
    pub(super) fn keys(&self) -> impl Iterator<Item = SeriesKey> {
        let counted = self.quantity.counted.iter().cloned().map(SeriesKey::Noun);
        let unit = self.unit.iter().cloned().map(SeriesKey::Unit);
        counted
            .chain(self.outcome.map(SeriesKey::FigureOutcome))
            .chain(unit)
            .chain(self.scope.stems().iter().copied().map(SeriesKey::Scope))
    }

    /// What is counted, in the article's words.
    pub(super) fn what(&self, story: &StoryAnalysis<'_>) -> String {
        let place = &story.places[self.place];
        let (before, behind) = beside(story.documents[place.document], &place.mention, self.figure);
        before.split_whitespace().chain(behind.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}
