//! `sayso add`: documents into the ledger.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;
use jiff::Timestamp;
use sayso::Known;
use sayso::ledger::Ledger;
use sayso_io::input::{ColumnChoice, ColumnMap, InputOptions};
use sayso_io::{AddTally, ReadingContext, Report};

use crate::failure::{self, Failure};
use crate::input::{Input, unreadable};
use crate::ledger_file::{LedgerFile, settle};
use crate::model_choice::ModelChoice;

/// Add documents to the ledger
///
/// Files, folders with files in them, addresses of pages and feeds, web archives (WARC), JSON Lines, tables (CSV, TSV,
/// Parquet, JSON), news items (NewsML-G2, ninjs), texts of nothing but addresses; packed with gzip or Zstandard or not. Which
/// column of a table is what is told by its name, and shown. The same document twice changes nothing; another text under the
/// same address is a new version. A line of JSON Lines may also have 'outlet', 'published'
/// (RFC 3339), 'version', 'replaces' and 'seen', and may be a record that 'sayso read --json' printed.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Add {
    /// Files, folders, addresses of http or https, or '-' for the standard input
    #[arg(value_name = "PATH|URL|-", required_unless_present = "urls")]
    inputs: Vec<Input>,

    /// A list of addresses, one a line, or a table with a column of them, whose pages are fetched
    #[arg(long, value_name = "FILE|-")]
    urls: Vec<Input>,

    /// Which column of a table is which field, where that is not told by its name, as in 'text=content'
    #[arg(long = "column", value_name = "FIELD=COLUMN")]
    columns: Vec<ColumnChoice>,

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
  sayso add --column text=content news.csv   a table, whose column 'content' has the articles
  sayso add --urls stories.csv               the pages of a table that has their addresses
  sayso add --ledger troops.ledger a.html b.html

It can be stopped at any time and run again: what was recorded is not read again.";

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
        let options = InputOptions {
            columns: ColumnMap::new(self.columns.clone()),
            lists_addresses: true,
            ..InputOptions::default()
        };
        let (choice, keep) = (&self.choice, !self.no_capture);
        let how = How { defaults: &defaults, threads, most: None, choice, keep, options };
        let lists = How { options: InputOptions { follows_addresses: true, ..how.options.clone() }, ..how.clone() };
        let inputs: Vec<Input> = spread.into_iter().filter_map(Result::ok).collect();
        let mut add = |inputs: Vec<Input>, how: How<'_>| match inputs.is_empty() {
            true => Ok(()),
            false => add_inputs(&mut ledger, &self.file, inputs, how, &mut tally, &mut report),
        };
        let added = add(inputs, how).and_then(|()| add(self.urls.clone(), lists));
        // However it ends, what is recorded is told.
        let settled = settle(&mut ledger);
        eprintln!("{}", told(&tally, ledger.view().count().ok(), self.file.path()));
        added.and(settled)?;
        match tally.unread {
            0 => Ok(()),
            unread => Err(Failure::unread(format!("{unread} of the documents could not be added; each is told above"))),
        }
    }
}

/// What was done, in a line.
fn told(tally: &AddTally, all: Option<usize>, path: &Path) -> String {
    let known = if tally.known > 0 { format!(", {} known already", tally.known) } else { String::new() };
    let passed = tally.passed.told().map(|passed| format!(", passed over: {passed}")).unwrap_or_default();
    let all = all.map(|all| format!("; {} now has {all}", path.display())).unwrap_or_default();
    format!("{} added{known}{passed}{all}", tally.recorded)
}

/// The files of a folder, in order of their paths; anything else as it is.
fn spread(input: &Input, tally: &mut AddTally) -> Vec<Result<Input, Failure>> {
    match input {
        Input::File(path) if path.is_dir() => match files(path, tally) {
            Ok(files) => files.into_iter().map(|file| Ok(Input::File(file))).collect(),
            Err(error) => vec![Err(Failure::unread(format!("{input}: {}", unreadable(&error))))],
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
                tally.passed.pass(1, "hidden files and folders");
            } else if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file() || entry.path().is_file() {
                found.push(entry.path());
            } else {
                tally.passed.pass(1, "links and the like");
            }
        }
    }
    found.sort();
    Ok(found)
}

/// How an input is read.
#[derive(Clone, Debug)]
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
    /// How inputs are told.
    pub options: InputOptions,
}

/// Reads inputs and records their documents; what cannot be read is handed to `report` and passed over.
pub fn add_inputs(
    ledger: &mut Ledger,
    file: &LedgerFile,
    inputs: Vec<Input>,
    How { defaults, threads, most, choice, keep, options }: How<'_>,
    tally: &mut AddTally,
    report: &mut dyn FnMut(Failure),
) -> Result<(), Failure> {
    let (model, known) = (choice.load(threads)?, file.read()?);
    let context = ReadingContext { model, defaults: defaults.clone(), known, keep, threads, most, options };
    let mut told = |what: Report| match what {
        Report::Unread(reason) => report(Failure::unread(reason)),
        Report::Refused(error) => report(Failure::ledger(&error)),
        Report::Note(note) => failure::tell(&note),
    };
    sayso_io::add(ledger, inputs, context, Timestamp::now, tally, &mut told).map_err(|error| Failure::ledger(&error))
}
