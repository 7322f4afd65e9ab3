//! Who is given as a source in a stretch of a version, and whether the other version gives the same.

use sayso_read::record::{AttributionRecord, Offsets};
use sayso_text::Span;

use crate::Document;
use crate::vocabulary::VersionWords;

/// An attribution of a version, with byte spans.
#[derive(Clone, Debug)]
pub struct Sourcing<'d> {
    /// As recorded.
    pub record: &'d AttributionRecord,
    /// Source, cue, medium and evidence: what an article can lose without losing the content.
    pub says: Vec<Span>,
    /// What is attributed.
    pub content: Vec<Span>,
    source: String,
    cue: String,
    words: &'d VersionWords,
}

/// Letters in which forms of one verb agree: 'denies', 'denied', 'denying'.
const STEM: usize = 3;

impl<'d> Sourcing<'d> {
    /// The attributions of a document, in order.
    pub fn of(document: &'d Document) -> Vec<Self> {
        document.entry.record.attributions.iter().map(|record| Self::new(document, record)).collect()
    }

    fn new(document: &'d Document, record: &'d AttributionRecord) -> Self {
        let spans = |offsets: &[Offsets]| document.spans(offsets);
        let written = |offsets: &[Offsets]| {
            let parts: Vec<&str> = spans(offsets).iter().map(|span| document.text.slice(*span)).collect();
            parts.join(" ").to_lowercase()
        };
        let says = [&record.source, &record.cue, &record.medium, &record.evidence];
        Self {
            says: says.iter().flat_map(|offsets| spans(offsets)).collect(),
            content: spans(&record.content),
            source: written(&record.source),
            cue: written(&record.cue),
            words: &document.language.version,
            record,
        }
    }

    /// Whether all that is attributed stands in the stretch: it comes and goes with its source.
    pub fn is_whole_in(&self, stretch: Span) -> bool {
        !self.content.is_empty() && self.content.iter().all(|content| stretch.contains(*content))
    }

    /// Whether another version gives the same source in the same manner.
    pub fn agrees(&self, other: &Self) -> bool {
        self.has_source_of(other) && self.has_manner_of(other) && self.record.via == other.record.via
    }

    /// Whether two cues say the same of the source: the same verb in another form, or both without taking a side.
    fn has_manner_of(&self, other: &Self) -> bool {
        let is_neutral = |of: &Self| of.words.neutral_cues.contains(of.cue.trim_end_matches(':'));
        let stem = |of: &Self| of.cue.rsplit(' ').next().map(|verb| verb.chars().take(STEM).collect::<String>());
        self.cue == other.cue || stem(self) == stem(other) || (is_neutral(self) && is_neutral(other))
    }

    fn has_source_of(&self, other: &Self) -> bool {
        let is_pronoun = |source: &Self| source.words.pronouns.contains(&source.source);
        let names = |source: &Self| -> Vec<String> {
            source.record.speakers.iter().map(|speaker| speaker.name.to_lowercase()).collect()
        };
        let (mine, others) = (names(self), names(other));
        let shared = mine.iter().any(|name| others.iter().any(|other| is_one_name(name, other)));
        shared
            || self.source == other.source
            || (is_pronoun(self) && !others.is_empty())
            || (is_pronoun(other) && !mine.is_empty())
    }
}

/// Whether two names are one: the same, one within the other, or one with a letter or two mended.
fn is_one_name(a: &str, b: &str) -> bool {
    let mended = |(a, b): (&str, &str)| {
        let same = |(a, b): &(char, char)| a == b;
        let (ahead, behind) = (a.chars().zip(b.chars()), a.chars().rev().zip(b.chars().rev()));
        let common = ahead.take_while(same).count() + behind.take_while(same).count();
        a == b || common + MENDED >= a.chars().count().max(b.chars().count())
    };
    let words = |name: &str| name.split_whitespace().count();
    let is_mended = words(a) == words(b) && a.split_whitespace().zip(b.split_whitespace()).all(mended);
    a.contains(b) || b.contains(a) || is_mended
}

/// Letters of a name that a correction of its spelling changes: 'Ana' to 'Anna', 'Thompson' to 'Thomson'.
const MENDED: usize = 1;
