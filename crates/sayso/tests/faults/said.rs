//! What a line asks of the attributions: that somebody says something, or that nobody does.

use sayso::Record;
use sayso::record::AttributionRecord;

use crate::check::{OfRecord, Outcome, as_asked};
use crate::line::{Alternatives, Part};
use crate::place::{covered, nth, slices};

/// The share of the words that an attribution's content must have to be about them.
const HAS: f64 = 0.8;

/// The share that is too much where nobody should be said to say them.
const TOUCHES: f64 = 0.6;

/// An attribution's content may go on beyond the words that a case names, but not to nearly all of the text.
const MOST_OF_TEXT: f64 = 0.8;

/// What an attribution must be like.
struct Wanted {
    content: String,
    occurrence: usize,
    share: f64,
    most: Option<usize>,
    by: Option<Alternatives>,
    via: Option<Alternatives>,
    named: Vec<(Feature, Alternatives)>,
}

/// The name of a feature of an attribution.
type Feature = fn(&AttributionRecord) -> Vec<String>;

const FEATURES: [(&str, Feature); 6] = [
    ("stance", |said| vec![said.stance.name().to_owned()]),
    ("certainty", |said| vec![said.certainty.name().to_owned()]),
    ("quoted", |said| vec![said.quote_type.name().to_owned()]),
    ("role", |said| said.role.iter().cloned().collect()),
    ("source type", |said| said.source_type.iter().map(|kind| kind.name().to_owned()).collect()),
    ("kind", |said| said.speakers.iter().map(|speaker| speaker.kind.name().to_owned()).collect()),
];

/// What a line asks, if it is about attributions.
pub fn asked(parts: &[Part<'_>]) -> Option<OfRecord> {
    let [first, clauses @ ..] = parts else { return None };
    if let Some(content) = first.one("attribution") {
        let wanted = Wanted::new(content, HAS, clauses);
        return Some(Box::new(move |record| wanted.found(record)));
    }
    if let Some(content) = first.one("no attribution") {
        let wanted = Wanted::new(content, TOUCHES, clauses);
        return Some(Box::new(move |record| wanted.absent(record)));
    }
    if let Some(content) = first.one("not asserted") {
        let wanted = Wanted::new(content, HAS, clauses);
        return Some(Box::new(move |record| wanted.not_asserted(record)));
    }
    if first.begins("no attributions") {
        return Some(Box::new(|record| nothing(record.attributions.iter().collect(), record)));
    }
    if let Some(words) = first.one("unnamed because") {
        return Some(Box::new(move |record| {
            let whys = record.attributions.iter().flat_map(|said| &said.why_unnamed);
            let told: Vec<String> = whys.map(|why| slices(&record.text, &[*why])).collect();
            as_asked(told.contains(&words), || told.join("; "))
        }));
    }
    let words = first.one("no medium")?;
    Some(Box::new(move |record| {
        let has = |said: &&AttributionRecord| slices(&record.text, &said.medium).contains(&words);
        nothing(record.attributions.iter().filter(has).collect(), record)
    }))
}

impl Wanted {
    fn new(content: String, share: f64, clauses: &[Part<'_>]) -> Self {
        let mut wanted = Self { content, occurrence: 1, share, most: None, by: None, via: None, named: Vec::new() };
        for clause in clauses {
            if let Some(number) = clause.number("occurrence") {
                wanted.occurrence = number;
            } else if let Some(share) = clause.one("share") {
                wanted.share = share.parse().unwrap_or_else(|_| clause.misread());
            } else if let Some(most) = clause.number("at most") {
                wanted.most = Some(most);
            } else if let Some(names) = clause.after("by") {
                wanted.by = Some(names);
            } else if let Some(names) = clause.after("via") {
                wanted.via = Some(names);
            } else {
                let named = FEATURES.iter().find_map(|(name, feature)| Some((*feature, clause.after(name)?)));
                wanted.named.push(named.unwrap_or_else(|| clause.misread()));
            }
        }
        wanted
    }

    /// The attributions whose content has the words; nothing where the text has not.
    fn about<'r>(&self, record: &'r Record) -> Option<Vec<&'r AttributionRecord>> {
        let place = nth(&record.text, &self.content, self.occurrence)?;
        let has = |said: &&AttributionRecord| covered(&said.content, place) >= self.share;
        Some(record.attributions.iter().filter(has).collect())
    }

    fn found(&self, record: &Record) -> Outcome {
        let about = self.about(record).ok_or("the text has no such words")?;
        let most_of_text = MOST_OF_TEXT * record.text.chars().count() as f64;
        let most = self.most.map_or(most_of_text.max(self.content.chars().count() as f64), |most| most as f64);
        let fits = about.iter().any(|said| length(said) as f64 <= most && self.fits(said));
        let told = about.iter().map(|said| shown(said, record)).collect::<Vec<_>>().join("; ");
        as_asked(fits, || if told.is_empty() { "no attribution has it".to_owned() } else { told.clone() })
    }

    fn fits(&self, said: &AttributionRecord) -> bool {
        let is_by = |by: &Alternatives| by.iter().any(|names| sorted(names) == sorted(&names_of(said)));
        let is_via = |via: &Alternatives| via.contains(&said.via);
        let is_named = |(feature, wanted): &(Feature, Alternatives)| {
            let has = feature(said);
            let each = |name: &String| wanted.iter().any(|wanted| wanted.as_slice() == [name.as_str()]);
            if has.is_empty() { wanted.contains(&has) } else { has.iter().all(each) }
        };
        self.by.as_ref().is_none_or(is_by) && self.via.as_ref().is_none_or(is_via) && self.named.iter().all(is_named)
    }

    fn absent(&self, record: &Record) -> Outcome {
        let about = self.about(record).unwrap_or_default();
        nothing(about.into_iter().filter(|said| self.fits(said)).collect(), record)
    }

    fn not_asserted(&self, record: &Record) -> Outcome {
        let asserts = |said: &&AttributionRecord| {
            matches!(said.stance.name(), "asserts" | "confirms")
                && matches!(said.certainty.name(), "certain" | "probable")
        };
        nothing(self.about(record).unwrap_or_default().into_iter().filter(asserts).collect(), record)
    }
}

fn nothing(found: Vec<&AttributionRecord>, record: &Record) -> Outcome {
    let told = || found.iter().map(|said| shown(said, record)).collect::<Vec<_>>().join("; ");
    as_asked(found.is_empty(), told)
}

fn length(said: &AttributionRecord) -> usize {
    said.content.iter().map(|(start, end)| end - start).sum()
}

fn names_of(said: &AttributionRecord) -> Vec<String> {
    said.speakers.iter().map(|speaker| speaker.name.clone()).collect()
}

fn sorted(names: &[String]) -> Vec<&String> {
    let mut names: Vec<&String> = names.iter().collect();
    names.sort();
    names
}

fn shown(said: &AttributionRecord, record: &Record) -> String {
    let cue = slices(&record.text, &said.cue);
    let how = (said.quote_type.name(), said.stance.name(), said.certainty.name());
    let capacity = (said.role.as_deref(), said.source_type.map(|kind| kind.name()));
    format!("{:?} {capacity:?} '{cue}' {how:?} via {:?}", names_of(said), said.via)
}
