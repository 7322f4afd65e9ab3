//! What is in inputs into a ledger.

use jiff::Timestamp;
use sayso::Model;
use sayso::ledger::ledger::{AddOutcome, Given};
use sayso::ledger::store::{Reader, StoreError};
use sayso::ledger::{Ledger, View};

use crate::found::FoundDocuments;
use crate::inputs::OpenInput;
use crate::outcome::ReadOutcome;
use crate::passed::PassedTally;
use crate::reading::{ReadingContext, read};

/// Documents that are recorded together; a program that is stopped loses at most the reading of so many.
const TOGETHER: usize = 16;

/// What became of the documents.
#[derive(Debug, Default)]
pub struct AddTally {
    /// Recorded now.
    pub recorded: usize,
    /// In the ledger already.
    pub known: usize,
    /// Those that could not be read.
    pub unread: usize,
    /// What nobody would read here, by what it is.
    pub passed: PassedTally,
}

/// What is said while documents are added.
#[derive(Debug)]
pub enum Report {
    /// One could not be read, and why; with the name of its input.
    Unread(String),
    /// The ledger does not take one.
    Refused(StoreError),
    /// How an input is read.
    Note(String),
}

/// Reads what is in inputs and records its documents, each of which is counted once it is recorded; what cannot be read is
/// handed to `report` and passed over. Where an input breaks off, what was read before is recorded. `now` tells when.
///
/// # Errors
///
/// Where the ledger fails.
pub fn add<I: OpenInput>(
    ledger: &mut Ledger,
    inputs: impl IntoIterator<Item = I, IntoIter: Send + 'static>,
    reading: ReadingContext<impl Model + 'static>,
    now: fn() -> Timestamp,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Report),
) -> Result<(), StoreError> {
    let mut adding = Adding { ledger, waiting: Vec::new(), now, tally, report };
    let read = read(inputs, reading, |input: &I, outcome| adding.take(&input.to_string(), outcome));
    adding.record()?;
    read
}

/// Reads documents that were found and records those that the ledger lacks, which `known` reads; `name` is what people know
/// by what they were found in.
///
/// # Errors
///
/// Where the ledger fails.
pub fn add_found(
    ledger: &mut Ledger,
    (found, name): (FoundDocuments, &str),
    (model, known): (&dyn Model, &Reader),
    now: fn() -> Timestamp,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Report),
) -> Result<(), StoreError> {
    let outcomes = found.read(model, |id, text| View::new(known).has(id, text))?;
    let mut adding = Adding { ledger, waiting: Vec::new(), now, tally, report };
    outcomes.into_iter().try_for_each(|outcome| adding.take(name, outcome))?;
    adding.record()
}

/// Documents on their way into a ledger.
struct Adding<'l> {
    ledger: &'l mut Ledger,
    waiting: Vec<Given>,
    now: fn() -> Timestamp,
    tally: &'l mut AddTally,
    report: &'l mut dyn FnMut(Report),
}

impl Adding<'_> {
    fn take(&mut self, input: &str, outcome: ReadOutcome) -> Result<(), StoreError> {
        match outcome {
            ReadOutcome::Given(given) => self.waiting.push(*given),
            ReadOutcome::Known => self.tally.known += 1,
            ReadOutcome::Passed(count, what) => self.tally.passed.pass(count, &what),
            ReadOutcome::Failed(reason) => self.unread(Report::Unread(format!("{input}: {reason}"))),
            ReadOutcome::Note(note) => (self.report)(Report::Note(format!("{input}: {note}"))),
        }
        if self.waiting.len() >= TOGETHER { self.record() } else { Ok(()) }
    }

    fn unread(&mut self, report: Report) {
        self.tally.unread += 1;
        (self.report)(report);
    }

    fn record(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        for outcome in self.ledger.add(std::mem::take(&mut self.waiting), (self.now)())? {
            match outcome {
                AddOutcome::Recorded => self.tally.recorded += 1,
                AddOutcome::Known => self.tally.known += 1,
                AddOutcome::Removed(removed) => {
                    self.tally.known += 1;
                    (self.report)(Report::Unread(format!(
                        "{} is known, and its text was removed on {} by {} ({}): it is not added again",
                        removed.id, removed.at, removed.by, removed.why
                    )));
                }
                AddOutcome::Refused(error) => self.unread(Report::Refused(error)),
            }
        }
        Ok(())
    }
}
