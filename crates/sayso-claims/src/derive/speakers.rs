//! Whose a claim is, and what sort of source.

use std::collections::{BTreeMap, HashMap};

use sayso_read::SpeakerKind;

use super::analysis::StoryAnalysis;
use crate::entity::EntityId;
use crate::record::SpokenBy;
use crate::work;

impl StoryAnalysis<'_> {
    /// Whose a claim is: the entities that most mentions give; where none is known, whom the first describes.
    pub(super) fn spoken_by(&self, group: &[usize], entities: &[EntityId]) -> Vec<SpokenBy> {
        let fuller = |entity: &EntityId| {
            let others = group.iter().flat_map(|index| &self.places[*index].entities);
            let mut others = work::each(others.copied().filter(|_| !self.entities.is_named(*entity)));
            others.find(|other| self.entities.is_told_fuller(*entity, *other)).unwrap_or(*entity)
        };
        let kinds = self.kinds(group);
        let speaker = |entity: EntityId| SpokenBy {
            name: self.entities.shown(entity).to_owned(),
            kind: kinds.get(&entity).copied().unwrap_or(SpeakerKind::Unnamed),
        };
        let mut all: Vec<SpokenBy> = entities.iter().map(fuller).map(speaker).collect();
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

    /// What sort of source the readings of a claim's mentions take each entity for.
    fn kinds(&self, group: &[usize]) -> HashMap<EntityId, SpeakerKind> {
        let mut read: HashMap<EntityId, BTreeMap<&str, (usize, SpeakerKind)>> = HashMap::new();
        let speakers = work::each(group).flat_map(|index| &self.places[*index].mention.speakers);
        for (entity, kind) in speakers.filter_map(|named| Some((self.entities.of(named)?, named.kind))) {
            read.entry(entity).or_default().entry(kind.name()).or_insert((0, kind)).0 += 1;
        }
        read.into_iter().filter_map(|(entity, kinds)| Some((entity, most_read(kinds.into_values())?))).collect()
    }
}

/// The kind that was read most often, whatever an article that only describes the source has.
pub(super) fn most_read(kinds: impl Iterator<Item = (usize, SpeakerKind)>) -> Option<SpeakerKind> {
    kinds.max_by_key(|(count, kind)| (*kind != SpeakerKind::Unnamed, *count)).map(|(_, kind)| kind)
}
