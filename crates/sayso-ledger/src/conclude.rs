//! From the readings of one story to what is concluded from them: a pure function, so that the same documents give the
//! same claims in whatever order they came.

use std::collections::{BTreeMap, BTreeSet};

use sayso_read::Stance;
use sayso_text::Span;
use sha2::{Digest, Sha256};

use crate::claim::{Content, Measured, Side, Weights, clusters, likeness};
use crate::conclusion::{Claim, ClaimMention, Conclusions, Origin};
use crate::mention::{Mention, Named, mentions};
use crate::origin::{self, Outlets, Route};
use crate::party::{Kinship, Parties, PartyId};
use crate::{Document, link, series};

/// A copy among the documents of a story, by their indexes.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The copy.
    pub article: usize,
    /// What it copies.
    pub of: usize,
    /// The stretches of the copy that come from there.
    pub carried: Vec<Span>,
}

/// Everything known of one mention.
pub(crate) struct Place {
    pub(crate) document: usize,
    pub(crate) mention: Mention,
    pub(crate) content: Content,
    pub(crate) measured: Measured,
    pub(crate) parties: Vec<PartyId>,
    pub(crate) via: Vec<String>,
    pub(crate) copied: bool,
}

/// The mentions of a story and what is needed to compare them.
pub(crate) struct Story<'a> {
    pub(crate) documents: &'a [&'a Document],
    pub(crate) places: Vec<Place>,
    pub(crate) weights: Weights,
    pub(crate) parties: Parties,
}

/// Concludes from the documents of one story, in order of publication.
pub fn conclude(documents: &[&Document], copies: &[Copied]) -> Conclusions {
    let story = Story::new(documents, copies);
    let groups = story.groups();
    let claims: Vec<Claim> = groups.iter().map(|group| story.claim(group)).collect();
    let lines = series::lines(&story, &groups);
    let figures = series::exported(&story, &lines, &claims);
    let links = link::links(&story, &groups, &claims, &lines);
    Conclusions { claims, links, figures }
}

