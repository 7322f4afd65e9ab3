//! From inputs to entries of the ledger: pages, texts, feeds and streams, read by all cores in the order of the input.

use std::io::Cursor;
use std::num::NonZero;

use sayso::entry::{read_entry, without_stream};
use sayso::ledger::store::Reader;
use sayso::ledger::{Entry, View};
use sayso::line::LineError;
use sayso::{Document, Id, Kind, Known, Model, Record, document, kind_of, read_document};
use serde::Deserialize;

use crate::failure::Failure;
use crate::input::Input;
use crate::lines::{Line, Lines, is_blank, too_long, without_mark};
use crate::{progress, stream};

/// What became of one document of an input.
pub enum Read {
    /// It was read.
    Entry(Box<Entry>),
    /// The ledger has it: it was not read again.
    Known,
    /// It cannot be read, and why.
    Failed(String),
}

/// Reads the documents of an input and hands each over in order. Those that `known` has are not read again.
pub fn read(
    input: &Input,
    defaults: &Known,
    threads: NonZero<usize>,
    model: impl Model + 'static,
    known: Reader,
    take: impl FnMut(Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if let Some(lines) = lines_of(input)? {
        return read_lines(input, lines, defaults, threads, model, known, take);
    }
    let found = input.read()?;
    let kind = kind_of(&found.bytes);
    if kind == Kind::JsonLines {
        let lines = Lines::new(Box::new(Cursor::new(found.bytes)));
        return read_lines(input, lines, defaults, threads, model, known, take);
    }
    let from = Known { url: found.url.clone(), ..input.known() };
    let documents = document::documents(&found.bytes, found.charset.as_deref(), &from)
        .map_err(|error| Failure::unread(format!("{input}: {error}")))?;
    let seen = found.url.map(|_| jiff::Timestamp::now().to_string());
    read_documents(documents, defaults, &model, &known, seen.as_deref(), take)
}

fn read_documents(
    documents: Vec<Document>,
    defaults: &Known,
    model: &dyn Model,
    known: &Reader,
    seen: Option<&str>,
    mut take: impl FnMut(Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for document in documents {
        let document = document.or_else_known(defaults);
        let id = document.id.clone();
        if has(known, &id, document.article.text.as_str())? {
            take(Read::Known)?;
            continue;
        }
        take(match read_document(document, model) {
            Ok(reading) => {
                let entry = without_stream(Record::new(id, &reading));
                Read::Entry(Box::new(Entry { seen: seen.map(str::to_owned), ..entry }))
            }
            Err(error) => Read::Failed(error.to_string()),
        })?;
    }
    Ok(())
}

/// A file whose name says that it is a stream is read line by line, however long it is.
fn lines_of(input: &Input) -> Result<Option<Lines>, Failure> {
    let is_stream = match input {
        Input::File(path) => path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson"),
        Input::Standard | Input::Url(_) | Input::Demo => false,
    };
    if !is_stream {
        return Ok(None);
    }
    let (stream, length) = input.open()?;
    Ok(Some(Lines::new(progress::watched(stream, &progress::bar(length)))))
}

/// A line on its way.
enum Item {
    Read(Result<Box<Entry>, String>),
    Known,
    Blank,
}

fn read_lines(
    input: &Input,
    lines: Lines,
    defaults: &Known,
    threads: NonZero<usize>,
    model: impl Model + 'static,
    known: Reader,
    mut take: impl FnMut(Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let defaults = defaults.clone();
    let marked = lines.map(move |line| line.map(|(number, line)| (is_known(&known, &line), number, line)));
    let work = move |line: std::io::Result<(bool, u64, Line)>| {
        line.map(|(known, number, line)| if known { Item::Known } else { item(number, &line, &defaults, &model) })
    };
    stream::ordered(marked, threads, work, |item| match item.map_err(|error| input.unreadable(&error))? {
        Item::Blank => Ok(()),
        Item::Known => take(Read::Known),
        Item::Read(Ok(entry)) => take(Read::Entry(entry)),
        Item::Read(Err(reason)) => take(Read::Failed(reason)),
    })
}

fn item(number: u64, line: &Line, defaults: &Known, model: &dyn Model) -> Item {
    let told = |error: LineError| format!("line {number}: {}", error.reason());
    match line {
        Line::Whole(line) if is_blank(line) => Item::Blank,
        Line::Whole(line) => {
            Item::Read(read_entry(without_mark(line), number, defaults, model).map(Box::new).map_err(told))
        }
        Line::TooLong => Item::Read(Err(told(LineError::new(number, too_long())))),
    }
}

/// Whether the ledger has the plain text of a line under its id.
fn is_known(known: &Reader, line: &Line) -> bool {
    #[derive(Deserialize)]
    struct Fields {
        id: Id,
        text: String,
    }
    let Line::Whole(line) = line else { return false };
    let fields = serde_json::from_slice::<Fields>(without_mark(line));
    fields.is_ok_and(|fields| has(known, &fields.id, &fields.text).unwrap_or(false))
}

fn has(known: &Reader, id: &Id, text: &str) -> Result<bool, Failure> {
    View::new(known).has(id, text).map_err(Failure::unread)
}
