//! Drawing: from one unmoving view of the ledger, without a lock; then published in one transaction, where nobody else has
//! published any of it meanwhile.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Memory;
use super::family::{Family, LEASE};
use crate::Document;
use crate::decision::Rulings;
use crate::draw::Grouped;
use crate::record::{Brief, StoryRecord, written};
use crate::store::{Batch, Conclusion, Generation, Packed, Reader, Sequence, Shelf, StoreError};
use crate::story::{Bonds, Grouping};

/// Attributions that a small story has at most.
const SMALL_ATTRIBUTIONS: usize = 1_500;

/// Draws a story's record; tests put others in its place.
pub(super) type Draw<'d> = &'d dyn Fn(Grouped, &[Document], &Rulings) -> StoryRecord;

/// From where the material comes: a view of the ledger, what is grouped in it, and what is known of its documents.
pub(super) type Source<'s> = (&'s Reader, &'s Grouping<Shelf<'s>>, &'s Memory);

/// All that one story is drawn from.
pub(super) struct Material {
    grouped: Grouped,
    documents: Vec<Document>,
    sequences: Vec<Sequence>,
    digest: Vec<u8>,
}

/// A family, with the material of those of its stories that are to be drawn.
pub(super) struct Plan {
    family: Family,
    material: Vec<Material>,
    generation: Generation,
    /// Whether drawing it takes more than a second.
    pub is_large: bool,
    /// Stories that stay as they were drawn.
    kept: BTreeSet<String>,
}

/// A story that is drawn, as it will be kept: making that takes longer than recording it.
struct Drawn {
    id: String,
    digest: Vec<u8>,
    brief: String,
    record: Packed,
    sequences: Vec<Sequence>,
    claims: Vec<String>,
    mentions: Vec<String>,
    speakers: Vec<String>,
}

/// A family that is drawn.
pub(super) struct Publication {
    plan: Plan,
    drawn: Vec<Drawn>,
}

impl Plan {
    /// Loads what is needed for drawing a family.
    pub(super) fn new(from: Source<'_>, family: Family) -> Result<Self, StoreError> {
        let (reader, ..) = from;
        let (mut material, mut kept) = (Vec::new(), BTreeSet::new());
        for (bonds, is_certain) in &family.stories {
            let (id, digest) = (bonds.id(), digest(bonds));
            if !is_certain && reader.digest(&id)?.as_ref() == Some(&digest) {
                kept.insert(id);
            } else {
                material.push(Material::of(from, bonds, digest)?);
            }
        }
        let documents = material.iter().flat_map(|material| &material.documents);
        let attributions: usize = documents.map(|document| document.entry.record.attributions.len()).sum();
        let is_large = attributions > SMALL_ATTRIBUTIONS || family.is_large(reader)?;
        Ok(Self { family, material, kept, is_large, generation: reader.generation()? })
    }

    /// Takes it upon this program to draw it; `false` where another has drawn some of it since it was looked at, or took it.
    pub(super) fn take(&self, batch: &Batch<'_>) -> Result<bool, StoreError> {
        for number in &self.family.due {
            match batch.due_taken(*number)? {
                Some(taken) if taken <= self.family.taken => {}
                _ => return Ok(false),
            }
        }
        batch.take_due(&self.family.due, Some(Timestamp::now() + LEASE))?;
        Ok(true)
    }

    /// Draws it.
    pub(super) fn drawn(mut self, rulings: &Rulings, draw: Draw<'_>) -> Publication {
        let drawn = std::mem::take(&mut self.material).into_iter().map(|material| Drawn::of(material, rulings, draw));
        Publication { drawn: drawn.collect(), plan: self }
    }
}

impl Material {
    fn of((reader, grouping, memory): Source<'_>, bonds: &Bonds, digest: Vec<u8>) -> Result<Self, StoreError> {
        let story = grouping.told(bonds);
        grouping.index().failure()?;
        let mut sequences = Vec::new();
        for id in story.articles() {
            sequences.extend(reader.sequence_of_printed(id)?);
        }
        let documents = memory.documents(reader, &sequences)?;
        let because = story.joined.into_iter().map(|joined| (joined.article.clone(), joined)).collect();
        let grouped = Grouped { id: story.id, name: story.name, because, related: Vec::new() };
        Ok(Self { grouped, documents, sequences, digest })
    }
}

impl Drawn {
    fn of(material: Material, rulings: &Rulings, draw: Draw<'_>) -> Self {
        let Material { grouped, documents, sequences, digest } = material;
        let record = draw(grouped, &documents, rulings);
        let mentions = record.claims.iter().flat_map(|claim| &claim.mentions);
        Self {
            digest,
            sequences,
            brief: serde_json::to_string(&Brief::of(&record))
                .expect("a brief is made of texts and numbers, which JSON has"),
            record: Packed::of(&written(&record)),
            mentions: mentions.map(|mention| mention.id.clone()).collect(),
            claims: record.claims.iter().map(|claim| claim.id.clone()).collect(),
            speakers: record.claims.iter().flat_map(|claim| claim.speakers.iter().cloned()).collect(),
            id: record.id,
        }
    }

    fn keep(&self, batch: &Batch<'_>) -> Result<(), StoreError> {
        batch.conclude(&Conclusion {
            story: &self.id,
            digest: &self.digest,
            brief: &self.brief,
            record: &self.record,
            documents: &self.sequences,
            claims: &borrowed(&self.claims),
            mentions: &borrowed(&self.mentions),
            speakers: &borrowed(&self.speakers),
        })
    }
}

impl Publication {
    /// Publishes it; `false`, and it is not published, where somebody else has published or removed something of it since
    /// its view was taken: then what they left undone is still on the list.
    pub(super) fn publish(&self, batch: &Batch<'_>) -> Result<bool, StoreError> {
        let Plan { family, kept, is_large, .. } = &self.plan;
        if !self.holds(batch)? {
            if *is_large {
                batch.take_due(&family.due, None)?;
            }
            return Ok(false);
        }
        let new: BTreeSet<&str> = self.drawn.iter().map(|drawn| drawn.id.as_str()).collect();
        for story in family.drawn().into_iter().filter(|story| !new.contains(story) && !kept.contains(*story)) {
            batch.withdraw(story)?;
            if let Some(other) = new.first() {
                batch.move_due(story, other)?;
            }
        }
        self.drawn.iter().try_for_each(|drawn| drawn.keep(batch))?;
        batch.clear_due(&family.due)?;
        batch.mark(&family.strays)?;
        Ok(true)
    }

    /// Whether all that was seen still stands.
    fn holds(&self, batch: &Batch<'_>) -> Result<bool, StoreError> {
        let Plan { family, generation, .. } = &self.plan;
        for (document, before) in &family.before {
            if batch.edition_with(*document)? != *before || batch.removed(*document)?.is_some() {
                return Ok(false);
            }
        }
        Ok(batch.generation()? == *generation)
    }
}

fn borrowed(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

/// Of what a story is drawn from, people's decisions aside: the same where nothing joined, left or was linked otherwise.
fn digest(bonds: &Bonds) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut take = |key: &crate::story::DocumentKey| {
        hash.update(key.id.len().to_le_bytes());
        hash.update(&key.id);
    };
    bonds.keys.iter().for_each(&mut take);
    bonds.links.iter().flat_map(|(key, to)| [key, to]).for_each(&mut take);
    hash.finalize().to_vec()
}
