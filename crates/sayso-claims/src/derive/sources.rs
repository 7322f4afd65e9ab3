//! Who stands behind a claim: one computation gives the count, the list and the reason.

use std::collections::{BTreeMap, HashMap};

use super::analysis::StoryAnalysis;
use crate::entity::EntityId;
use crate::record::{At, Claim, Link, LinkKind, Names, Reason, SourceBehind, Why};
use crate::work;

/// The mentions of each claim that give an entity as their source.
type MentionsByEntity = HashMap<(EntityId, usize), Vec<usize>>;

impl StoryAnalysis<'_> {
    /// Counts and lists the distinct originals behind each claim and behind what supports it.
    pub(super) fn count_sources(
        &self,
        (groups, entities): (&[Vec<usize>], &[Vec<EntityId>]),
        claims: &mut [Claim],
        links: &[Link],
    ) {
        let supporters = supporters(claims, links);
        let told = self.told(groups);
        for (index, claim) in claims.iter_mut().enumerate() {
            let behind = work::each([&index].into_iter().chain(&supporters[index]));
            let all = behind.flat_map(|claim| entities[*claim].iter().map(move |entity| (*entity, *claim)));
            // What a body and its voices say is one source, under the name that comes first.
            let mut sources: BTreeMap<EntityId, (EntityId, Vec<At>)> = BTreeMap::new();
            for (entity, other) in all {
                let places = told.get(&(entity, other)).map_or(&groups[other][..1], Vec::as_slice);
                let places = if other == index { places } else { &places[..1] };
                let source = sources.entry(self.entities.party(entity)).or_insert((entity, Vec::new()));
                source.1.extend(places.iter().map(|place| self.at(*place)));
            }
            claim.sources = sources.len().max(1);
            claim.sources_are = sources.into_values().map(|(entity, mentions)| self.behind(entity, mentions)).collect();
            claim.because.push(reason(&claim.sources_are, supporters[index].len()));
        }
    }

    fn behind(&self, entity: EntityId, mentions: Vec<At>) -> SourceBehind {
        SourceBehind { entity: self.cast_id(entity), name: self.entities.shown(entity).to_owned(), mentions }
    }

    fn told(&self, groups: &[Vec<usize>]) -> MentionsByEntity {
        let mut told = MentionsByEntity::new();
        for (claim, group) in groups.iter().enumerate() {
            for place in work::each(group) {
                for entity in &self.places[*place].entities {
                    told.entry((*entity, claim)).or_default().push(*place);
                }
            }
        }
        told
    }
}

/// The count in words, with where each source that is told is named first.
fn reason(sources: &[SourceBehind], supporters: usize) -> Reason {
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    let names = Names::of(&names);
    let told = sources.iter().take(names.told.len());
    let mentions = told.filter_map(|source| source.mentions.first().cloned()).collect();
    Reason { why: Why::Sources { names, supporters }, mentions }
}

/// The claims that support each claim, by their indexes.
fn supporters(claims: &[Claim], links: &[Link]) -> Vec<Vec<usize>> {
    let at: HashMap<&str, usize> = claims.iter().enumerate().map(|(index, claim)| (claim.id.as_str(), index)).collect();
    let mut supporters: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
    for link in links.iter().filter(|link| link.kind == LinkKind::Supports) {
        if let (Some(a), Some(b)) = (at.get(link.a.as_str()), at.get(link.b.as_str())) {
            supporters[*b].push(*a);
        }
    }
    supporters
}
