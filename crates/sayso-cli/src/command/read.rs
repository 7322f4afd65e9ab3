//! `sayso read`: who says what in a document, for a person or for programs.

use std::io::Write;
use std::num::NonZero;
use std::thread;

use clap::Args;
use sayso::line::is_day;
use sayso::{Known, Model, NoAttributions, Reading};
use sayso_io::input::{ColumnChoice, ColumnMap, InputOptions};

use crate::failure::Failure;
use crate::input::Input;
use crate::model_choice::ModelChoice;
use crate::records::{Printing, print_documents};
use crate::terminal;
use crate::view::{PageWidth, view};

/// Show who says what in a document, on whose say-so
///
/// The document is told by its content: plain text, an HTML page, a saved page (.mhtml), a PDF, a Word document (.docx), a feed
/// (each entry is read), a web archive, JSON Lines, a table (CSV, TSV, Parquet, JSON), news items (NewsML-G2, ninjs); packed with
/// gzip or Zstandard or not. Several are read as one stream, by all cores.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Read {
    /// Files, addresses of http or https, or '-' for the standard input
    #[arg(value_name = "PATH|URL|-", required_unless_present_any = ["jsonl", "demo"])]
    inputs: Vec<Input>,

    /// Print one JSON object a document
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,

    /// Read a stream with one JSON object a line, and print one a line in the same order
    ///
    /// A line has 'id' and one of 'text', 'html', 'html_b64'; where known, 'date', 'title', 'publisher', 'url'. A line
    /// that cannot be read gives a line with 'id', 'line' and 'error'. Tables (CSV, TSV, Parquet, a JSON array) are read row
    /// by row in the same way; which column is what is told by its name, and shown on the standard error.
    #[arg(long)]
    jsonl: bool,

    /// Which column of a table is which field, where that is not told by its name, as in 'text=content'
    #[arg(long = "column", value_name = "FIELD=COLUMN")]
    columns: Vec<ColumnChoice>,

    /// Read the article that is part of the program
    #[arg(long, conflicts_with_all = ["inputs", "jsonl"])]
    demo: bool,

    /// Date of publication, where the document does not give it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<String>,

    /// The outlet, where the document does not give it
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,

    /// Leave out who says what, which takes nearly all of the time: the article, what is not it, figures and dates alone
    #[arg(long, conflicts_with = "model")]
    no_attributions: bool,

    #[command(flatten)]
    choice: ModelChoice,

    /// Threads for a stream; all cores unless given. The output does not depend on it
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
}

const EXAMPLES: &str = "\
Examples:
  sayso read --demo
  sayso read https://site.example/article
  sayso read --date 2026-02-03 --publisher 'The Arden Mail' article.txt
  sayso read --json article.html | jq '.attributions[].source'
  zcat news.jsonl.gz | sayso read --jsonl > records.jsonl
  sayso read --jsonl --column text=content news.csv > records.jsonl

The exit status is 0, 1 where some documents could not be read, 2 for wrong usage.
NO_COLOR=1 leaves out colour, CLICOLOR_FORCE=1 keeps it in a pipe.
COLUMNS sets the width where there is no terminal.";

impl Read {
    pub fn run(self) -> Result<(), Failure> {
        let inputs = self.inputs();
        if self.jsonl && inputs.iter().any(|input| matches!(input, Input::Url(_))) {
            return Err(Failure::usage("--jsonl reads a file or '-'; fetch the stream first and pipe it in"));
        }
        let columns = ColumnMap::new(self.columns.clone());
        let printing = Printing {
            model: self.model()?,
            defaults: self.defaults(),
            threads: self.threads(),
            options: InputOptions { columns, rows_only: self.jsonl, ..InputOptions::default() },
            is_for_person: !self.json && !self.jsonl,
        };
        let mut follows = false;
        print_documents(inputs, printing, |reading| show(reading, std::mem::replace(&mut follows, true)))
    }

    fn inputs(&self) -> Vec<Input> {
        match &self.inputs[..] {
            _ if self.demo => vec![Input::Demo],
            [] => vec![Input::Standard],
            inputs => inputs.to_vec(),
        }
    }

    /// What holds where a document does not say.
    fn defaults(&self) -> Known {
        Known { published: self.date.clone(), publisher: self.publisher.clone(), ..Known::default() }
    }

    fn model(&self) -> Result<Box<dyn Model>, Failure> {
        Ok(if self.no_attributions { Box::new(NoAttributions) } else { Box::new(self.choice.load(self.threads())?) })
    }

    fn threads(&self) -> NonZero<usize> {
        self.threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN)
    }
}

/// Shows a reading for a person, parted from one shown before.
fn show(reading: &Reading, follows: bool) -> Result<(), Failure> {
    let page = PageWidth { width: terminal::width(), styled: terminal::is_styled() };
    let gap = if follows { "\n" } else { "" };
    let mut out = anstream::stdout().lock();
    write!(out, "{gap}{}", view(reading, page))?;
    Ok(out.flush()?)
}

/// A day of the calendar, as it is typed.
pub fn day(given: &str) -> Result<String, String> {
    match is_day(given) {
        true => Ok(given.to_owned()),
        false => Err("no day of the calendar; write it as in 2026-02-28".to_owned()),
    }
}
