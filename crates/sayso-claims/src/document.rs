//! A document with its reading, as the ledger keeps and compares it.

use std::any::Any;
use std::cmp::Ordering;
use std::fmt::Debug;
use std::ops::Deref;
use std::sync::{Arc, OnceLock, Weak};

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;
use sayso_read::record::TextStatements;
use sayso_read::{FigureRelation, Id, Record, Statement};
use sayso_text::{Span, Text};
use serde::{Deserialize, Serialize};

use crate::figure_positions::FigurePositions;
use crate::vocabulary::{self, LedgerWords};

/// What is added: a reading, and what the stream says of its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The reading.
    pub record: Record,
    /// The outlet, where the stream gives it apart from the reading's publisher.
    pub outlet: Option<String>,
    /// When it was published, as given: RFC 3339, or a day.
    pub published: Option<String>,
    /// Which version of its article it is, counted by whoever gave it.
    pub version: Option<u64>,
    /// The document of which it is the next version.
    pub replaces: Option<Id>,
    /// When it was fetched, in RFC 3339.
    pub seen: Option<String>,
}

/// An entry ready to be compared with others, with what was derived from it. A clone is the same document.
#[derive(Clone, Debug)]
pub struct Document {
    data: Arc<DocumentData>,
    /// What its outlet is called among the documents that it is looked at with, where that is another name than its own.
    outlet: Option<Arc<str>>,
}

/// What a document holds.
#[derive(Debug)]
pub struct DocumentData {
    /// What was added.
    pub entry: Entry,
    /// The text that the spans below point into.
    pub text: Text,
    /// What is not the article, in order of place.
    pub furniture: Vec<Span>,
    /// Where each of the record's figures stands; none where its offsets are out of bounds.
    pub figures: Vec<Option<Span>>,
    /// The instant of publication; a day counts from its midnight in UTC.
    pub published: Option<Timestamp>,
    /// The words of its language.
    pub(crate) language: &'static LedgerWords,
    /// The figures by their places.
    pub(crate) figure_positions: FigurePositions,
    /// The sentences of the text and what they state, once it is asked for.
    stated: OnceLock<TextStatements>,
    /// How each figure stands to those told of before it, likewise.
    relations: OnceLock<Vec<Vec<FigureRelation>>>,
    /// What was derived from all this, once something is; a document does not know what that can be.
    derived: OnceLock<Box<dyn DerivedData>>,
}

/// What is kept beside a document as long as the document is.
pub(crate) trait DerivedData: Any + Debug + Send + Sync {
    /// How many bytes are kept, more or less.
    fn weight(&self) -> usize;
}

impl Deref for Document {
    type Target = DocumentData;

    fn deref(&self) -> &DocumentData {
        &self.data
    }
}

/// Bytes of an attribution with its speakers and places, and of a figure or a date with what is known of its place.
const ATTRIBUTION: usize = 1_024;
const FIGURE: usize = 256;

impl Entry {
    /// The outlet: as the stream gives it, else as the article does.
    #[must_use]
    pub fn outlet(&self) -> Option<&str> {
        self.outlet.as_deref().or(self.record.article.publisher.as_deref())
    }

    /// When it was published, likewise.
    #[must_use]
    pub fn published(&self) -> Option<&str> {
        self.published.as_deref().or(self.record.article.published.as_deref())
    }
}

impl Document {
    /// Takes an entry over.
    pub fn new(entry: Entry) -> Self {
        let text = Text::new(entry.record.text.as_str());
        let furniture =
            entry.record.furniture.iter().filter_map(|f| text.span_of_code_points(f.start, f.end)).collect();
        let figures: Vec<Option<Span>> =
            entry.record.figures.iter().map(|f| text.span_of_code_points(f.start, f.end)).collect();
        let figure_positions = FigurePositions::new(&figures);
        let published = entry.published().and_then(instant);
        let language = vocabulary::of(entry.record.article.language.as_deref());
        let (stated, relations, derived) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let data = DocumentData {
            text,
            furniture,
            figures,
            published,
            language,
            figure_positions,
            stated,
            relations,
            derived,
            entry,
        };
        Self { data: Arc::new(data), outlet: None }
    }

