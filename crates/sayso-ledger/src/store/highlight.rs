//! Where the words of a search stand in a document.
//!
//! The ledger's index does not keep the text a second time, so it cannot say where a word stands. A document that was
//! found is put alone into an index in memory, with the same rules for what a word is, and that index marks the words.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::document::{Document, Entry};

const PAGE: &str = "CREATE VIRTUAL TABLE page USING fts5(
    title, text, outlet, tokenize = 'unicode61 remove_diacritics 2'
)";

/// Code points that no text in earnest has: two that this one does not have mark beginnings and ends.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';

/// Spans in code points.
type Spans = Vec<(usize, usize)>;

/// An index in memory for one expression.
#[derive(Debug)]
pub struct Highlighter {
    connection: Connection,
    words: String,
}

impl Highlighter {
    /// An empty index.
    pub fn new(words: String) -> rusqlite::Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(PAGE)?;
        Ok(Self { connection, words })
    }

    /// Where the words stand in the title and in the text. A text that has every private code point, as none in earnest
    /// has, gives no spans.
    pub fn highlight(&self, entry: &Entry) -> rusqlite::Result<(Spans, Spans)> {
        const MARKED: &str =
            "SELECT highlight(page, 0, ?2, ?3), highlight(page, 1, ?2, ?3) FROM page WHERE page MATCH ?1";
        let document = Document::new(entry.clone());
        let (title, text) = (document.title().unwrap_or_default(), document.text.as_str());
        let Some((begin, end)) = markers(title, text) else {
            return Ok((Spans::new(), Spans::new()));
        };
        self.connection.execute("DELETE FROM page", ())?;
        self.connection.execute("INSERT INTO page VALUES (?1, ?2, ?3)", params![title, text, document.outlet()])?;
        let mut statement = self.connection.prepare_cached(MARKED)?;
        let fields = params![self.words, begin.to_string(), end.to_string()];
        let mut rows = statement.query(fields)?;
        let Some(row) = rows.next()? else {
            return Ok((Spans::new(), Spans::new()));
        };
        let (title, text): (String, String) = (row.get(0)?, row.get(1)?);
        Ok((spans(&title, begin, end), spans(&text, begin, end)))
    }
}

fn markers(title: &str, text: &str) -> Option<(char, char)> {
    let used: BTreeSet<char> = title.chars().chain(text.chars()).filter(|sign| PRIVATE.contains(sign)).collect();
    let mut free = PRIVATE.filter(|sign| !used.contains(sign));
    Some((free.next()?, free.next()?))
}

/// What stands between the marks, counted without them.
fn spans(marked: &str, begin: char, end: char) -> Spans {
    let (mut spans, mut place, mut start) = (Spans::new(), 0, 0);
    for sign in marked.chars() {
        if sign == begin {
            start = place;
        } else if sign == end {
            spans.push((start, place));
        } else {
            place += 1;
        }
    }
    spans
}
