//! Features of a claim that predict how much it is worth.

use std::collections::{BTreeMap, BTreeSet};

use sayso_claims::record::{Claim, LinkKind};
use sayso_read::{SpeakerKind, Stance};

use crate::coverage::{Coverage, Statement};
use crate::terms::terms;
use crate::vocabulary::english;

/// Numbers that tell how much an editor would miss a claim.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Features {
    /// Logarithm of how many outlets have it from a source.
    pub outlets: f64,
    /// Logarithm of how many mentions there are.
    pub mentions: f64,
    /// Whether it stands in the head of an article.
    pub lead: f64,
    /// The earliest place in an article, 0 to 1.
    pub place: f64,
    /// Whether it denies or doubts.
    pub denies: f64,
    /// Whether it is a refusal.
    pub declines: f64,
    /// Whether it states a figure of a series.
    pub figure: f64,
    /// Whether it is linked to another claim.
    pub linked: f64,
    /// Logarithm of the length of its gist.
    pub length: f64,
    /// Share of the articles that have its terms, on average.
    pub central: f64,
    /// Share of the articles whose heads have them, likewise.
    pub headed: f64,
    /// Whether any outlet has it from another.
    pub relayed: f64,
    /// Logarithm of how many claims its speaker has, and one.
    pub voice: f64,
    /// Whether a person speaks.
    pub person: f64,
    /// Whether another claim denies it.
    pub denied: f64,
}

impl Features {
    /// The sum of products with weights of the same names.
    pub(crate) fn times(&self, weights: &Self) -> f64 {
        let pairs = [
            (self.outlets, weights.outlets),
            (self.mentions, weights.mentions),
            (self.lead, weights.lead),
            (self.place, weights.place),
            (self.denies, weights.denies),
            (self.declines, weights.declines),
            (self.figure, weights.figure),
            (self.linked, weights.linked),
            (self.length, weights.length),
            (self.central, weights.central),
            (self.headed, weights.headed),
            (self.relayed, weights.relayed),
            (self.voice, weights.voice),
            (self.person, weights.person),
            (self.denied, weights.denied),
        ];
        pairs.iter().map(|(value, weight)| value * weight).sum()
    }
}

/// The features of every claim of a story.
pub(crate) fn of_claims(coverage: &Coverage<'_>) -> Vec<Features> {
    let counted = StoryCounts::of(coverage);
    coverage.story.claims.iter().enumerate().map(|(index, claim)| counted.features(index, claim)).collect()
}

/// Code points that are the head of an article.
const HEAD: usize = 300;

/// Share of an article in which a claim is told early.
const EARLY: f64 = 0.15;

/// What is counted once of a story.
struct StoryCounts<'s> {
    coverage: &'s Coverage<'s>,
    /// The statements of each claim, each with its article.
    statements: Vec<Vec<(usize, &'s Statement)>>,
    /// How many claims each speaker has.
    voices: BTreeMap<&'s str, usize>,
    linked: BTreeSet<&'s str>,
    denied: BTreeSet<&'s str>,
    figures: BTreeSet<&'s str>,
    /// In how many articles, and in how many heads of articles, each term stands.
    spread: BTreeMap<String, (usize, usize)>,
}

impl<'s> StoryCounts<'s> {
    fn of(coverage: &'s Coverage<'s>) -> Self {
        let story = coverage.story;
        let mut statements = vec![Vec::new(); story.claims.len()];
        for (index, article) in coverage.articles.iter().enumerate() {
            article.statements.iter().for_each(|one| statements[one.claim].push((index, one)));
        }
        let mut voices = BTreeMap::new();
        for speaker in story.claims.iter().flat_map(|claim| &claim.speakers) {
            *voices.entry(speaker.as_str()).or_default() += 1;
        }
        let denials = story.links.iter().filter(|link| link.kind == LinkKind::Denies);
        let points = story.figures.iter().flat_map(|series| &series.series);
        Self {
            statements,
            voices,
            linked: story.links.iter().flat_map(|link| [link.a.as_str(), link.b.as_str()]).collect(),
            denied: denials.map(|link| link.b.as_str()).collect(),
            figures: points.map(|point| point.claim.as_str()).collect(),
            spread: spread(coverage),
            coverage,
        }
    }

    fn features(&self, index: usize, claim: &Claim) -> Features {
        let told = &self.statements[index];
        let outlet = |article: usize| self.coverage.articles[article].record.publisher.as_deref();
        let outlets: BTreeSet<Option<&str>> = told.iter().map(|(article, _)| outlet(*article)).collect();
        let places = told.iter().map(|(article, one)| {
            one.words.start() as f64 / self.coverage.articles[*article].document.text.len().max(1) as f64
        });
        let place = places.fold(1.0, f64::min);
        let voice = claim.speakers.iter().filter_map(|one| self.voices.get(one.as_str())).max().copied().unwrap_or(0);
        let (central, headed) = self.spread_of(&claim.gist);
        let is = |wanted: bool| f64::from(u8::from(wanted));
        let (id, stance) = (claim.id.as_str(), claim.stance);
        Features {
            outlets: (outlets.len().max(1) as f64).ln(),
            mentions: (claim.mentions.len().max(1) as f64).ln(),
            lead: is(place < EARLY),
            place,
            denies: is(matches!(stance, Stance::Denies | Stance::Doubts)),
            declines: is(stance == Stance::Declines),
            figure: is(self.figures.contains(id)),
            linked: is(self.linked.contains(id)),
            length: (claim.gist.chars().count().max(1) as f64).ln(),
            central,
            headed,
            relayed: is(claim.mentions.iter().any(|mention| !mention.via.is_empty())),
            voice: ((voice + 1) as f64).ln(),
            person: is(claim.spoken_by.iter().any(|one| one.kind == SpeakerKind::Person)),
            denied: is(self.denied.contains(id)),
        }
    }

    /// The shares of articles, and of heads, that have the terms of some words, on average.
    fn spread_of(&self, words: &str) -> (f64, f64) {
        let terms = terms(words, &english().standing);
        let spread = terms.iter().map(|term| self.spread.get(term).copied().unwrap_or((0, 0)));
        let (texts, heads) = spread.fold((0, 0), |(texts, heads), (text, head)| (texts + text, heads + head));
        let all = (terms.len() * self.coverage.articles.len()).max(1) as f64;
        (texts as f64 / all, heads as f64 / all)
    }
}

fn spread(coverage: &Coverage<'_>) -> BTreeMap<String, (usize, usize)> {
    let mut spread: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for article in &coverage.articles {
        let text = article.document.text.as_str();
        let head = text.char_indices().nth(HEAD).map_or(text, |(at, _)| &text[..at]);
        terms(text, &english().standing).into_iter().for_each(|term| spread.entry(term).or_default().0 += 1);
        terms(head, &english().standing).into_iter().for_each(|term| spread.entry(term).or_default().1 += 1);
    }
    spread
}