    /// What the document is called.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.entry.record.id
    }

    /// The headline, where there is one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.entry.record.article.title.as_deref()
    }

    /// The outlet, where it is known: by the name that it has among the documents of a story.
    #[must_use]
    pub fn outlet(&self) -> Option<&str> {
        self.outlet.as_deref().or_else(|| self.entry.outlet())
    }

    /// The same document, whose outlet is called so. Nothing that is kept beside a document hangs on the name.
    pub(crate) fn of_outlet(&self, name: &Arc<str>) -> Self {
        Self { data: Arc::clone(&self.data), outlet: Some(Arc::clone(name)) }
    }

    /// Where it stands on the web.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.entry.record.article.url.as_deref()
    }

    /// The byte spans of offsets in code points, as records have them; those out of bounds are left out.
    #[must_use]
    pub fn spans(&self, offsets: &[(usize, usize)]) -> Vec<Span> {
        offsets.iter().filter_map(|(start, end)| self.text.span_of_code_points(*start, *end)).collect()
    }

    /// The sentences of the text and what they state, as the record has them.
    #[must_use]
    pub fn stated(&self) -> &TextStatements {
        self.stated.get_or_init(|| self.entry.record.stated(&self.text))
    }

    /// How one of its figures stands to those told of before it, as the record has it.
    pub(crate) fn relations(&self, figure: usize) -> &[FigureRelation] {
        let all = self.relations.get_or_init(|| self.entry.record.relations(&self.text));
        all.get(figure).map_or(&[], Vec::as_slice)
    }

    /// The sentence that a byte stands in.
    pub(crate) fn sentence_at(&self, byte: usize) -> Option<Span> {
        let sentences = &self.stated().sentences;
        let at = sentences.partition_point(|sentence| sentence.end() <= byte);
        sentences.get(at).copied().filter(|sentence| sentence.start() <= byte)
    }

    /// What is kept beside it: one thing of one type, made when it is first asked for.
    ///
    /// # Panics
    ///
    /// Where something of another type is kept already.
    pub(crate) fn derived_data<T: DerivedData + Default>(&self) -> &T {
        let kept: &dyn Any = self.derived.get_or_init(|| Box::new(T::default())).as_ref();
        kept.downcast_ref().expect("one type alone is kept beside documents")
    }

    /// Whether it is the same document in memory, with all that was derived from it; not whether it has the same text.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.data, &other.data)
    }

    /// Which document it is, without holding it.
    pub(crate) fn weak(&self) -> Weak<DocumentData> {
        Arc::downgrade(&self.data)
    }

    /// How many bytes it holds, more or less, with what was derived from it.
    #[must_use]
    pub fn weight(&self) -> usize {
        let record = &self.entry.record;
        let parts = record.attributions.len() * ATTRIBUTION + (record.figures.len() + record.dates.len()) * FIGURE;
        size_of::<DocumentData>()
            + 2 * self.text.len()
            + parts
            + self.stated.get().map_or(0, weight_of)
            + self.derived.get().map_or(0, |kept| kept.weight())
    }

    /// When the page was last changed, where it says so.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        self.entry.record.article.modified.as_deref().and_then(instant)
    }

    /// The order in which documents came out: by instant, those without one last, ties by id.
    #[must_use]
    pub fn in_time(&self, other: &Self) -> Ordering {
        let key = |document: &Self| (document.published.is_none(), document.published);
        key(self).cmp(&key(other)).then_with(|| self.id().to_string().cmp(&other.id().to_string()))
    }
}

fn weight_of(stated: &TextStatements) -> usize {
    let attributed = stated.attributed.iter().map(Vec::len).sum::<usize>();
    (stated.statements.len() + attributed) * size_of::<Statement>() + size_of_val(stated.sentences.as_slice())
}

/// The instant of an RFC 3339 time, of a day, or of a time without a zone, which is taken as UTC.
#[must_use]
pub fn instant(written: &str) -> Option<Timestamp> {
    let utc = |time: civil::DateTime| TimeZone::UTC.to_timestamp(time).ok();
    written
        .parse::<Timestamp>()
        .ok()
        .or_else(|| written.parse::<civil::DateTime>().ok().and_then(utc))
        .or_else(|| written.parse::<civil::Date>().ok().and_then(|day| utc(day.at(0, 0, 0, 0))))
}
