//! From the readings of one story to what is concluded from them: a pure function, so that the same documents give the
//! same claims in whatever order they came.

use std::collections::{BTreeMap, BTreeSet};

use sayso_read::Stance;
use sayso_text::Span;
use sha2::{Digest, Sha256};

use crate::claim::{Content, Measured, Side, Weights, clusters, likeness};
use crate::conclusion::{Claim, ClaimMention, Conclusions, Link, LinkKind, Origin};
use crate::mention::{Mention, Named, mentions, statements};
use crate::origin::{self, Outlets, Route};
use crate::party::{Kinship, Parties, PartyId, is_everywhere};
use crate::words::{words, words_of};
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
    /// How many of the places are told of a source; those behind them are stated as the articles' own.
    told: usize,
    pub(crate) weights: Weights,
    pub(crate) parties: Parties,
    outlets: Outlets,
}

/// Concludes from the documents of one story, in order of publication.
pub fn conclude(documents: &[&Document], copies: &[Copied]) -> Conclusions {
    let story = Story::new(documents, copies);
    let groups = story.with_unsourced(story.groups());
    let mut claims: Vec<Claim> = groups.iter().map(|group| story.claim(group)).collect();
    let lines = series::lines(&story, &groups);
    let figures = series::exported(&story, &lines, &claims);
    let links = link::links(&story, &groups, &claims, &lines);
    story.count_sources(&groups, &mut claims, &links);
    Conclusions { claims, links, figures }
}

