//! A document's signature: all that grouping looks at, made once and kept.

use std::collections::BTreeMap;

use sayso_lang::Words;
use serde::{Deserialize, Serialize};

use crate::Document;
use crate::version::address;

use super::name::{opening, plain_title};
use super::names::{WordSpellings, is_title_case};
use super::rarity;
use super::sketch::Sketch;
use super::term::{Term, TermKind};
use super::topic_text::TopicText;
use super::words::{self, StemmedWord, is_number};

/// Words of the text that count as its lead (40 to 120 do equally well on ECB+).
const LEAD_WORDS: usize = 70;

/// A term's count is damped as n·(1 + D)/(n + D): the second mention tells less than the first (1 before 4 and 10 on ECB+).
const DAMPING: f32 = 1.0;

/// Articles of the table that a small-written word counts as seen in where the table lacks it because its language is
/// another: such words are everyday ones as often as not.
const FOREIGN: f32 = 12.0;

/// How telling each of two words must be for them to make a phrase.
const PHRASE: f32 = 1.5;

/// Added to the length of each sort's weights, in a word's weight: a document with one number and no other would
/// otherwise be wholly like every document with that number (0 to 3.5 do equally well on ECB+).
const SPARE: f32 = 1.5;

/// A number of two figures, or a year, is worth this much of its rarity: the table says how common it is, not how empty.
const SHORT_NUMBER: f32 = 0.5;

/// The language of the table of rarity.
const TABLE_LANGUAGE: &str = "en";

/// What grouping looks at: a function of the document alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// The terms, in order of kind and stem.
    pub terms: Vec<Term>,
    /// What tells a copy.
    pub sketch: Sketch,
    /// The language's primary tag.
    pub language: Option<String>,
    /// The address, under which later versions stand too.
    pub address: Option<String>,
    /// The headline, cleaned, as a name for the story; without one, the opening words, quoted.
    pub title: Option<String>,
}

#[derive(Default)]
struct TermCount {
    written: String,
    whole: f32,
    lead: f32,
    rarity: f32,
}

type TermCounts = BTreeMap<(TermKind, String), TermCount>;

/// Makes the signature of a document.
pub fn signature(document: &Document) -> Signature {
    let topic = TopicText::new(document);
    let tag = document.entry.record.article.language.as_deref();
    let language = tag.map(|tag| tag.split('-').next().unwrap_or_default().to_lowercase());
    let counts = SignatureReader::new(&topic, language.as_deref(), &document.language.story.calendar).counts();
    Signature {
        terms: weighed(counts),
        sketch: Sketch::new(&topic.text),
        language,
        address: document.url().and_then(address).map(|address| address.as_str().to_owned()),
        title: plain_title(document).or_else(|| opening(&topic.text)),
    }
}

struct SignatureReader<'a> {
    topic: &'a TopicText,
    title: Vec<StemmedWord>,
    text: Vec<StemmedWord>,
    names: WordSpellings,
    calendar: &'a Words,
    stops: Vec<String>,
    foreign: bool,
}

impl<'a> SignatureReader<'a> {
    fn new(topic: &'a TopicText, language: Option<&str>, calendar: &'a Words) -> Self {
        let (title, text) = (words::words(&topic.title), words::words(&topic.text));
        let mut names = WordSpellings::default();
        if !is_title_case(&topic.title, &title) {
            names.read(&topic.title, &title);
        }
        names.read(&topic.text, &text);
        let foreign = language.is_some_and(|language| language != TABLE_LANGUAGE);
        let listed = language.filter(|_| foreign).and_then(stop_words::lookup).unwrap_or_default();
        let mut stops: Vec<String> = listed.iter().filter_map(|word| words::stem(word)).collect();
        stops.sort_unstable();
        Self { topic, title, text, names, calendar, stops, foreign }
    }

    fn counts(&self) -> TermCounts {
        let mut counts = TermCounts::new();
        self.count(&self.topic.title, &self.title, usize::MAX, &mut counts);
        self.count(&self.topic.text, &self.text, LEAD_WORDS, &mut counts);
        counts
    }

    fn count(&self, text: &str, words: &[StemmedWord], lead: usize, counts: &mut TermCounts) {
        let mut before: Option<(&StemmedWord, f32)> = None;
        for (place, word) in words.iter().enumerate() {
            let lead = place < lead;
            let rarity = self.rarity(word);
            if let Some((first, rest)) = before.filter(|_| word.joined && rarity > 0.0)
                && (rest.min(rarity) > PHRASE || (is_number(&first.stem) || is_number(&word.stem)))
            {
                let pair = text[first.range.start..word.range.end].to_owned();
                let stem = format!("{} {}", first.stem, word.stem);
                tally(counts, (TermKind::Phrase, stem), pair, (rest + rarity) / 2.0, lead);
            }
            if rarity > 0.0 {
                let written = text[word.range.clone()].to_owned();
                tally(counts, (self.kind(&word.stem), word.stem.clone()), written, rarity, lead);
            }
            before = (rarity > 0.0).then_some((word, rarity));
        }
    }

    fn kind(&self, stem: &str) -> TermKind {
        match (is_number(stem), self.names.has(stem)) {
            (true, _) => TermKind::Number,
            (false, true) => TermKind::Name,
            (false, false) => TermKind::Word,
        }
    }

    /// How telling a word is here; nothing where it names the messenger or only holds a sentence together.
    fn rarity(&self, word: &StemmedWord) -> f32 {
        let stem = &word.stem;
        if self.topic.is_messenger(word) || self.calendar.contains(stem) || self.stops.binary_search(stem).is_ok() {
            return 0.0;
        }
        match self.kind(stem) {
            TermKind::Number if stem.len() < 3 || is_year(stem) => rarity::rarity(stem) * SHORT_NUMBER,
            TermKind::Word if self.foreign => rarity::weight(rarity::seen(stem).unwrap_or(FOREIGN).max(FOREIGN)),
            _ => rarity::rarity(stem),
        }
    }
}

fn tally(counts: &mut TermCounts, key: (TermKind, String), written: String, rarity: f32, lead: bool) {
    let count = counts.entry(key).or_default();
    if count.written.is_empty() {
        count.written = written;
        count.rarity = rarity;
    }
    count.whole += 1.0;
    count.lead += f32::from(u8::from(lead));
}

fn weighed(counts: TermCounts) -> Vec<Term> {
    let damped = |n: f32| n * (1.0 + DAMPING) / (n + DAMPING);
    let mut terms: Vec<Term> = counts
        .into_iter()
        .map(|((kind, stem), count)| Term {
            kind,
            stem,
            written: count.written,
            whole: damped(count.whole) * count.rarity,
            lead: if kind == TermKind::Phrase { 0.0 } else { damped(count.lead) * count.rarity },
        })
        .collect();
    for kind in [TermKind::Name, TermKind::Number, TermKind::Phrase, TermKind::Word] {
        let length = length(terms.iter().filter(|term| term.kind == kind).map(|term| term.whole).chain([SPARE]));
        terms.iter_mut().filter(|term| term.kind == kind).for_each(|term| term.whole /= length);
    }
    let length = length(terms.iter().map(|term| term.lead).chain([SPARE]));
    terms.iter_mut().for_each(|term| term.lead /= length);
    terms
}

fn length(weights: impl Iterator<Item = f32>) -> f32 {
    weights.map(|weight| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE)
}

/// Whether a number can be a year of recent times, which most articles of a season have.
fn is_year(stem: &str) -> bool {
    stem.len() == 4 && (stem.starts_with("19") || stem.starts_with("20"))
}
