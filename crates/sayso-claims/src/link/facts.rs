//! What is asked of one claim when it is held against others, found out once.

use std::collections::{BTreeMap, BTreeSet};

use sayso_read::Stance;
use sayso_text::Span;

use crate::Document;
use crate::derive::{StoryAnalysis, StoryMention};
use crate::hash::fnv;
use crate::record::Claim;
use crate::vocabulary::LinkWords;
use crate::words::words;

/// Bytes around a mention in which its source and cue are looked for; what stands farther off is another sentence's.
const AROUND: usize = 240;

/// Mentions of a claim that are looked at: what none of so many names or negates, the claim does not.
const LOOKED_AT: usize = 64;

/// Words that say something, up to which a claim says nothing by itself: 'the reports were false'.
const BARE: usize = 4;

/// What is asked of one claim.
pub(super) struct ClaimFacts {
    /// What its speaker does.
    pub(super) stance: Stance,
    /// How many mentions it has.
    pub(super) mentions: usize,
    /// The documents that have it, each with its first mention there, by their places in time.
    pub(super) documents: BTreeMap<usize, usize>,
    /// Whether its words speak of what others said.
    pub(super) points: bool,
    /// Whether they do little else.
    pub(super) is_bare: bool,
    /// Whether they negate.
    pub(super) negates: bool,
    /// Whether they take something back.
    pub(super) retracts: bool,
    /// The words of its speakers' names.
    speakers: BTreeSet<u64>,
    /// The words in and around it that could name somebody.
    names: BTreeSet<u64>,
}

impl ClaimFacts {
    pub(super) fn of(story: &StoryAnalysis<'_>, group: &[usize], claim: &Claim) -> Self {
        let places = group.iter().map(|index| &story.places[*index]);
        let mut documents = BTreeMap::new();
        group.iter().for_each(|index| _ = documents.entry(story.places[*index].document).or_insert(*index));
        let mut facts = Self {
            stance: claim.stance,
            mentions: group.len(),
            documents,
            points: false,
            is_bare: false,
            negates: false,
            retracts: false,
            speakers: claim.speakers.iter().flat_map(|name| names(name)).collect(),
            names: BTreeSet::new(),
        };
        let mut most = 0;
        for place in places.take(LOOKED_AT) {
            let document = story.documents[place.document];
            let told = told(document, place);
            most = most.max(place.content.stems().len());
            facts.look(&told, &document.language.link);
        }
        facts.is_bare = facts.points && most <= BARE;
        facts
    }

    fn look(&mut self, told: &str, language: &LinkWords) {
        self.names.extend(names(told));
        let said = words(told);
        let has = |list: &sayso_lang::Words| said.iter().any(|word| list.contains(word));
        self.points |= has(&language.pointing);
        self.negates |= has(&language.negations) || said.iter().any(|word| word.ends_with("n't"));
        self.retracts |= has(&language.retracting);
    }

    /// Whether it speaks for itself: what one asserts, confirms or expects can be denied and supported.
    pub(super) fn stands(&self) -> bool {
        matches!(self.stance, Stance::Asserts | Stance::Confirms | Stance::Expects)
    }

    /// Whether it denies or doubts what others say.
    pub(super) fn answers(&self) -> bool {
        matches!(self.stance, Stance::Denies | Stance::Doubts)
    }

    /// Whether its words name a speaker of another claim.
    pub(super) fn names(&self, other: &Self) -> bool {
        self.names.intersection(&other.speakers).next().is_some()
    }
}

/// A mention's words with its source and cue, as far as they stand near it.
fn told(document: &Document, place: &StoryMention) -> String {
    let mention = &place.mention;
    let near = |span: &&Span| {
        span.start().abs_diff(mention.span.start()) <= AROUND || span.start().abs_diff(mention.span.end()) <= AROUND
    };
    let beside = mention.cue.iter().filter(near);
    let spans = beside.chain([&mention.span]);
    spans.map(|span| document.text.slice(*span)).collect::<Vec<_>>().join(" ")
}

/// The words of a stretch that begin with a capital letter.
fn names(held: &str) -> impl Iterator<Item = u64> {
    let told = held.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let proper = told.filter(|word| word.chars().count() > 1 && word.starts_with(char::is_uppercase));
    proper.flat_map(words).map(|word| fnv(word.bytes()))
}
