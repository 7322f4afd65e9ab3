//! From what is in inputs to entries of a ledger: read by all cores, in the order of the inputs.

use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError};

use sayso::entry::read_entry;
use sayso::ledger::View;
use sayso::ledger::store::{Reader, StoreError};
use sayso::line::LineError;
use sayso::{Id, Known, Model, document};
use serde::Deserialize;

use crate::found::FoundDocuments;
use crate::input::{FoundPage, InputItem, InputOptions};
use crate::inputs::{Contents, OpenInput};
use crate::lines::{InputLine, is_blank, without_mark};
use crate::outcome::ReadOutcome;
use crate::pipeline;

/// What is said of entries whose feed gives a headline alone.
const WITHOUT_TEXT: &str = "entries without text: add their pages";

/// What is said of rows that have an address and no text.
const ADDRESSES_ALONE: &str = "rows with an address and no text: '--urls FILE' fetches their pages";

/// Why a stream is not read on.
const OVER: &str =
    "the rest was not read: what is given at once may have 1 GiB unpacked. Add it with 'sayso add', or split it";

/// How documents are read.
pub struct ReadingContext<M> {
    /// Who finds the attributions.
    pub model: M,
    /// What holds where a document does not say.
    pub defaults: Known,
    /// A ledger, whose documents are not read again.
    pub known: Reader,
    /// Whether what was fetched is kept.
    pub keep: bool,
    /// How many are read at once.
    pub threads: NonZero<usize>,
    /// How many bytes of documents are read, unpacked, where that is limited.
    pub most: Option<u64>,
    /// How inputs are told.
    pub options: InputOptions,
}

/// Reads what is in inputs and hands over what became of it, in order. What cannot be read is handed over as such, and the
/// rest goes on.
///
/// # Errors
///
/// Where the ledger cannot be asked what it has, or `take` fails.
pub fn read<I: OpenInput, E: From<StoreError>>(
    inputs: impl IntoIterator<Item = I, IntoIter: Send + 'static>,
    reading: ReadingContext<impl Model + 'static>,
    mut take: impl FnMut(&I, ReadOutcome) -> Result<(), E>,
) -> Result<(), E> {
    let ReadingContext { model, defaults, known, keep, threads, most, options } = reading;
    let known = Mutex::new(known);
    let reader = DocumentReader { model, defaults, known, keep };
    let contents = limited(
        Contents::new(inputs, options),
        most,
        |(_, item)| item.weight(),
        |(input, item)| (Arc::clone(input), over(item)),
    );
    let weigh = |(_, item): &(Arc<I>, InputItem)| item.weight();
    let work = move |(input, item): (Arc<I>, InputItem)| {
        let outcomes = reader.read(item, &input.known());
        (input, outcomes)
    };
    pipeline::ordered(contents, threads, weigh, work, |(input, outcomes)| {
        outcomes?.into_iter().try_for_each(|outcome| take(&input, outcome))
    })
}

/// What is told in the place of an item that is too much.
fn over(item: &InputItem) -> InputItem {
    match item {
        InputItem::Line { number, .. } => {
            InputItem::Line { number: *number, line: InputLine::Refused(OVER.to_owned()) }
        }
        _ => InputItem::Failed(OVER.to_owned()),
    }
}

/// Items until they weigh more than `most` together; the one that is too much is told by `over` instead, and ends it.
fn limited<I>(
    items: impl Iterator<Item = I> + Send + 'static,
    most: Option<u64>,
    weigh: impl Fn(&I) -> u64 + Send + 'static,
    over: impl Fn(&I) -> I + Send + 'static,
) -> impl Iterator<Item = I> + Send + 'static {
    items.scan(most, move |left, item| {
        let Some(room) = left else { return Some(item) };
        match room.checked_sub(weigh(&item)) {
            _ if *room == 0 => None,
            Some(rest) if rest > 0 => {
                *room = rest;
                Some(item)
            }
            _ => {
                *room = 0;
                Some(over(&item))
            }
        }
    })
}

