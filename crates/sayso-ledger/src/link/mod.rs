//! How claims stand to one another: denials, supports, updates and rivals, each found by its own rules.

mod counts;
mod denial;
mod support;

use std::collections::BTreeSet;

use crate::claim::Sharing;
use crate::conclude::{Key, Place, Story};
use crate::party::{Kinship, PartyId};
use crate::record::{Claim, Link, LinkKind};
use crate::series::Line;

/// The claims of a story as links are sought between them.
pub(crate) struct Claims<'a> {
    pub(crate) story: &'a Story<'a>,
    pub(crate) groups: &'a [Vec<usize>],
    pub(crate) claims: &'a [Claim],
    pub(crate) parties: Vec<Vec<PartyId>>,
    sharing: Sharing<Key>,
    /// The places of each document with the claims that they are of.
    in_document: Vec<Vec<(usize, usize)>>,
}

/// A link between claims by their indexes.
pub(crate) struct Found {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) kind: LinkKind,
    pub(crate) score: f64,
}

/// The links of a story, in order of the claims that they join.
pub(crate) fn links(story: &Story<'_>, groups: &[Vec<usize>], claims: &[Claim], lines: &[Line]) -> Vec<Link> {
    let parties = groups.iter().map(|group| story.parties_of(group)).collect();
    let places = |group: &Vec<usize>| keys(group.iter().map(|index| &story.places[*index])).collect::<Vec<Key>>();
    let sharing = Sharing::new(groups.iter().map(places).enumerate(), MOST_WITH_KEY);
    let mut in_document = vec![Vec::new(); story.documents.len()];
    for (claim, group) in groups.iter().enumerate() {
        group.iter().for_each(|index| in_document[story.places[*index].document].push((*index, claim)));
    }
    let claims = Claims { story, groups, claims, parties, sharing, in_document };
    let mut found = counts::links(&claims, lines);
    found.extend(denial::links(&claims));
    let taken: BTreeSet<(usize, usize)> = found.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))).collect();
    found.extend(
        support::links(&claims).into_iter().filter(|link| !taken.contains(&(link.a.min(link.b), link.a.max(link.b)))),
    );
    found.sort_by_key(|link| (link.a, link.b, link.kind));
    found.dedup_by_key(|link| (link.a, link.b, link.kind));
    found.into_iter().map(|link| claims.exported(&link)).collect()
}

impl Claims<'_> {
    fn exported(&self, link: &Found) -> Link {
        let id = |index: usize| self.claims[index].id.clone();
        Link {
            a: id(link.a),
            b: id(link.b),
            kind: link.kind,
            score: (link.score.clamp(0.0, 1.0) * 100.0).round() / 100.0,
        }
    }

    /// How the sources of two claims stand to one another.
    pub(crate) fn kinship(&self, one: usize, other: usize) -> Kinship {
        self.story.kinship_of(&self.parties[one], &self.parties[other])
    }

    /// Whether nobody is named for a claim.
    pub(crate) fn is_unnamed(&self, claim: usize) -> bool {
        self.parties[claim].iter().all(|party| !self.story.parties.is_named(*party))
    }

    /// How much of what one claim says another has, by the pair of mentions that share most; a figure in common is all.
    pub(crate) fn about(&self, one: usize, other: usize) -> f64 {
        let pairs = self.places(one).flat_map(|a| self.places(other).map(move |b| (a, b)));
        let shares = pairs.map(|(a, b)| {
            let both = a.measured.main().is_some() && a.measured.agrees(&b.measured);
            if both { 1.0 } else { a.content.containment(&b.content) }
        });
        shares.fold(0.0, f64::max)
    }

    /// The likest pair of their mentions, of those that share more than a word.
    pub(crate) fn overlap(&self, one: usize, other: usize) -> f64 {
        let pairs = self.places(one).flat_map(|a| self.places(other).map(move |b| (a, b)));
        pairs
            .filter(|(a, b)| a.content.shares_more_than_one(&b.content))
            .map(|(a, b)| a.content.overlap(&b.content))
            .fold(0.0, f64::max)
    }

    /// How much of what one claim says another has, where both count one number of the same.
    pub(crate) fn share_of_figure(&self, one: usize, other: usize) -> f64 {
        let pairs = self.places(one).flat_map(|a| self.places(other).map(move |b| (a, b)));
        let counting = pairs.filter(|(a, b)| a.measured.counts_alike(&b.measured));
        counting.map(|(a, b)| a.content.containment(&b.content)).fold(0.0, f64::max)
    }

    /// The first document that has a claim, by its place in time.
    pub(crate) fn first(&self, claim: usize) -> usize {
        self.places(claim).map(|place| place.document).min().unwrap_or_default()
    }

    /// The last document that has it.
    pub(crate) fn last(&self, claim: usize) -> usize {
        self.places(claim).map(|place| place.document).max().unwrap_or_default()
    }

    /// The claims with which one shares a stem or a figure that not too many have: those that can say the same.
    pub(crate) fn sharing(&self, claim: usize) -> Vec<usize> {
        self.sharing.with(keys(self.places(claim)))
    }

    /// The places in the document of one place, each with the claim that it is of.
    pub(crate) fn beside(&self, place: usize) -> &[(usize, usize)] {
        &self.in_document[self.story.places[place].document]
    }

    fn places(&self, claim: usize) -> impl Iterator<Item = &Place> {
        self.groups[claim].iter().map(|index| &self.story.places[*index])
    }
}

fn keys<'p>(places: impl Iterator<Item = &'p Place>) -> impl Iterator<Item = Key> {
    places.flat_map(Place::keys)
}

/// A stem or a figure that more claims have does not tell them apart.
const MOST_WITH_KEY: usize = 80;
