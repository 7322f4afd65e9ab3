//! The attributions of a reading, so that those that have to do with one are found without looking at all of them.

use std::collections::HashMap;

use sayso_read::record::AttributionRecord;
use sayso_read::{SpeakerKind, Stance};
use sayso_text::Span;

use crate::{Document, work};

/// An attribution with its index, and where its parts stand.
pub(super) struct LocatedAttribution<'r> {
    pub(super) index: usize,
    pub(super) attribution: &'r AttributionRecord,
    pub(super) source: Vec<Span>,
    pub(super) cue: Vec<Span>,
    pub(super) content: Vec<Span>,
}

/// Of what is read less surely in real coverage one in five is a claim: one that nobody made is worse in a ledger than one
/// missed.
const LEAST_CONFIDENCE: f64 = 0.55;

/// What is told within another statement is found less surely, and told rightly as often.
const LEAST_CONFIDENCE_NESTED: f64 = 0.5;

/// Whoever denies or declines has a cue that says so.
const LEAST_CONFIDENCE_OF_ANSWERS: f64 = 0.5;

/// What a source plans, decides or likes is no statement; it is kept where the reader is sure of it.
const LEAST_CONFIDENCE_OF_OTHER: f64 = 0.75;

impl LocatedAttribution<'_> {
    pub(super) fn is_claim(&self) -> bool {
        let nested = self.attribution.parent.is_some();
        let least = match self.attribution.stance {
            Stance::Other | Stance::Asks => LEAST_CONFIDENCE_OF_OTHER,
            Stance::Denies | Stance::Declines => LEAST_CONFIDENCE_OF_ANSWERS,
            _ if nested => LEAST_CONFIDENCE_NESTED,
            _ => LEAST_CONFIDENCE,
        };
        let weak = matches!(self.attribution.stance, Stance::Other | Stance::Asks | Stance::Demands);
        self.attribution.confidence >= least && !(nested && (weak || self.attribution.speakers.is_empty()))
    }

    /// Whether nobody is named, and no name stands in the description.
    pub(super) fn is_described(&self) -> bool {
        let [speaker] = &self.attribution.speakers[..] else { return false };
        speaker.kind == SpeakerKind::Unnamed && !speaker.name.contains(char::is_uppercase)
    }
}

/// The attributions of a document's reading, in its order.
pub(super) struct Attributions<'r> {
    pub(super) document: &'r Document,
    pub(super) all: Vec<LocatedAttribution<'r>>,
    by_id: HashMap<&'r str, Vec<usize>>,
    by_parent: HashMap<&'r str, Vec<usize>>,
}

impl<'r> Attributions<'r> {
    pub(super) fn of(document: &'r Document) -> Self {
        let told = |(index, attribution): (usize, &'r AttributionRecord)| LocatedAttribution {
            index,
            attribution,
            source: document.spans(&attribution.source),
            cue: document.spans(&attribution.cue),
            content: document.spans(&attribution.content),
        };
        let all: Vec<LocatedAttribution<'_>> =
            document.entry.record.attributions.iter().enumerate().map(told).collect();
        let (mut by_id, mut by_parent) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for one in &all {
            by_id.entry(one.attribution.id.as_str()).or_default().push(one.index);
            if let Some(parent) = one.attribution.parent.as_deref() {
                by_parent.entry(parent).or_default().push(one.index);
            }
        }
        Self { document, all, by_id, by_parent }
    }

    /// The attribution in whose content another stands.
    pub(super) fn parent(&self, of: &LocatedAttribution<'r>) -> Option<&LocatedAttribution<'r>> {
        let ids = self.by_id.get(of.attribution.parent.as_deref()?)?;
        ids.iter().find(|index| **index != of.index).map(|index| &self.all[*index])
    }

    /// The attributions that stand in the content of another, in order.
    pub(super) fn inside(&self, outer: &LocatedAttribution<'r>) -> impl Iterator<Item = &LocatedAttribution<'r>> {
        let inside = self.by_parent.get(outer.attribution.id.as_str()).into_iter().flatten();
        work::each(inside.filter(|index| **index != outer.index).map(|index| &self.all[*index]))
    }

    /// The attributions up to so many places before or behind one in the reading.
    pub(super) fn near(
        &self,
        one: &LocatedAttribution<'r>,
        places: usize,
    ) -> impl Iterator<Item = &LocatedAttribution<'r>> {
        let range = one.index.saturating_sub(places)..(one.index + places + 1).min(self.all.len());
        let own = one.index;
        self.all[range].iter().filter(move |other| other.index != own)
    }
}
