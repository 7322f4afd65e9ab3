//! What a source passes on: 'Orlin said that the bureau believed …' is the bureau's claim, by way of Orlin.

use sayso_read::Stance;
use sayso_text::Span;

use super::data::Named;
use super::located::{Attributions, LocatedAttribution};

/// Share of a content that another attribution's words must cover for the outer source only to pass it on.
const PASSED_ON: f64 = 0.6;

/// Nesting deeper than news goes; the bound keeps a circle of parents in a damaged record from turning for ever.
const DEEPEST: usize = 8;

/// Whether an attribution only passes on what another inside it states; whoever denies, doubts or declines to speak of it
/// does more than that.
pub(super) fn is_relay(outer: &LocatedAttribution<'_>, all: &Attributions<'_>) -> bool {
    let answers = |stance| matches!(stance, Stance::Denies | Stance::Doubts | Stance::Declines);
    let by_outlet = !outer.attribution.reported_by.is_empty();
    let passes_on = |inner: &LocatedAttribution<'_>| {
        // What an outlet quotes answers by its own words: the denial is whose they are.
        let stance = outer.attribution.stance;
        if answers(stance) && !(by_outlet && inner.attribution.stance == stance) {
            return false;
        }
        // What an outlet reports that somebody said is not the outlet's claim, however much of it the words of saying are.
        let whole: Vec<Span> = [&inner.source, &inner.cue, &inner.content].into_iter().flatten().copied().collect();
        covered(&outer.content, if by_outlet { &whole } else { &inner.content }) >= PASSED_ON
    };
    all.inside(outer).any(|inner| states(inner) && passes_on(inner))
}

fn states(inner: &LocatedAttribution<'_>) -> bool {
    let stance = inner.attribution.stance;
    inner.is_claim() && !matches!(stance, Stance::Other | Stance::Asks | Stance::Demands)
}

/// Share of the first spans' bytes that stand in the second.
fn covered(whole: &[Span], part: &[Span]) -> f64 {
    let length = |spans: &[Span]| spans.iter().map(|span| span.end() - span.start()).sum::<usize>();
    let common: usize = whole
        .iter()
        .flat_map(|one| {
            part.iter().map(|other| one.end().min(other.end()).saturating_sub(one.start().max(other.start())))
        })
        .sum();
    common as f64 / length(whole).max(1) as f64
}

/// Those who pass an attribution on: people and bodies from the inside out, and the outlets, nearest to the article first.
pub(super) fn passed_on<'r>(inner: &LocatedAttribution<'r>, all: &Attributions<'r>) -> (Vec<Named>, Vec<String>) {
    let mut chain = Vec::new();
    let mut via = inner.attribution.via.clone();
    via.extend(inner.attribution.reported_by.iter().cloned());
    let mut at = inner;
    for _ in 0..DEEPEST {
        let Some(outer) = all.parent(at) else { break };
        if outer.attribution.reported_by.is_empty() {
            chain.extend(outer.attribution.speakers.iter().map(Named::of));
        }
        add_new(&mut via, outer.attribution.via.iter().chain(&outer.attribution.reported_by));
        at = outer;
    }
    (chain, via)
}

fn add_new<'a>(via: &mut Vec<String>, outlets: impl Iterator<Item = &'a String>) {
    for outlet in outlets {
        if !via.contains(outlet) {
            via.push(outlet.clone());
        }
    }
}
