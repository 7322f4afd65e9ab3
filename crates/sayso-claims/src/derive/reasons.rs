//! Why a claim is told as it is: what put its mentions together, where it came from, what people decided, and who stands
//! behind it.

use std::collections::{BTreeMap, HashMap};

use super::analysis::StoryAnalysis;
use crate::entity::{EntityId, EntityMatch};
use crate::origin::{self, Route};
use crate::record::{At, Claim, Joined, Link, LinkKind, Names, Reason, SharedWord, SourceMatch, Why};
use crate::work;

impl StoryAnalysis<'_> {
    /// All reasons but those for the count of its sources, which hang on other claims.
    pub(super) fn reasons(&self, group: &[usize], routes: &[Route<'_>], first_hand: &[&str]) -> Vec<Reason> {
        let joined = group[1..].iter().map(|index| self.joined(group[0], *index));
        let routed = origin::reasons::of_routes(routes, first_hand, |route| self.at(group[route]));
        let decided = group.iter().flat_map(|index| {
            let place = &self.places[*index];
            Reason::of_decisions(self.documents[place.document], &place.mention)
        });
        joined.chain(routed).chain(decided).collect()
    }

    /// Why a mention is taken for the claim that the first makes.
    fn joined(&self, first: usize, index: usize) -> Reason {
        let (one, place) = (&self.places[first], &self.places[index]);
        let document = self.documents[place.document];
        let words = place.words_with(document, &one.content.shared(&place.content)).into_iter();
        let word = |(word, at): (&str, _)| SharedWord { word: word.to_owned(), at: document.text.code_points(at) };
        let joined = Joined {
            article: document.id().clone(),
            source: match self.entity_match(first, index) {
                EntityMatch::Same => SourceMatch::Same,
                EntityMatch::Near => SourceMatch::Near,
                EntityMatch::Open => SourceMatch::Open,
                EntityMatch::Apart => SourceMatch::Apart,
            },
            words: words.map(word).collect(),
            figure: one.measured.agrees(&place.measured),
        };
        Reason { why: Why::Joined(joined), mentions: vec![self.at(index), self.at(first)] }
    }

    /// Counts the distinct originals behind each claim and behind what supports it.
    pub(super) fn count_sources(
        &self,
        (groups, entities): (&[Vec<usize>], &[Vec<EntityId>]),
        claims: &mut [Claim],
        links: &[Link],
    ) {
        let supporters = supporters(claims, links);
        let first_of = self.first_mentions(groups);
        for (index, claim) in claims.iter_mut().enumerate() {
            let behind = work::each([&index].into_iter().chain(&supporters[index]));
            let all = behind.flat_map(|claim| entities[*claim].iter().map(move |entity| (*entity, *claim)));
            let mut sources: BTreeMap<EntityId, usize> = BTreeMap::new();
            all.for_each(|(entity, claim)| _ = sources.entry(entity).or_insert(claim));
            let names: Vec<&str> = sources.keys().map(|entity| self.entities.shown(*entity)).collect();
            let names = Names::of(&names);
            let told = sources.into_iter().take(names.told.len());
            let mentions = told.map(|key| first_of.get(&key).copied().unwrap_or(groups[key.1][0]));
            let mentions = mentions.map(|place| self.at(place)).collect();
            claim.sources = names.count.max(1);
            claim.because.push(Reason { why: Why::Sources { names, supporters: supporters[index].len() }, mentions });
        }
    }

    /// The first mention of each claim that gives an entity as its source.
    fn first_mentions(&self, groups: &[Vec<usize>]) -> HashMap<(EntityId, usize), usize> {
        let mut first = HashMap::new();
        for (claim, group) in groups.iter().enumerate() {
            for place in work::each(group) {
                for entity in &self.places[*place].entities {
                    first.entry((*entity, claim)).or_insert(*place);
                }
            }
        }
        first
    }

    /// Where a mention stands.
    fn at(&self, place: usize) -> At {
        let place = &self.places[place];
        At::of(self.documents[place.document], place.mention.span)
    }
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
