//! `sayso add`: documents into the ledger.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use clap::Args;
use jiff::Timestamp;
use sayso::Known;
use sayso::ledger::Ledger;
use sayso::ledger::ledger::{AddOutcome, Given};

use crate::entries::{self, Read};
use crate::failure::Failure;
use crate::input::Input;
use crate::ledger_file::{LedgerFile, settle};
use crate::model_choice::ModelChoice;

/// Documents that are recorded together; a program that is stopped loses at most the reading of so many.
const TOGETHER: usize = 16;

/// Add documents to the ledger
///
/// Files, folders with files in them, addresses of pages and feeds, web archives (WARC), JSON Lines, tables (Parquet) with
/// the columns of JSON Lines; packed with gzip or not. The same document twice changes nothing;
/// another text under the same address is a new version. A line of JSON Lines may also have 'outlet', 'published'
/// (RFC 3339), 'version', 'replaces' and 'seen', and may be a record that 'sayso read --json' printed.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Add {
    /// Files, folders, addresses of http or https, or '-' for the standard input
    #[arg(value_name = "PATH|URL|-", required = true)]
    inputs: Vec<Input>,

    #[command(flatten)]
    file: LedgerFile,

    /// The outlet, where a document does not give it
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,

    /// Date of publication, where a document does not give it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::read::day)]
    date: Option<String>,

    #[command(flatten)]
    choice: ModelChoice,

    /// Do not keep what was fetched: pages as their servers sent them, in the ledger, to be read again and exported
    #[arg(long)]
    no_capture: bool,

    /// Threads that read; all cores unless given. The ledger does not depend on it
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
}

const EXAMPLES: &str = "\
Examples:
  sayso add articles/                        every file in a folder
  sayso add https://site.example/feed.xml    the entries of a feed
  sayso add news.jsonl.gz                    a stream
  sayso add crawl.warc.gz                    the pages that a crawler kept
  sayso add --ledger troops.ledger a.html b.html

It can be stopped at any time and run again: what was recorded is not read again.";

/// What became of the documents.
#[derive(Debug, Default)]
pub struct AddTally {
    /// Recorded now.
    pub recorded: usize,
    /// In the ledger already.
    pub known: usize,
    unread: usize,
    /// What nobody would read here, by what it is.
    passed: BTreeMap<String, usize>,
}

impl Add {
    pub fn run(self) -> Result<(), Failure> {
        let mut ledger = self.file.write()?;
        let defaults = Known { published: self.date.clone(), publisher: self.publisher.clone(), ..Known::default() };
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
        let mut report = |failure: Failure| {
            failure.report();
        };
        let mut tally = AddTally::default();
        let (spread, unread): (Vec<_>, Vec<_>) =
            self.inputs.iter().flat_map(|input| spread(input, &mut tally)).partition(Result::is_ok);
        for failure in unread.into_iter().filter_map(Result::err) {
            failure.report();
            tally.unread += 1;
        }
        let how = How { defaults: &defaults, threads, most: None, choice: &self.choice, keep: !self.no_capture };
        let inputs = spread.into_iter().filter_map(Result::ok);
        let added = add_inputs(&mut ledger, &self.file, inputs, how, &mut tally, &mut report);
        // However it ends, what is recorded is told.
        let settled = settle(&mut ledger);
        eprintln!("{}", tally.told(ledger.view().count().ok(), self.file.path()));
        added.and(settled)?;
        match tally.unread {
            0 => Ok(()),
            unread => Err(Failure::unread(format!("{unread} of the documents could not be added; each is told above"))),
        }
    }
}

impl AddTally {
    fn told(&self, all: Option<usize>, path: &Path) -> String {
        let known = if self.known > 0 { format!(", {} known already", self.known) } else { String::new() };
        let passed = self.passed_over().map(|passed| format!(", passed over: {passed}")).unwrap_or_default();
        let all = all.map(|all| format!("; {} now has {all}", path.display())).unwrap_or_default();
        format!("{} added{known}{passed}{all}", self.recorded)
    }

    fn pass(&mut self, what: &str) {
        *self.passed.entry(what.to_owned()).or_default() += 1;
    }

