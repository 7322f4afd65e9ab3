//! `sayso read`: who says what in a document, for a person or for programs.

use std::io::{self, BufRead, Cursor, Write};
use std::num::NonZero;
use std::thread;

use clap::Args;
use sayso::line::is_day;
use sayso::{
    DocumentKind, Known, Model, NoAttributions, Reading, Record, Unreadable, document, kind_of, read_document,
};

use crate::failure::Failure;
use crate::input::{Input, ReadInput};
use crate::lines::Lines;
use crate::model_choice::ModelChoice;
use crate::records::{print_line, print_records, to_line};
use crate::view::{PageWidth, view};
use crate::{progress, terminal};

/// Show who says what in a document, on whose say-so
///
/// The document is told by its content: plain text, an HTML page, a PDF, a Word document (.docx), a feed (each entry is
/// read), or JSON Lines.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Read {
    /// A file, an address of http or https, or '-' for the standard input
    #[arg(value_name = "PATH|URL|-", required_unless_present_any = ["jsonl", "demo"])]
    input: Option<Input>,

    /// Print one JSON object a document
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,

    /// Read a stream with one JSON object a line, and print one a line in the same order
    ///
    /// A line has 'id' and one of 'text', 'html', 'html_b64'; where known, 'date', 'title', 'publisher', 'url'. A line
    /// that cannot be read gives a line with 'id', 'line' and 'error'.
    #[arg(long)]
    jsonl: bool,

    /// Read the article that is part of the program
    #[arg(long, conflicts_with_all = ["input", "jsonl"])]
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

The exit status is 0, 1 where some documents could not be read, 2 for wrong usage.
NO_COLOR=1 leaves out colour, CLICOLOR_FORCE=1 keeps it in a pipe.
COLUMNS sets the width where there is no terminal.";

impl Read {
    pub fn run(self) -> Result<(), Failure> {
        let input = self.input();
        if self.jsonl {
            let (stream, length) = input.open()?;
            let bar = progress::bar(length);
            return self.read_stream(&input, progress::watched(stream, &bar));
        }
        let found = input.read()?;
        match kind_of(&found.bytes) {
            DocumentKind::JsonLines if self.json => self.read_stream(&input, Box::new(Cursor::new(found.bytes))),
            DocumentKind::JsonLines => {
                Err(Failure::usage(format!("{input}: this is a stream of documents; read it with --jsonl")))
            }
            _ => self.read_documents(&input, found),
        }
    }

    fn input(&self) -> Input {
        match &self.input {
            _ if self.demo => Input::Demo,
            Some(input) => input.clone(),
            None => Input::Standard,
        }
    }

    /// What holds where a document does not say.
    fn defaults(&self) -> Known {
        Known { published: self.date.clone(), publisher: self.publisher.clone(), ..Known::default() }
    }

    /// Reads a page, a text, or each entry of a feed.
    fn read_documents(&self, input: &Input, found: ReadInput) -> Result<(), Failure> {
        let unreadable = |error: Unreadable| Failure::unread(format!("{input}: {error}"));
        let known = Known { url: found.url, ..input.known() };
        let documents = document::documents(&found.bytes, found.charset.as_deref(), &known).map_err(unreadable)?;
        let model = self.model()?;
        let mut failure = None;
        if documents.without_text > 0 {
            eprintln!("{input}: {} entries have no text; read their pages", documents.without_text);
        }
        for (index, document) in documents.documents.into_iter().enumerate() {
            let document = document.or_else_known(&self.defaults());
            let id = document.id.clone();
            match read_document(document, &*model) {
                Ok(reading) if self.json => print_line(&to_line(&Record::new(id, &reading)))?,
                Ok(reading) => show(&reading, index > 0)?,
                Err(error) => failure = Some(unreadable(error)),
            }
        }
        failure.map_or(Ok(()), Err)
    }

    fn read_stream(&self, input: &Input, stream: Box<dyn BufRead + Send>) -> Result<(), Failure> {
        let unreadable = |error: &io::Error| input.unreadable(error);
        match print_records(Lines::new(stream), self.threads(), self.defaults(), self.model()?, unreadable)? {
            0 => Ok(()),
            unread => {
                Err(Failure::unread(format!("{unread} of the lines could not be read; each says why in 'error'")))
            }
        }
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