impl<'a> Story<'a> {
    fn new(documents: &'a [&'a Document], copies: &[Copied]) -> Self {
        let all: Vec<(usize, Mention)> = documents
            .iter()
            .enumerate()
            .flat_map(|(index, document)| mentions(document).into_iter().map(move |mention| (index, mention)))
            .collect();
        let parties = parties(documents, &all);
        let outlets = outlets(documents, &all);
        let places: Vec<Place> =
            all.into_iter().map(|(index, mention)| place(documents, copies, &parties, &outlets, index, mention)).collect();
        let weights = Weights::of(places.iter().map(|place| &place.content));
        Self { documents, places, weights, parties }
    }

    pub(crate) fn side(&self, index: usize) -> Side<'_> {
        let place = &self.places[index];
        Side { content: &place.content, measured: &place.measured, stance: place.mention.stance }
    }

    /// How the sources of two mentions stand to one another.
    pub(crate) fn kinship(&self, one: usize, other: usize) -> Kinship {
        self.kinship_of(&self.places[one].parties, &self.places[other].parties)
    }

    /// How two sets of sources stand to one another.
    pub(crate) fn kinship_of(&self, one: &[PartyId], other: &[PartyId]) -> Kinship {
        if one.is_empty() || other.is_empty() {
            return Kinship::Open;
        }
        let pairs = one.iter().flat_map(|a| other.iter().map(|b| self.parties.kinship(*a, *b)));
        pairs.min().unwrap_or(Kinship::Apart)
    }

    fn groups(&self) -> Vec<Vec<usize>> {
        let mut pairs = Vec::new();
        let mut apart = BTreeSet::new();
        for (one, other) in self.candidates() {
            match likeness(&self.weights, &self.side(one), &self.side(other), self.kinship(one, other)) {
                Some(likeness) => pairs.push((one, other, likeness.score)),
                None => drop(apart.insert((one, other))),
            }
        }
        clusters(self.places.len(), &pairs, &apart)
    }

    /// Pairs of mentions that share a stem that not too many have.
    fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, place) in self.places.iter().enumerate() {
            for stem in &place.content.stems {
                having.entry(stem).or_default().push(index);
            }
        }
        let mut pairs = BTreeSet::new();
        for places in having.values().filter(|places| places.len() <= MOST_WITH_STEM) {
            for (at, one) in places.iter().enumerate() {
                pairs.extend(places[at + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs
    }

    fn claim(&self, group: &[usize]) -> Claim {
        let first = group[0];
        let places: Vec<&Place> = group.iter().map(|index| &self.places[*index]).collect();
        let routes: Vec<Route<'_>> = places.iter().map(|place| self.route(place)).collect();
        let first_hand = origin::first_hand(&routes);
        let clearest = self.clearest(group);
        let speakers = self.speakers(group);
        Claim {
            id: self.id(first),
            gist: self.words(clearest).to_owned(),
            stance: common(places.iter().map(|place| place.mention.stance)).unwrap_or(Stance::Asserts),
            certainty: places.iter().map(|place| place.mention.certainty).min().unwrap_or(self.places[first].mention.certainty),
            mentions: places.iter().map(|place| self.mention(place)).collect(),
            origin: Origin {
                article: self.documents[places[0].document].id().clone(),
                named: origin::named(&routes),
            },
            first_hand: first_hand.len(),
            sources: 1,
            because: Vec::new(),
            speakers,
        }
    }

    fn route<'p>(&'p self, place: &'p Place) -> Route<'p> {
        Route {
            outlet: self.documents[place.document].outlet().unwrap_or_default(),
            via: &place.via,
            copied: place.copied,
            unsourced: place.mention.attribution.is_none(),
        }
    }

    /// The mention most like the others of its claim; the earliest of several.
    fn clearest(&self, group: &[usize]) -> usize {
        let centrality = |index: usize| {
            group.iter().map(|other| self.weights.overlap(&self.places[index].content, &self.places[*other].content)).sum::<f64>()
        };
        let best = group.iter().map(|index| (*index, centrality(*index))).reduce(|best, next| if next.1 > best.1 + 1e-9 { next } else { best });
        best.map_or(group[0], |(index, _)| index)
    }

    pub(crate) fn words(&self, index: usize) -> &str {
        let place = &self.places[index];
        self.documents[place.document].text.slice(place.mention.span)
    }

    /// Whose the claim is: the parties that most mentions give.
    fn speakers(&self, group: &[usize]) -> Vec<String> {
        let mut names: Vec<String> = self.parties_of(group).iter().map(|party| self.parties.shown(*party)).collect();
        names.dedup();
        names
    }

    /// The parties that most mentions of a claim give as its source.
    pub(crate) fn parties_of(&self, group: &[usize]) -> Vec<PartyId> {
        let named = group.iter().map(|index| &self.places[*index].parties).filter(|parties| !parties.is_empty());
        common(named.cloned()).unwrap_or_default()
    }

    fn mention(&self, place: &Place) -> ClaimMention {
        let document = self.documents[place.document];
        let (start, end) = document.text.code_points(place.mention.span);
        let written = |spans: &[Span]| {
            let words: Vec<&str> = spans.iter().map(|span| document.text.slice(*span)).collect();
            Some(words.join(" … ")).filter(|words| !words.is_empty())
        };
        let attribution = place.mention.attribution.and_then(|index| document.entry.record.attributions.get(index));
        ClaimMention {
            article: document.id().clone(),
            start,
            end,
            source: written(&place.mention.source),
            cue: written(&place.mention.cue),
            via: place.via.clone(),
            attribution: attribution.map(|attribution| attribution.id.clone()),
            source_at: place.mention.source.iter().map(|span| document.text.code_points(*span)).collect(),
        }
    }

    /// An id derived from a mention's article and place: a claim has that of its first.
    fn id(&self, index: usize) -> String {
        let place = &self.places[index];
        let document = self.documents[place.document];
        let (start, end) = document.text.code_points(place.mention.span);
        let hash = Sha256::digest(format!("{}\n{start}\n{end}", document.id()).as_bytes());
        format!("c{}", hash[..ID_BYTES].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    }
}

/// Bytes of the hash that a claim's id keeps: short enough to type, long enough for a story.
const ID_BYTES: usize = 5;

/// A stem that more mentions have is too common to make two of them worth comparing.
const MOST_WITH_STEM: usize = 80;

fn parties(documents: &[&Document], all: &[(usize, Mention)]) -> Parties {
    let introduced = all.iter().flat_map(|(index, mention)| {
        let source = mention.source.first().map_or("", |span| documents[*index].text.slice(*span));
        mention.speakers.iter().chain(&mention.chain).map(move |named| (named, source))
    });
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    Parties::new(introduced, &texts)
}

fn outlets(documents: &[&Document], all: &[(usize, Mention)]) -> Outlets {
    let own = documents.iter().filter_map(|document| document.outlet());
    let called = all.iter().flat_map(|(_, mention)| mention.via.iter().map(String::as_str)).filter(|name| name.contains(' '));
    let known = Outlets::new(own.clone());
    let new: Vec<&str> = called.filter(|name| known.named(name) == **name).collect();
    Outlets::new(own.chain(new))
}

fn place(
    documents: &[&Document],
    copies: &[Copied],
    parties: &Parties,
    outlets: &Outlets,
    document: usize,
    mention: Mention,
) -> Place {
    let text = documents[document].text.slice(mention.span);
    let own = documents[document].outlet().unwrap_or_default();
    let mut via: Vec<String> = Vec::new();
    let copy = copies.iter().find(|copy| copy.article == document);
    let copied = copy.filter(|copy| copy.carried.iter().any(|span| span.start() <= mention.span.start() && mention.span.end() <= span.end()));
    let original = copied.and_then(|copy| documents[copy.of].outlet());
    for name in original.into_iter().map(str::to_owned).chain(mention.via.iter().map(|name| outlets.named(name))) {
        if !via.contains(&name) && !outlets.same(&name, own) {
            via.push(name);
        }
    }
    let mut ids: Vec<PartyId> = mention.speakers.iter().filter(|named| !is_outlet(named, &mention.via)).filter_map(|named| parties.of(named)).collect();
    ids.sort_unstable();
    ids.dedup();
    Place {
        document,
        content: Content::of(text),
        measured: Measured::of(documents[document], &mention),
        parties: ids,
        via,
        copied: copied.is_some(),
        mention,
    }
}

/// An outlet that reports is not whose claim it is.
fn is_outlet(named: &Named, via: &[String]) -> bool {
    via.contains(&named.name)
}

/// The value that occurs most; the first of several.
fn common<T: PartialEq + Clone>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counted.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counted.push((value, 1)),
        }
    }
    counted.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(value, _)| value)
}
