//! Resolves sources one after another, those around before those inside.

use std::ops::Range;

use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

use super::cast::Cast;
use super::description::Description;
use super::found::{Referent, Resolution};
use super::impersonal;
use super::past::Past;
use super::phrase::{self, Head};
use super::pieces;
use super::quoted::quoted;
use super::voice::Voice;
use super::{Speaker, SpeakerKind};

/// How deep attributions within attributions are followed.
pub(super) const DEEPEST: usize = 16;

/// A source is read so far, in tokens; the longest of the Wikinews articles has 27 words.
const LONGEST: usize = 128;

/// A longer word, in bytes, ends a source: it is no name and no description.
const LONGEST_WORD: usize = 256;

/// The state of resolving one article.
pub(super) struct Resolver<'r, 't> {
    pub(super) tokens: &'r Tokens<'t>,
    pub(super) cast: Cast<'t>,
    pub(super) attributions: &'r [AttributionSpans],
    pub(super) descriptions: Vec<Description>,
    /// Sources resolved, in the order of the text.
    pub(super) past: Vec<Past>,
    /// Tokens inside quotation marks.
    pub(super) quoted: Vec<bool>,
    /// Which entities have been sources so far.
    pub(super) spoken: Vec<bool>,
    done: Vec<Option<Vec<Resolution>>>,
}

impl<'r, 't> Resolver<'r, 't> {
    /// Builds the index of names.
    pub(super) fn new(tokens: &'r Tokens<'t>, attributions: &'r [AttributionSpans]) -> Self {
        let cast = Cast::new(tokens);
        Self {
            tokens,
            spoken: vec![false; cast.entities.len()],
            cast,
            attributions,
            descriptions: Vec::new(),
            past: Vec::new(),
            quoted: quoted(tokens),
            done: vec![None; attributions.len()],
        }
    }

    /// The speakers of every attribution.
    pub(super) fn all(mut self) -> Vec<Vec<Voice>> {
        let mut order: Vec<usize> = (0..self.attributions.len()).collect();
        order.sort_by_key(|index| (self.start(*index), *index));
        for index in order {
            self.resolve(index, 0);
        }
        let done = std::mem::take(&mut self.done);
        let portraits = self.portraits();
        let voices = |found: Vec<Resolution>| found.into_iter().map(|one| self.voice(one, &portraits)).collect();
        done.into_iter().map(|found| voices(found.unwrap_or_default())).collect()
    }

    /// Whom an attribution comes from, as far as it has been resolved.
    pub(super) fn resolved(&self, index: usize) -> &[Resolution] {
        self.done[index].as_deref().unwrap_or_default()
    }

    /// Where an attribution begins: its source, otherwise its content.
    fn start(&self, index: usize) -> usize {
        let triple = &self.attributions[index];
        let first = triple.source.first().or(triple.content.first()).or(triple.cue.first());
        first.map_or(0, |span| span.start())
    }

    /// Whom an attribution comes from.
    pub(super) fn resolve(&mut self, index: usize, depth: usize) -> Vec<Resolution> {
        if let Some(found) = &self.done[index] {
            return found.clone();
        }
        self.done[index] = Some(Vec::new());
        let attributions = self.attributions;
        let parent = attributions[index].parent.filter(|parent| *parent < attributions.len() && depth < DEEPEST);
        let around = parent.map(|parent| self.resolve(parent, depth + 1)).unwrap_or_default();
        let found = match self.source(&attributions[index]) {
            Some(source) if impersonal::is_impersonal(self.tokens, &source, &attributions[index]) => Vec::new(),
            Some(source) => self.phrases(source, &around, parent),
            None => self.sourceless(&attributions[index]),
        };
        self.done[index] = Some(found.clone());
        found
    }

    /// The tokens of a source; an article alone is taken with the noun that it belongs to.
    fn source(&self, triple: &AttributionSpans) -> Option<Range<usize>> {
        let mut longest = self.tokens.within(*triple.source.iter().max_by_key(|span| span.len())?);
        if longest.len() == 1 && matches!(self.tokens.word(longest.start), "the" | "a" | "an") {
            longest.end = (longest.end + 1).min(self.tokens.len());
        }
        if longest.is_empty() {
            return None;
        }
        // A paragraph holds nothing that is not visible.
        longest.end = longest.end.min(longest.start + LONGEST).min(self.tokens.paragraph(longest.start).end);
        let endless = |at: &usize| self.tokens.span(*at).len() > LONGEST_WORD;
        longest.end = longest.clone().find(endless).unwrap_or(longest.end);
        let cue = triple.cue.first().map(|cue| self.tokens.within(*cue)).unwrap_or_default();
        while longest.end > longest.start && !cue.contains(&longest.end) && self.goes_on(longest.end) {
            longest.end += 1;
        }
        (!longest.is_empty()).then_some(longest)
    }

