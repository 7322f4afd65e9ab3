//! Whose a claim is, and what sort of source.

use std::collections::{BTreeMap, HashMap};

use sayso_read::SpeakerKind;

use super::Story;
use crate::party::PartyId;
use crate::record::SpokenBy;
use crate::work;

impl Story<'_> {
    /// Whose a claim is: the parties that most mentions give; where none is known, whom the first describes.
    pub(super) fn spoken_by(&self, group: &[usize], parties: &[PartyId]) -> Vec<SpokenBy> {
        let fuller = |party: &PartyId| {
            let others = group.iter().flat_map(|index| &self.places[*index].parties);
            let mut others = work::each(others.copied().filter(|_| !self.parties.is_named(*party)));
            others.find(|other| self.parties.is_told_fuller(*party, *other)).unwrap_or(*party)
        };
        let kinds = self.kinds(group);
        let speaker = |party: PartyId| SpokenBy {
            name: self.parties.shown(party).to_owned(),
            kind: kinds.get(&party).copied().unwrap_or(SpeakerKind::Unnamed),
        };
        let mut all: Vec<SpokenBy> = parties.iter().map(fuller).map(speaker).collect();
        if all.is_empty() {
            let described =
                group.iter().map(|index| &self.places[*index].mention.speakers).find(|speakers| !speakers.is_empty());
            let described = described.into_iter().flatten();
            all = described.map(|named| SpokenBy { name: named.name.clone(), kind: named.kind }).collect();
        }
        all.iter_mut().for_each(|speaker| speaker.name = self.outlets.in_full(&speaker.name));
        all.dedup_by(|next, one| next.name == one.name);
        all
    }

    /// What sort of source the readings of a claim's mentions take each party for.
    fn kinds(&self, group: &[usize]) -> HashMap<PartyId, SpeakerKind> {
        let mut read: HashMap<PartyId, BTreeMap<&str, (usize, SpeakerKind)>> = HashMap::new();
        let speakers = work::each(group).flat_map(|index| &self.places[*index].mention.speakers);
        for (party, kind) in speakers.filter_map(|named| Some((self.parties.of(named)?, named.kind))) {
            read.entry(party).or_default().entry(kind.name()).or_insert((0, kind)).0 += 1;
        }
        read.into_iter().filter_map(|(party, kinds)| Some((party, most_read(kinds.into_values())?))).collect()
    }
}

/// The kind that was read most often, whatever an article that only describes the source has.
fn most_read(kinds: impl Iterator<Item = (usize, SpeakerKind)>) -> Option<SpeakerKind> {
    kinds.max_by_key(|(count, kind)| (*kind != SpeakerKind::Unnamed, *count)).map(|(_, kind)| kind)
}