/// Who reads, on many threads at once.
struct DocumentReader<M> {
    model: M,
    defaults: Known,
    known: Mutex<Reader>,
    keep: bool,
}

impl<M: Model> DocumentReader<M> {
    fn read(&self, item: InputItem, known: &Known) -> Result<Vec<ReadOutcome>, StoreError> {
        Ok(vec![match item {
            InputItem::Line { number, line } => return self.line(number, &line),
            InputItem::Page(page) => return self.page(page, known),
            InputItem::WithoutText { .. } => ReadOutcome::Passed(1, ADDRESSES_ALONE.to_owned()),
            InputItem::Address(address) => {
                ReadOutcome::Failed(format!("{}: it is not fetched", sayso::without_secrets(&address)))
            }
            InputItem::Passed(count, what) => ReadOutcome::Passed(count, what),
            InputItem::Failed(reason) | InputItem::Broken(reason) => ReadOutcome::Failed(reason),
            InputItem::Note(note) => ReadOutcome::Note(note),
        }])
    }

    fn has(&self, id: &Id, text: &str) -> Result<bool, StoreError> {
        View::new(&self.known.lock().unwrap_or_else(PoisonError::into_inner)).has(id, text)
    }

    fn line(&self, number: u64, line: &InputLine) -> Result<Vec<ReadOutcome>, StoreError> {
        let told = |error: LineError| ReadOutcome::Failed(format!("line {number}: {}", error.reason()));
        Ok(match line {
            InputLine::Refused(reason) => vec![told(LineError::new(number, reason))],
            InputLine::Whole(line) if is_blank(line) => Vec::new(),
            InputLine::Whole(line) => {
                let line = without_mark(line);
                if self.is_known(line)? {
                    return Ok(vec![ReadOutcome::Known]);
                }
                let entry = read_entry(line, number, &self.defaults, &self.model);
                vec![entry.map_or_else(told, |entry| ReadOutcome::Given(Box::new(entry.into())))]
            }
        })
    }

    /// Whether the ledger has the plain text of a line under its id.
    fn is_known(&self, line: &[u8]) -> Result<bool, StoreError> {
        #[derive(Deserialize)]
        struct IdAndText {
            id: Id,
            text: String,
        }
        match serde_json::from_slice::<IdAndText>(line) {
            Ok(fields) => self.has(&fields.id, &fields.text),
            Err(_) => Ok(false),
        }
    }

    fn page(&self, page: FoundPage, known: &Known) -> Result<Vec<ReadOutcome>, StoreError> {
        let FoundPage { bytes, fetched, from } = page;
        let url = fetched.as_ref().and_then(|fetched| fetched.url.clone());
        let charset = fetched.as_ref().and_then(|fetched| fetched.charset.clone());
        let known = Known { url, ..known.clone() };
        let told = |reason: String| from.as_ref().map_or_else(|| reason.clone(), |from| format!("{from}: {reason}"));
        let found = match document::documents(&bytes, charset.as_deref(), &known) {
            Ok(found) => found,
            Err(error) => return Ok(vec![ReadOutcome::Failed(told(error.to_string()))]),
        };
        let passed = (found.without_text > 0).then(|| ReadOutcome::Passed(found.without_text, WITHOUT_TEXT.to_owned()));
        let documents = found.documents.into_iter().map(|document| document.or_else_known(&self.defaults)).collect();
        let seen = fetched.as_ref().and_then(|fetched| fetched.at.clone());
        let fetched = fetched.filter(|_| self.keep).map(|fetched| (fetched, bytes));
        let read = FoundDocuments { documents, seen, fetched }.read(&self.model, |id, text| self.has(id, text))?;
        Ok(passed.into_iter().chain(read).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_together_is_told_once_and_ends_the_stream() {
        let items = |most| limited([3u64, 3, 3, 3].into_iter(), most, |item| *item, |_| 0).collect::<Vec<_>>();
        assert_eq!(items(None), [3, 3, 3, 3]);
        assert_eq!(items(Some(13)), [3, 3, 3, 3]);
        assert_eq!(items(Some(8)), [3, 3, 0]);
    }
}