    /// Whether a name goes on at the token where a source ends: 'General' of 'General Motors'.
    fn goes_on(&self, end: usize) -> bool {
        let is_word = self.tokens.raw(end).len() <= LONGEST_WORD;
        is_word && self.cast.mention_at(end).is_some_and(|mention| mention.name.start < end)
    }

    fn phrases(&mut self, source: Range<usize>, around: &[Resolution], parent: Option<usize>) -> Vec<Resolution> {
        if let Some(all) = self.shared_noun(&source) {
            return self.kept(source, all, parent.is_some());
        }
        let mut all: Vec<Resolution> = self.pair(&source).unwrap_or_default();
        if !all.is_empty() {
            return self.kept(source, all, parent.is_some());
        }
        for piece in pieces::pieces(self.tokens, source.clone()) {
            for found in self.phrase(piece, around, parent) {
                if all.iter().all(|known| known.referent != found.referent) {
                    all.push(found);
                }
            }
        }
        self.kept(source, all, parent.is_some())
    }

    /// Remembers whom a source means.
    fn kept(&mut self, source: Range<usize>, all: Vec<Resolution>, nested: bool) -> Vec<Resolution> {
        if let (Some(span), false) = (self.tokens.span_of(source.clone()), all.is_empty()) {
            for found in &all {
                if let Referent::Entity(entity) = found.referent {
                    self.spoken[entity] = true;
                }
            }
            let at = self.past.partition_point(|past| past.at <= source.start);
            self.past.insert(
                at,
                Past { at: source.start, span, nested, referents: all.iter().map(|found| found.referent).collect() },
            );
        }
        all
    }

    /// Whom one phrase means.
    pub(super) fn phrase(
        &mut self,
        phrase: Range<usize>,
        around: &[Resolution],
        parent: Option<usize>,
    ) -> Vec<Resolution> {
        let phrase = phrase::trim(self.tokens, phrase);
        let Some(span) = self.tokens.span_of(phrase.clone()) else { return Vec::new() };
        if let Some(found) = self.pronoun(&phrase, around, parent) {
            return found.into_iter().map(|found| with(found, span)).collect();
        }
        if let Some(found) = self.governs(&phrase) {
            return vec![with(found, span)];
        }
        let counted = self.tokens.language().speaker.phrases.counting.contains(self.tokens.word(phrase.start))
            || self.tokens.raw(phrase.start).chars().all(|letter| letter.is_ascii_digit() || letter == ',');
        let found = match phrase::head(self.tokens, phrase.clone()) {
            Head::Name(name)
                if counted
                    || (name.len() < phrase::bare(self.tokens, phrase.clone()).len() && self.is_partisans(&name)) =>
            {
                let head = self.tokens.word(name.end - 1).to_owned();
                vec![self.literal(&phrase, &head)]
            }
            Head::Name(name) => vec![self.named(&phrase, name)],
            Head::Noun(noun) => self.described(&phrase, noun, around, parent),
            Head::None => Vec::new(),
        };
        found.into_iter().map(|found| with(found, span)).collect()
    }

    /// The kind of whom is meant.
    pub(super) fn kind(&self, referent: Referent) -> SpeakerKind {
        match referent {
            Referent::Entity(entity) => self.cast.entities[entity].kind(),
            Referent::Described(description) => self.descriptions[description].kind,
        }
    }

    /// A speaker under the name that is printed.
    pub(super) fn printed(&self, found: Resolution) -> Speaker {
        let (name, full) = match found.referent {
            Referent::Entity(entity) => (&self.cast.entities[entity].name, self.cast.entities[entity].full),
            Referent::Described(index) => (&self.descriptions[index].name, self.descriptions[index].span),
        };
        let mut because = found.because;
        because.push(full);
        because.sort();
        because.dedup();
        Speaker { name: name.clone(), kind: self.kind(found.referent), because }
    }
}

fn with(mut found: Resolution, span: Span) -> Resolution {
    found.because.push(span);
    found
}
