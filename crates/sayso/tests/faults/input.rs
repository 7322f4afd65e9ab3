//! The documents of a case, read as the program reads them.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use sayso::entry::{read_entry, without_stream};
use sayso::ledger::record::StoryRecord;
use sayso::ledger::{Entry, Ledger};
use sayso::{Captured, Captures, Document, Encoder, Known, Record, document, read_document};
use sayso_golden::Block;

/// What a web archive begins with.
const ARCHIVE: &[u8] = b"WARC/1.";

/// One input of a case.
pub struct Input {
    kind: Kind,
    bytes: Vec<u8>,
    /// The day of publication that is given with it.
    published: Option<String>,
}

/// What an input is.
#[derive(Clone, Copy)]
enum Kind {
    /// A text, a page or a feed, told by its content.
    Document,
    /// A stream for the ledger.
    Stream,
}

impl Input {
    /// The input in a block, if it is one: `text`, `html`, `xml`, `json`, `jsonl`, or `base64` of any of these or of an archive.
    pub fn of(block: &Block<'_>) -> Option<Self> {
        let (kind, bytes) = match block.kind {
            "text" | "html" | "xml" | "json" => (Kind::Document, block.content.as_bytes().to_vec()),
            "jsonl" => (Kind::Stream, block.content.as_bytes().to_vec()),
            "base64" => {
                let packed: String = block.content.split_ascii_whitespace().collect();
                (Kind::Document, BASE64_STANDARD.decode(packed).expect("a block `base64` is Base64"))
            }
            _ => return None,
        };
        let published = Some(block.told.to_owned()).filter(|told| !told.is_empty());
        Some(Self { kind, bytes, published })
    }

    /// The documents in it; what cannot be read gives none.
    pub fn read(&self, model: &Encoder) -> Vec<Entry> {
        let known = Known { published: self.published.clone(), ..Known::default() };
        match self.kind {
            Kind::Stream => {
                let lines = self.bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
                lines.map(|line| read_entry(line, 1, &known, model).expect("a line of a stream is read")).collect()
            }
            Kind::Document if self.bytes.starts_with(ARCHIVE) => captures(&self.bytes, &known, model),
            Kind::Document => read(&self.bytes, None, &Known::default(), &known, model),
        }
    }
}

fn captures(archive: &[u8], known: &Known, model: &Encoder) -> Vec<Entry> {
    let captured = Captures::new(archive).filter_map(|captured| match captured {
        Ok(Captured::Page(capture)) => Some(capture),
        _ => None,
    });
    let entries = captured.flat_map(|capture| {
        let from = Known { url: capture.url.clone(), ..Known::default() };
        let entries = read(&capture.bytes, capture.charset.as_deref(), &from, known, model);
        entries.into_iter().map(move |entry| Entry { seen: capture.fetched.clone(), ..entry })
    });
    entries.collect()
}

fn read(bytes: &[u8], charset: Option<&str>, from: &Known, known: &Known, model: &Encoder) -> Vec<Entry> {
    let documents = document::documents(bytes, charset, from).unwrap_or_default().documents;
    let entry = |document: Document| {
        let document = document.or_else_known(known);
        let id = document.id.clone();
        let reading = read_document(document, model).ok()?;
        Some(without_stream(Record::new(id, &reading)))
    };
    documents.into_iter().filter_map(entry).collect()
}

/// What a ledger makes of some documents.
pub fn stories(entries: Vec<Entry>) -> Vec<StoryRecord> {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger"), Duration::from_secs(1)).unwrap();
    ledger.add(entries, Timestamp::UNIX_EPOCH).unwrap();
    ledger.refresh(|_| ()).unwrap();
    ledger.view().stories().unwrap()
}