impl<'a> Story<'a> {
    fn new(documents: &'a [&'a Document], copies: &[Copied]) -> Self {
        let all: Vec<(usize, Mention)> = documents
            .iter()
            .enumerate()
            .flat_map(|(index, document)| mentions(document).into_iter().map(move |mention| (index, mention)))
            .collect();
        let told = all.len();
        let unsourced: Vec<(usize, Mention)> = documents
            .iter()
            .enumerate()
            .flat_map(|(index, document)| {
                let own: Vec<Mention> = all.iter().filter(|(of, _)| *of == index).map(|(_, mention)| mention.clone()).collect();
                statements(document, &own).into_iter().map(move |mention| (index, mention))
            })
            .collect();
        let parties = parties(documents, &all);
        let outlets = outlets(documents, &all);
        let places: Vec<Place> =
            all.into_iter().chain(unsourced).map(|(index, mention)| place(documents, copies, &parties, &outlets, index, mention)).collect();
        let weights = Weights::of(places.iter().take(told).map(|place| &place.content));
        Self { documents, places, told, weights, parties, outlets }
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
        clusters(self.told, &pairs, &apart, LEAST_MEAN)
    }

    /// Adds to each claim the places where an article states it as its own, having it from others.
    fn with_unsourced(&self, mut groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let found: Vec<(usize, usize)> = (self.told..self.places.len())
            .filter_map(|index| Some((self.lost_from(index, &groups)?, index)))
            .collect();
        for (group, index) in found {
            let document = self.places[index].document;
            if !groups[group].iter().any(|other| self.places[*other].document == document) {
                groups[group].push(index);
                groups[group].sort_by_key(|index| (self.places[*index].document, self.places[*index].mention.span));
            }
        }
        groups
    }

    /// The claim that an unsourced statement repeats.
    fn lost_from(&self, index: usize, groups: &[Vec<usize>]) -> Option<usize> {
        let best = groups.iter().enumerate().filter_map(|(group, members)| {
            let scores = members.iter().filter_map(|other| {
                likeness(&self.weights, &self.side(index), &self.side(*other), Kinship::Open).map(|likeness| likeness.score)
            });
            Some((scores.reduce(f64::max)?, group))
        });
        let (score, group) = best.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        (score >= LOST).then_some(group)
    }

    /// Pairs of mentions that share a stem or a figure that not too many have.
    fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let mut having: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, place) in self.places.iter().take(self.told).enumerate() {
            let figure = place.measured.main().and_then(|main| main.number()).map(|number| format!("figure {number}"));
            for key in place.content.stems.iter().cloned().chain(figure) {
                having.entry(key).or_default().push(index);
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
            sources: 0,
            because: self.merged_because(group).into_iter().chain(origin::reasons::of_routes(&routes, &first_hand)).collect(),
            speakers,
        }
    }

    /// Why each mention but the first is taken for the same claim.
    fn merged_because(&self, group: &[usize]) -> Vec<String> {
        let first = &self.places[group[0]];
        let reason = |index: &usize| {
            let place = &self.places[*index];
            let shared = self.weights.shared(&first.content, &place.content);
            let words = words_of(self.words(*index), &shared);
            let figure = if first.measured.agrees(&place.measured) { " and the figure" } else { "" };
            let source = match self.kinship(group[0], *index) {
                Kinship::Same => "same source",
                Kinship::Near => "a source that may be the same",
                Kinship::Open => "no source named",
                Kinship::Apart => "joined by another mention",
            };
            let said = if words.is_empty() { String::new() } else { format!(", shares {}{figure}", words.join(", ")) };
            format!("{}: {source}{said}.", self.documents[place.document].id())
        };
        group[1..].iter().map(reason).collect()
    }

    /// Counts the distinct originals behind each claim and behind what supports it.
    fn count_sources(&self, groups: &[Vec<usize>], claims: &mut [Claim], links: &[Link]) {
        let at: BTreeMap<String, usize> = claims.iter().enumerate().map(|(index, claim)| (claim.id.clone(), index)).collect();
        let mut supporters: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
        for link in links.iter().filter(|link| link.kind == LinkKind::Supports) {
            if let (Some(a), Some(b)) = (at.get(&link.a), at.get(&link.b)) {
                supporters[*b].push(*a);
            }
        }
        for (index, claim) in claims.iter_mut().enumerate() {
            let behind = supporters[index].iter().chain([&index]).flat_map(|claim| self.parties_of(&groups[*claim]));
            let parties: BTreeSet<PartyId> = behind.collect();
            let names: Vec<String> = parties.iter().map(|party| self.parties.shown(*party)).collect();
            claim.sources = names.len().max(1);
            claim.because.push(origin::reasons::of_sources(&names, supporters[index].len()));
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
        if names.is_empty() {
            let described = group.iter().map(|index| &self.places[*index].mention.speakers).find(|speakers| !speakers.is_empty());
            names = described.into_iter().flatten().map(|named| named.name.clone()).collect();
        }
        names.iter_mut().for_each(|name| *name = self.outlets.in_full(name));
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

const SECONDS_AN_HOUR: i64 = 3600;

/// Bytes of the hash that a claim's id keeps: short enough to type, long enough for a story.
const ID_BYTES: usize = 5;

/// Likeness from which an unsourced statement is a claim that lost its source.
const LOST: f64 = 1.0;

/// Mean likeness over the pairs of two groups of mentions, from which both are one claim.
const LEAST_MEAN: f64 = 0.6;

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
    if mention.attribution.is_none() {
        let sentence = documents[document].text.slice(mention.sentence);
        via.extend(outlets.within(sentence).into_iter().filter(|name| !outlets.same(name, own)));
    }
    let whose = mention.speakers.iter().filter(|named| !is_outlet(named, &mention.via) && !is_open(documents[document], &mention, named));
    let mut ids: Vec<PartyId> = whose.filter_map(|named| parties.of(named)).collect();
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

/// 'The diplomat', 'the company', 'its operator': a description that points at somebody named elsewhere.
fn is_open(document: &Document, mention: &Mention, named: &Named) -> bool {
    let source = mention.source.first().map_or("", |span| document.text.slice(*span));
    let first = source.split_whitespace().next().unwrap_or_default().to_lowercase();
    let proper = named.name.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    !proper && DEFINITE.contains(&first.as_str()) && !is_everywhere(&words(&named.name))
}

/// Words that point at somebody known.
const DEFINITE: [&str; 12] = ["he", "her", "his", "it", "its", "she", "that", "the", "their", "they", "this", "who"];

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
