//! What the words of a cue do, by the lexicon.

use std::ops::Range;

use crate::attribution::AttributionSpans;
use crate::tokens::{Kind, Tokens};

use super::content_form::ContentForm;
use super::lexicon_rows::{Condition, StanceEntry, StanceLexicon};
use super::small_words::SmallWords;
use super::stances::Stance;
use super::words::{self, VerbForms};

/// Longest cue in words that is looked at; the longest that annotators mark have a dozen.
const LONGEST: usize = 24;

/// Most helping words before a cue that belong to its verb: 'has never been'.
const BEFORE: usize = 5;

/// Within how many words of the content that noun stands.
const NOUN_WITHIN: usize = 4;

/// A cue's words, with the helping words directly before it.
pub struct Cue<'l> {
    words: Vec<VerbForms>,
    /// How many of the words are the cue's; behind a light or a helping verb the content's first follow.
    own: usize,
    /// The source is nobody: 'Neither country has confirmed'.
    nobody: bool,
    /// No source is named.
    agentless: bool,
    /// What cues do.
    cues: &'l StanceLexicon,
    small: &'l SmallWords,
}

impl<'l> Cue<'l> {
    /// Reads the cue of an attribution.
    pub fn of(tokens: &Tokens<'l>, attribution: &AttributionSpans) -> Self {
        let language = &tokens.language().stance;
        let run = |span: Option<&sayso_text::Span>| span.map(|span| tokens.within(*span)).unwrap_or_default();
        let cue = run(attribution.cue.first());
        let source = run(attribution.source.first());
        // A source is no helping word, though it is written like one: 'Nor said', 'Will said'.
        let first = if source.end <= cue.start { source.end } else { 0 };
        let mut words = if cue.is_empty() { Vec::new() } else { helpers_before(tokens, first, cue.start) };
        words.extend(attribution.cue.iter().flat_map(|span| words::words(tokens, tokens.within(*span), LONGEST)));
        words.truncate(LONGEST + BEFORE);
        let own = words.len();
        let light = words.last().is_some_and(|last| last.forms().any(|form| language.cue.light.contains(form)));
        if light {
            words.extend(words::words(tokens, run(attribution.content.first()), NOUN_WITHIN));
        // 'could not independently | verify the images': the verb itself was taken for content.
        } else if !cue.is_empty() && words.iter().all(VerbForms::helps) {
            let end = tokens.sentence(cue.start).end.min(cue.end + NOUN_WITHIN);
            words.extend(words::words(tokens, cue.end.min(end)..end, NOUN_WITHIN));
        }
        let nobody = language.cue.nobodies.contains(tokens.word(source.start)) && !source.is_empty();
        Self {
            words,
            own,
            nobody,
            agentless: attribution.source.is_empty(),
            cues: &language.cues,
            small: &language.words,
        }
    }

    /// What the cue does where the lexicon knows it. The first word that is known decides, unless its row yields; of rows
    /// that yield, the last: 'expressed its belief'. Where the cue has nothing better, a noun that follows a light verb.
    pub fn stance(&self, frame: ContentForm) -> Option<Stance> {
        let (own, firm) = self.first_of(0..self.own, frame);
        if firm || own.is_some_and(|stance| stance != Stance::Other) {
            return own;
        }
        self.first_of(self.own..self.words.len(), frame).0.or(own)
    }

    /// Whether one of its own words but the first is a noun for a claim.
    pub fn names_claim(&self, is_claim_noun: impl Fn(&str) -> bool) -> bool {
        self.words.iter().take(self.own).skip(1).any(|word| is_claim_noun(word.written()))
    }

    /// What the first known word at the given places does, and whether it does so without yielding.
    fn first_of(&self, places: Range<usize>, frame: ContentForm) -> (Option<Stance>, bool) {
        let mut yielding = None;
        for at in places {
            let Some(entry) = self.cues.at(&self.words[at..], frame) else { continue };
            if entry.condition != Condition::Yields {
                return (Some(self.read(entry, at)), true);
            }
            yielding = Some(self.read(entry, at));
        }
        (yielding, false)
    }

    fn read(&self, entry: &StanceEntry, at: usize) -> Stance {
        let before = &self.words[..at];
        let waits = before.windows(2).any(|pair| pair[0].written() == "yet" && pair[1].written() == "to");
        let negated =
            self.nobody || waits || words::negate(before, self.small) || entry.is_negated_within(&self.words[at..]);
        match (negated, entry.stance) {
            (false, stance) => stance,
            // Nobody declines in 'it is not confirmed that', nor in 'has yet to be verified'.
            (true, Stance::Confirms) if self.agentless || before.iter().any(|word| word.written() == "be") => {
                Stance::Doubts
            }
            (true, _) => entry.negated,
        }
    }
}

/// The helping words of the same sentence that end before a token, from a first one on.
fn helpers_before(tokens: &Tokens<'_>, first: usize, start: usize) -> Vec<VerbForms> {
    let sentence = tokens.sentence(start).start.max(first);
    let mut words = Vec::new();
    for index in (sentence.max(start.saturating_sub(BEFORE))..start).rev() {
        let word = VerbForms::new(tokens.word(index), &tokens.language().stance);
        if !tokens.is(index, Kind::Word) || !word.helps() {
            break;
        }
        words.push(word);
    }
    words.reverse();
    words
}
