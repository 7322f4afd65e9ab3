//! Who is who in a story, as it is exported.

use std::collections::{BTreeMap, BTreeSet};

use sayso_read::SpeakerKind;
use sha2::{Digest, Sha256};

use super::analysis::StoryAnalysis;
use super::speakers::most_read;
use crate::entity::EntityId;
use crate::record::EntityRecord;
use crate::work;

/// Bytes of the hash that an entity's id keeps, as many as a mention's.
const ID_BYTES: usize = 16;

impl StoryAnalysis<'_> {
    /// The sources of a story's claims, in order of the names that are shown.
    pub(super) fn cast(&self, groups: &[Vec<usize>]) -> Vec<EntityRecord> {
        let places = || work::each(groups.iter().flatten().map(|place| &self.places[*place]));
        let all: BTreeSet<EntityId> = places().flat_map(|place| place.entities.iter().copied()).collect();
        let mut kinds: BTreeMap<EntityId, BTreeMap<&str, (usize, SpeakerKind)>> = BTreeMap::new();
        for named in places().flat_map(|place| &place.mention.speakers) {
            if let Some(entity) = self.entities.of(named) {
                kinds.entry(entity).or_default().entry(named.kind.name()).or_insert((0, named.kind)).0 += 1;
            }
        }
        let kind = |entity: &EntityId| most_read(kinds.get(entity)?.values().copied());
        let record = |entity: EntityId| EntityRecord {
            id: self.cast_id(entity),
            name: self.entities.shown(entity).to_owned(),
            kind: kind(&entity).unwrap_or(SpeakerKind::Unnamed),
            role: self.entities.role(entity).map(str::to_owned),
            aliases: self.entities.aliases(entity).to_vec(),
        };
        let mut cast: Vec<EntityRecord> = all.into_iter().map(record).collect();
        cast.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        cast
    }

    /// The id of an entity: of the story's first article, and of its first name, which no other entity of the story has.
    pub(super) fn cast_id(&self, entity: EntityId) -> String {
        let story = self.documents.first().map(|document| document.id().to_string()).unwrap_or_default();
        let name = self.entities.aliases(entity).first().map(String::as_str).unwrap_or_default();
        let hash = Sha256::digest(format!("{story}\n{name}").as_bytes());
        format!("e{}", hash[..ID_BYTES].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    }
}