    /// What was passed over, counted, if anything was.
    pub fn passed_over(&self) -> Option<String> {
        let told: Vec<String> = self.passed.iter().map(|(what, count)| format!("{count} {what}")).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

/// The files of a folder, in order of their paths; anything else as it is.
fn spread(input: &Input, tally: &mut AddTally) -> Vec<Result<Input, Failure>> {
    match input {
        Input::File(path) if path.is_dir() => match files(path, tally) {
            Ok(files) => files.into_iter().map(|file| Ok(Input::File(file))).collect(),
            Err(error) => vec![Err(input.unreadable(&error))],
        },
        other => vec![Ok(other.clone())],
    }
}

/// Hidden files and folders are passed over, and links to folders, which may lead round in a circle.
fn files(folder: &Path, tally: &mut AddTally) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                tally.pass("hidden files and folders");
            } else if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file() || entry.path().is_file() {
                found.push(entry.path());
            } else {
                tally.pass("links and the like");
            }
        }
    }
    found.sort();
    Ok(found)
}

/// How an input is read.
#[derive(Clone, Copy, Debug)]
pub struct How<'k> {
    /// What holds where a document does not say.
    pub defaults: &'k Known,
    /// Threads that read.
    pub threads: NonZero<usize>,
    /// How many bytes of documents are read, where that is limited.
    pub most: Option<u64>,
    /// Which model reads.
    pub choice: &'k ModelChoice,
    /// Whether what was fetched is kept.
    pub keep: bool,
}

/// Reads inputs and records their documents, each of which is counted once it is recorded; what cannot be read is handed to
/// `report` and passed over. Where an input breaks off, what was read before is recorded.
pub fn add_inputs(
    ledger: &mut Ledger,
    file: &LedgerFile,
    inputs: impl IntoIterator<Item = Input>,
    How { defaults, threads, most, choice, keep }: How<'_>,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Failure),
) -> Result<(), Failure> {
    let mut waiting = Vec::new();
    let model = Arc::new(choice.load(threads)?);
    let with = || {
        let (model, known) = (Arc::clone(&model), file.read()?);
        Ok(entries::With { defaults: defaults.clone(), threads, model, known, most, keep })
    };
    let read = entries::read(inputs, with, |input, read| {
        sort(read, input, &mut waiting, tally, report);
        if waiting.len() >= TOGETHER {
            record(ledger, &mut waiting, tally, report)?;
        }
        Ok(())
    });
    record(ledger, &mut waiting, tally, report)?;
    read
}

/// Records what was read of one thing that was found.
pub fn add_read(
    ledger: &mut Ledger,
    read: Vec<Read>,
    found: &dyn Display,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Failure),
) -> Result<(), Failure> {
    let mut waiting = Vec::new();
    read.into_iter().for_each(|read| sort(read, found, &mut waiting, tally, report));
    record(ledger, &mut waiting, tally, report)
}

/// What was read waits to be recorded; anything else is counted and told.
fn sort(
    read: Read,
    input: &dyn Display,
    waiting: &mut Vec<Given>,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Failure),
) {
    match read {
        Read::Given(given) => waiting.push(*given),
        Read::Known => tally.known += 1,
        Read::Passed(count, what) => *tally.passed.entry(what).or_default() += count,
        Read::Failed(reason) => {
            tally.unread += 1;
            report(Failure::unread(format!("{input}: {reason}")));
        }
        Read::Unread(failure) => {
            tally.unread += 1;
            report(failure);
        }
    }
}

fn record(
    ledger: &mut Ledger,
    waiting: &mut Vec<Given>,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Failure),
) -> Result<(), Failure> {
    if waiting.is_empty() {
        return Ok(());
    }
    for outcome in ledger.add(std::mem::take(waiting), Timestamp::now()).map_err(|error| Failure::ledger(&error))? {
        match outcome {
            AddOutcome::Recorded => tally.recorded += 1,
            AddOutcome::Known => tally.known += 1,
            AddOutcome::Removed(removed) => {
                tally.known += 1;
                report(Failure::unread(format!(
                    "{} is known, and its text was removed on {} by {} ({}): it is not added again",
                    removed.id, removed.at, removed.by, removed.why
                )));
            }
            AddOutcome::Refused(error) => {
                tally.unread += 1;
                report(Failure::ledger(&error));
            }
        }
    }
    Ok(())
}
