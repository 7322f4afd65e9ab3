//! What a line of a case asks: of one of its documents, of how many there are, or of the ledger that they make.

use sayso::Record;
use sayso::ledger::Entry;
use sayso::ledger::record::StoryRecord;

use crate::line::{Part, parts};
use crate::{article, ledger, measured, passage, said};

/// Nothing, or what there is instead.
pub type Outcome = Result<(), String>;

/// Asks something of a document.
pub type OfRecord = Box<dyn Fn(&Record) -> Outcome + Send + Sync>;

/// Asks something of a ledger.
pub type OfLedger = Box<dyn Fn(&CaseReading) -> Outcome + Send + Sync>;

/// What a case came to.
pub struct CaseReading {
    /// Its documents as they were read.
    pub entries: Vec<Entry>,
    /// What the ledger makes of them; nothing where no line asks.
    pub stories: Vec<StoryRecord>,
}

/// What a line asks.
pub enum Check {
    /// Of one document, counted from 0.
    Record(usize, OfRecord),
    /// How many documents there are.
    Entries(usize),
    /// Of the ledger.
    Ledger(OfLedger),
    /// Of the versions that a case has, without a ledger.
    Passage(OfLedger),
}

impl Check {
    /// What a line asks.
    ///
    /// # Panics
    ///
    /// Where nobody checks that.
    pub fn of(line: &str) -> Self {
        let parts = parts(line);
        if let Some(count) = parts[0].number("entries") {
            return Self::Entries(count);
        }
        if let Some(check) = ledger::asked(&parts) {
            return Self::Ledger(check);
        }
        if let Some(check) = passage::asked(&parts) {
            return Self::Passage(check);
        }
        let (entry, parts) = of_entry(parts);
        let asked = article::asked(&parts).or_else(|| said::asked(&parts)).or_else(|| measured::asked(&parts));
        Self::Record(entry, asked.unwrap_or_else(|| parts[0].misread()))
    }

    /// Whether it is as asked.
    pub fn run(&self, told: &CaseReading) -> Outcome {
        let count = told.entries.len();
        match self {
            Self::Entries(wanted) => as_asked(*wanted == count, || format!("entries: {count}")),
            Self::Ledger(check) | Self::Passage(check) => check(told),
            Self::Record(entry, check) => match told.entries.get(*entry) {
                Some(entry) => check(&entry.record),
                None => Err(format!("no entry {}", entry + 1)),
            },
        }
    }
}

/// 'entry 2: …' is about the second document; anything else is about the first.
fn of_entry(mut parts: Vec<Part<'_>>) -> (usize, Vec<Part<'_>>) {
    if !parts[0].begins("entry") {
        return (0, parts);
    }
    let number = parts[0].after("entry").and_then(|values| values[0].first()?.parse::<usize>().ok());
    let number = number.unwrap_or_else(|| parts[0].misread());
    parts[0] = parts[0].behind(2);
    (number - 1, parts)
}

/// Well, or what there is instead.
pub fn as_asked(holds: bool, instead: impl Fn() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(instead()) }
}
