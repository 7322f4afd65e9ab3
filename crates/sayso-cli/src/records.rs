//! Documents in, records out: one after another, in the order of the inputs, read by all cores.

use std::io::{self, Write};
use std::num::NonZero;
use std::sync::Arc;

use sayso::line::{LineError, read_line};
use sayso::{Known, Model, Reading, Record, document, read_document, without_secrets};
use sayso_io::input::{FoundPage, InputItem, InputOptions};
use sayso_io::lines::{InputLine, is_blank, without_mark};
use sayso_io::{Contents, OpenInput, PassedTally, pipeline};
use serde::Serialize;

use crate::failure::{self, Failure};
use crate::input::Input;

/// How documents are read and for whom.
pub struct Printing {
    /// Who finds the attributions.
    pub model: Box<dyn Model>,
    /// What holds where a document does not say.
    pub defaults: Known,
    /// How many are read at once.
    pub threads: NonZero<usize>,
    /// How inputs are told.
    pub options: InputOptions,
    /// Whether a person looks, and no program.
    pub is_for_person: bool,
}

/// What comes of one thing in an input.
enum Printed {
    /// Its record.
    Record(String),
    /// What was read, for a person.
    Reading(Box<Reading>),
    /// Why a line or a row cannot be read, as the line that is printed in its place.
    Error(String),
    /// Why a document cannot be read.
    Failed(String),
    /// Nobody would read it here.
    Passed(usize, String),
    /// How the input is read.
    Note(String),
    /// Rows, where a person looks.
    Rows,
}

/// Prints what is in inputs: a record a line, or by `show` where a person looks.
pub fn print_documents(
    inputs: Vec<Input>,
    Printing { model, defaults, threads, options, is_for_person }: Printing,
    mut show: impl FnMut(&Reading) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let contents = Contents::new(inputs, options);
    let weigh = |(_, item): &(Arc<Input>, InputItem)| item.weight();
    let work = move |(input, item): (Arc<Input>, InputItem)| {
        let printed = printed(item, &input.known(), &defaults, &*model, is_for_person);
        (input, printed)
    };
    let mut outcome = RecordsOutcome::default();
    pipeline::ordered(contents, threads, weigh, work, |(input, printed)| {
        printed.into_iter().try_for_each(|printed| outcome.take(&input, printed, &mut show))
    })?;
    outcome.told()
}

/// What came of all documents.
#[derive(Default)]
struct RecordsOutcome {
    unread_lines: u64,
    passed: PassedTally,
    /// The last document that could not be read; those before it are told.
    failure: Option<Failure>,
}

impl RecordsOutcome {
    fn take(
        &mut self,
        input: &Input,
        printed: Printed,
        show: &mut impl FnMut(&Reading) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match printed {
            Printed::Record(record) => print_line(&record)?,
            Printed::Reading(reading) => show(&reading)?,
            Printed::Error(error) => {
                self.unread_lines += 1;
                print_line(&error)?;
            }
            Printed::Failed(reason) => {
                if let Some(earlier) = self.failure.replace(Failure::unread(format!("{input}: {reason}"))) {
                    earlier.report();
                }
            }
            Printed::Passed(count, what) => self.passed.pass(count, &what),
            Printed::Note(note) => failure::tell(&format!("{input}: {note}")),
            Printed::Rows => {
                let help = "this is a stream of documents; read it with --json or --jsonl";
                return Err(Failure::usage(format!("{input}: {help}")));
            }
        }
        Ok(())
    }

    fn told(self) -> Result<(), Failure> {
        if let Some(passed) = self.passed.told() {
            failure::tell(&format!("passed over: {passed}"));
        }
        match (self.unread_lines, self.failure) {
            (0, None) => Ok(()),
            (0, Some(failure)) => Err(failure),
            (unread, failure) => {
                failure.map(Failure::report);
                Err(Failure::unread(format!("{unread} of the lines could not be read; each says why in 'error'")))
            }
        }
    }
}

fn printed(item: InputItem, known: &Known, defaults: &Known, model: &dyn Model, is_for_person: bool) -> Vec<Printed> {
    vec![match item {
        InputItem::Line { line: InputLine::Whole(line), .. } if is_blank(&line) => return Vec::new(),
        InputItem::Line { .. } | InputItem::WithoutText { .. } if is_for_person => Printed::Rows,
        InputItem::Line { number, line } => of_line(number, &line, defaults, model),
        InputItem::WithoutText { number, address } => {
            let address = without_secrets(&address);
            let reason = format!("the row has the address {address} and no text; 'sayso add --urls FILE' fetches it");
            Printed::Error(to_line(&LineError::new(number, reason)))
        }
        InputItem::Page(page) => return of_page(page, known, defaults, model, is_for_person),
        InputItem::Address(address) => Printed::Failed(format!("{}: it is not fetched", without_secrets(&address))),
        InputItem::Passed(count, what) => Printed::Passed(count, what),
        InputItem::Failed(reason) | InputItem::Broken(reason) => Printed::Failed(reason),
        InputItem::Note(note) => Printed::Note(note),
    }]
}

fn of_line(number: u64, line: &InputLine, defaults: &Known, model: &dyn Model) -> Printed {
    let result = match line {
        InputLine::Whole(line) => read_line(without_mark(line), number, defaults, model),
        InputLine::Refused(reason) => Err(LineError::new(number, reason)),
    };
    match result {
        Ok(record) => Printed::Record(to_line(&record)),
        Err(error) => Printed::Error(to_line(&error)),
    }
}

/// A page, a text, or each entry of a feed.
fn of_page(page: FoundPage, known: &Known, defaults: &Known, model: &dyn Model, is_for_person: bool) -> Vec<Printed> {
    let (url, charset) = page.fetched.map(|fetched| (fetched.url, fetched.charset)).unwrap_or_default();
    let known = Known { url, ..known.clone() };
    let found = match document::documents(&page.bytes, charset.as_deref(), &known) {
        Ok(found) => found,
        Err(error) => return vec![Printed::Failed(error.to_string())],
    };
    let passed = (found.without_text > 0)
        .then(|| Printed::Passed(found.without_text, "entries without text; read their pages".to_owned()));
    let read = found.documents.into_iter().map(|document| {
        let document = document.or_else_known(defaults);
        let id = document.id.clone();
        match read_document(document, model) {
            Ok(reading) if is_for_person => Printed::Reading(Box::new(reading)),
            Ok(reading) => Printed::Record(to_line(&Record::new(id, &reading))),
            Err(error) => Printed::Failed(error.to_string()),
        }
    });
    passed.into_iter().chain(read).collect()
}

/// A value as one line of JSON.
pub fn to_line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records have string keys and finite numbers")
}

/// Prints one line, at once: whoever reads a stream may be waiting for it.
pub fn print_line(line: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
