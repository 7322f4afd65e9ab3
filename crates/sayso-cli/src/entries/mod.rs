//! From inputs to entries of the ledger: pages, texts, feeds, streams, web archives and tables, read by all cores in the
//! order of the input.

mod documents;
mod held;
mod one;
mod opened;

use std::sync::{Arc, Mutex};

use documents::{Waiting, read_in_turn};
use held::{InputContent, Stream};
pub use one::{Read, With};
pub use opened::Opened;
use sayso::entry::read_entry;
use sayso::ledger::store::{Fetched, Reader};
use sayso::ledger::{Entry, View};
use sayso::line::LineError;
use sayso::{Capture, Captured, Captures, Id, Known, Model, document};
use serde::Deserialize;

use crate::failure::Failure;
use crate::input::Input;
use crate::lines::{InputLine, is_blank, without_mark};
use crate::stream;

/// Reads the documents of inputs and hands each over in order, with its input; `with` opens what reading needs, anew for
/// each stream. What cannot be read is handed over as such, and the rest goes on.
pub fn read<M: Model + 'static>(
    inputs: impl IntoIterator<Item = Input>,
    mut with: impl FnMut() -> Result<With<M>, Failure>,
    mut take: impl FnMut(&Input, Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let waiting: Waiting = Arc::new(Mutex::new(inputs.into_iter().collect()));
    while let Some((input, held)) = read_in_turn(&waiting, with()?, &mut take)? {
        let mut take = |read| take(&input, read);
        let read = match held {
            InputContent::Lines(lines) => read_lines(&input, lines, with()?, &mut take),
            InputContent::Rows(rows) => read_lines(&input, rows, with()?, &mut take),
            InputContent::Captures(captures) => read_captures(captures, with()?, &mut take),
            InputContent::Documents(_) => Ok(()),
        };
        match read {
            Err(Failure::Unread(reason)) => take(Read::Unread(Failure::Unread(reason)))?,
            other => other?,
        }
    }
    Ok(())
}

/// A capture on its way, or what is said of it at once.
type Caught = Result<Opened, Read>;

/// Every capture on its own thread, in the order of the archive.
fn read_captures(
    captures: Captures<Stream>,
    with: With<impl Model + 'static>,
    mut take: impl FnMut(Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let With { defaults, threads, model, known, most, keep } = with;
    let opened = captures.map(move |captured| match captured {
        Ok(Captured::Page(capture)) => caught(capture, &defaults, &known, keep).map_err(Read::Failed),
        Ok(Captured::Passed(why)) => Err(Read::Passed(1, why.to_string())),
        Err(error) => Err(Read::Failed(error.to_string())),
    });
    let work = move |caught: Caught| caught.map_or_else(|said| vec![said], |opened| opened.read(&model));
    let texts = |caught: &Caught| caught.as_ref().map_or(0, Opened::texts);
    let weigh = |caught: &Caught| caught.as_ref().map_or(0, Opened::weight);
    let opened = limited(opened, most, texts, |_| Err(Read::Failed(OVER.to_owned())));
    stream::ordered(opened, threads, weigh, work, |read| read.into_iter().try_for_each(&mut take))
}

fn caught(capture: Capture, defaults: &Known, known: &Reader, keep: bool) -> Result<Opened, String> {
    let Capture { url, fetched, charset, bytes, status, headers } = capture;
    let from = Known { url: url.clone(), ..Known::default() };
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", url.as_deref().unwrap_or("a capture"));
    let documents = document::documents(&bytes, charset.as_deref(), &from).map_err(|error| told(&error))?.documents;
    let mut opened = Opened::new(documents, defaults, known).map_err(|failure| told(&failure))?;
    opened.seen.clone_from(&fetched);
    let how = Fetched { asked: url.clone(), url, at: fetched, status, headers, charset };
    opened.fetched = keep.then_some((how, bytes));
    Ok(opened)
}

/// Why a stream is not read on.
const OVER: &str =
    "the rest was not read: what is given at once may have 1 GiB unpacked. Add it with 'sayso add', or split it";

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

/// A line on its way.
enum Item {
    Read(Result<Box<Entry>, String>),
    Known,
    Blank,
}

fn read_lines(
    input: &Input,
    lines: impl Iterator<Item = std::io::Result<(u64, InputLine)>> + Send + 'static,
    with: With<impl Model + 'static>,
    mut take: impl FnMut(Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let With { defaults, threads, model, known, most, .. } = with;
    let over = |line: &std::io::Result<(u64, InputLine)>| {
        let number = line.as_ref().map_or(0, |(number, _)| *number);
        Ok((number, InputLine::Refused(OVER.to_owned())))
    };
    let lines = limited(lines, most, |line| line.as_ref().map_or(0, |(_, line)| line.weight()), over);
    let marked = lines.map(move |line| line.map(|(number, line)| (is_known(&known, &line), number, line)));
    let work = move |line: std::io::Result<(bool, u64, InputLine)>| {
        line.map(|(known, number, line)| if known { Item::Known } else { item(number, &line, &defaults, &model) })
    };
    let weigh = |line: &std::io::Result<(bool, u64, InputLine)>| line.as_ref().map_or(0, |(_, _, line)| line.weight());
    stream::ordered(marked, threads, weigh, work, |item| match item.map_err(|error| input.unreadable(&error))? {
        Item::Blank => Ok(()),
        Item::Known => take(Read::Known),
        Item::Read(Ok(entry)) => take(Read::Given(Box::new((*entry).into()))),
        Item::Read(Err(reason)) => take(Read::Failed(reason)),
    })
}

fn item(number: u64, line: &InputLine, defaults: &Known, model: &dyn Model) -> Item {
    let told = |error: LineError| format!("line {number}: {}", error.reason());
    match line {
        InputLine::Whole(line) if is_blank(line) => Item::Blank,
        InputLine::Whole(line) => {
            Item::Read(read_entry(without_mark(line), number, defaults, model).map(Box::new).map_err(told))
        }
        InputLine::Refused(reason) => Item::Read(Err(told(LineError::new(number, reason)))),
    }
}

/// Whether the ledger has the plain text of a line under its id.
fn is_known(known: &Reader, line: &InputLine) -> bool {
    #[derive(Deserialize)]
    struct LineFields {
        id: Id,
        text: String,
    }
    let InputLine::Whole(line) = line else { return false };
    let fields = serde_json::from_slice::<LineFields>(without_mark(line));
    fields.is_ok_and(|fields| View::new(known).has(&fields.id, &fields.text).unwrap_or(false))
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
