//! Full-text search over titles, texts and outlets.

use jiff::Timestamp;
use rusqlite::params;

use super::document::Sequence;
use super::error::StoreError;
use super::expression::expression;
use super::highlight::Highlighter;
use super::name_key::name_key;
use super::reader::Reader;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query<'a> {
    /// Words, and phrases in quotation marks; a document has them all, in its title, text or outlet. Case and accents
    /// do not matter, and nothing is an operator. Without a word, nothing is found.
    pub words: &'a str,
    /// Only documents of this outlet; case and accents do not matter.
    pub outlet: Option<&'a str>,
    /// Only documents that came out at this instant or later.
    pub from: Option<Timestamp>,
    /// Only documents that came out before this instant.
    pub until: Option<Timestamp>,
    /// Which come first.
    pub order: Order,
    /// At most so many.
    pub limit: usize,
}

/// Which documents come first; ties are by instant and id, so that the order of adding does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Those that the words say most about, by BM25.
    Relevance,
    /// The latest.
    Newest,
    /// Those that were added last: the order of adding matters here, and nothing has to be sorted, so that a word that
    /// every document has costs no more than a rare one.
    LastAdded,
}

/// A document that was found, with where the words stand, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The document.
    pub sequence: Sequence,
    /// Where in the title.
    pub title: Vec<(usize, usize)>,
    /// Where in the text.
    pub text: Vec<(usize, usize)>,
    /// The stretch of the text in which most of them stand, to be shown; cut between words.
    pub excerpt: (usize, usize),
}

impl Reader {
    /// The documents that have the words.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn search(&self, query: &Query<'_>) -> Result<Vec<Hit>, StoreError> {
        let Some(words) = expression(query.words) else {
            return Ok(Vec::new());
        };
        let found = self.found(&words, query)?;
        let highlighter = Highlighter::new(words).map_err(|error| self.failure(error))?;
        let hits = found.into_iter().filter_map(|sequence| self.hit(sequence, &highlighter).transpose());
        hits.collect()
    }

    fn found(&self, words: &str, query: &Query<'_>) -> Result<Vec<Sequence>, StoreError> {
        let order = match query.order {
            Order::Relevance => "rank, published DESC, id",
            Order::Newest => "published DESC, id",
            Order::LastAdded => "search.rowid DESC",
        };
        let sql = format!(
            "SELECT sequence FROM search JOIN document ON sequence = search.rowid WHERE search MATCH ?1 \
             AND (?2 IS NULL OR outlet_folded = ?2) AND (?3 IS NULL OR published >= ?3) \
             AND (?4 IS NULL OR published < ?4) ORDER BY {order} LIMIT ?5"
        );
        let micros = |instant: Option<Timestamp>| instant.map(Timestamp::as_microsecond);
        let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
        let fields = params![words, query.outlet.map(name_key), micros(query.from), micros(query.until), limit];
        self.all(&sql, fields, super::document::sequence)
    }

    fn hit(&self, sequence: Sequence, highlighter: &Highlighter) -> Result<Option<Hit>, StoreError> {
        let Some(entry) = self.entry(sequence)? else {
            return Ok(None);
        };
        let highlit = highlighter.highlight(&entry);
        let (title, text) = highlit.map_err(|error| self.failure(error))?;
        let excerpt = super::excerpt::excerpt(&entry.record.text, &text);
        Ok(Some(Hit { sequence, title, text, excerpt }))
    }
}
