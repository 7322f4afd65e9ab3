//! Why a claim is told as it is: what put its mentions together, where it came from, what people decided, and who stands
//! behind it.

use super::analysis::StoryAnalysis;
use crate::entity::EntityMatch;
use crate::origin::{self, Route};
use crate::record::{At, Joined, Reason, SharedWord, SourceMatch, Why};

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

    /// Where a mention stands.
    pub(super) fn at(&self, place: usize) -> At {
        let place = &self.places[place];
        At::of(self.documents[place.document], place.mention.span)
    }
}
