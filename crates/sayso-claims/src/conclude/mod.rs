//! From the readings of one story to what is concluded from them: a pure function, so that the same documents give the
//! same claims in whatever order they came.
//!
//! Every mention is gathered with what can be compared of it (`gather`), the mentions of one claim are put together
//! (`group`), and what is known of each claim is told (`tell`), whose it is (`whose`), and the reasons (`why`).

mod gather;
mod group;
mod said;
mod tell;
mod whose;
mod why;

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;
pub(crate) use said::{Said, Saying};
use sayso_text::Span;

use crate::claim::{Side, Stem, Weighed, Weights};
use crate::decision::Rulings;
use crate::mention::Stated;
use crate::origin::Outlets;
use crate::party::{Kinship, Parties, PartyId};
use crate::record::{Claim, Conclusions};
use crate::{Document, link, series, work};

/// A copy among the documents of a story, by their indexes.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The copy.
    pub article: usize,
    /// What it copies.
    pub of: usize,
    /// The stretches of the copy that come from there, in order, none within another.
    pub carried: Vec<Span>,
}

impl Copied {
    /// Whether a span of the copy comes from there.
    fn has(&self, span: Span) -> bool {
        let behind = self.carried.partition_point(|carried| carried.start() <= span.start());
        self.carried[..behind].last().is_some_and(|carried| carried.contains(span))
    }
}

/// Everything known of one mention.
pub(crate) struct Place {
    /// The document, by its index in the story.
    pub(crate) document: usize,
    said: Arc<Said>,
    pub(crate) content: Weighed,
    /// Whose it is.
    pub(crate) parties: Vec<PartyId>,
    /// The same for all mentions of the same parties.
    sources: usize,
    /// The outlets between the article and the source, nearest first, under their full names.
    pub(crate) via: Vec<String>,
    /// Whether the words stand in a passage copied from another outlet.
    pub(crate) copied: bool,
}

impl Deref for Place {
    type Target = Said;

    fn deref(&self) -> &Said {
        &self.said
    }
}

/// What two mentions that say the same have in common, one at the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// A word.
    Stem(Stem),
    /// The bits of a number.
    Figure(u64),
}

impl Place {
    /// What it can have in common with another.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> {
        let figure = self.measured.main().and_then(|main| main.number()).map(|number| Key::Figure(number.to_bits()));
        self.content.stems().iter().copied().map(Key::Stem).chain(figure)
    }
}

/// The mentions of a story and what is needed to compare them.
pub(crate) struct Story<'a> {
    pub(crate) documents: &'a [&'a Document],
    pub(crate) places: Vec<Place>,
    /// How many of the places make claims; those behind them are stated as the articles' own.
    told: usize,
    pub(crate) weights: Weights,
    pub(crate) parties: Parties,
    outlets: Outlets,
    /// How the sources of mentions stand to one another, as far as it was asked.
    kinships: RefCell<FxHashMap<(usize, usize), Kinship>>,
}

/// Concludes from the documents of one story, in order of publication, as people's rulings bind it.
#[must_use]
pub fn conclude(documents: &[&Document], copies: &[Copied], rulings: &Rulings) -> Conclusions {
    let story = Story::new(documents, copies, rulings);
    let groups = story.groups(rulings);
    let parties: Vec<Vec<PartyId>> = groups.iter().map(|group| story.parties_of(group)).collect();
    let mut claims: Vec<Claim> =
        groups.iter().zip(&parties).map(|(group, parties)| story.claim(group, parties)).collect();
    let lines = series::lines(&story, &groups);
    let figures = series::exported(&story, &lines, &claims);
    let links = link::links(&story, &groups, (&claims, &parties), &lines);
    story.count_sources((&groups, &parties), &mut claims, &links);
    Conclusions { claims, links, figures }
}

impl<'a> Story<'a> {
    fn new(documents: &'a [&'a Document], copies: &[Copied], rulings: &Rulings) -> Self {
        let gathered = gather::gather(documents, copies, rulings);
        let gather::Gathered { places, told, weights, parties, outlets } = gathered;
        Self { documents, places, told, weights, parties, outlets, kinships: RefCell::default() }
    }

    pub(crate) fn side(&self, index: usize) -> Side<'_> {
        let place = &self.places[index];
        let published = self.documents[place.document].published;
        let hours = published.map_or(0, |instant| instant.as_second() / SECONDS_AN_HOUR);
        let stance = place.mention.stance;
        Side { content: &place.content, measured: &place.measured, stance, document: place.document, hours }
    }

    /// How the sources of two mentions stand to one another.
    pub(crate) fn kinship(&self, one: usize, other: usize) -> Kinship {
        let (one, other) = (&self.places[one], &self.places[other]);
        let numbers = (one.sources, other.sources);
        let known = self.kinships.borrow().get(&numbers).copied();
        known.unwrap_or_else(|| {
            let kinship = self.kinship_of(&one.parties, &other.parties);
            let mut known = self.kinships.borrow_mut();
            if known.len() < MOST_KINSHIPS {
                known.insert(numbers, kinship);
            }
            kinship
        })
    }

    /// How two sets of sources stand to one another.
    fn kinship_of(&self, one: &[PartyId], other: &[PartyId]) -> Kinship {
        if one.is_empty() || other.is_empty() {
            return Kinship::Open;
        }
        let pairs = one.iter().flat_map(|a| other.iter().map(|b| self.parties.kinship(*a, *b)));
        pairs.min().unwrap_or(Kinship::Apart)
    }

    /// The parties that most mentions of a claim give as its source.
    fn parties_of(&self, group: &[usize]) -> Vec<PartyId> {
        let named = group.iter().map(|index| &self.places[*index].parties).filter(|parties| !parties.is_empty());
        common(named.cloned()).unwrap_or_default()
    }

    /// The words of a mention.
    pub(crate) fn words(&self, index: usize) -> &str {
        let place = &self.places[index];
        self.documents[place.document].text.slice(place.mention.span)
    }

    /// The id of a mention; a claim has that of its first.
    pub(crate) fn id(&self, index: usize) -> String {
        self.places[index].mention.id.clone()
    }

    /// A figure of a mention, by its index there.
    pub(crate) fn stated(&self, place: usize, figure: usize) -> &Stated {
        &self.places[place].mention.figures[figure]
    }
}

const SECONDS_AN_HOUR: i64 = 3600;

/// Answers about kinship that are remembered: 10 MB. A story of the news has hundreds of sources, and asks thousands of
/// times of each pair; one of thousands asks hardly twice.
const MOST_KINSHIPS: usize = 250_000;

/// The value that occurs most; the first of several.
fn common<T: Eq + Hash + Clone>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    let mut places: HashMap<T, usize> = HashMap::new();
    for value in work::each(values) {
        let place = *places.entry(value.clone()).or_insert(counted.len());
        match counted.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => counted.push((value, 1)),
        }
    }
    counted.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(value, _)| value)
}
