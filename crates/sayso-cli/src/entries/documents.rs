//! Inputs that hold a document or a few each, one after another: many are read at once, whatever file they are in.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use sayso::ledger::store::{Capture, Fetched, Reader};
use sayso::{Document, Known, Model, document, without_secrets};

use super::held::Held;
use super::one::{Read, WITHOUT_TEXT, With, has, read_one, with_capture};
use crate::failure::Failure;
use crate::input::{Found, Input};
use crate::stream;

/// Inputs that are still to be opened.
pub type Waiting = Arc<Mutex<VecDeque<Input>>>;

/// An input that holds something else than a document or a few.
pub type Other = Option<(Input, Held)>;

/// What an input holds, opened and not read yet.
struct Opened {
    input: Input,
    documents: Result<Vec<Option<Document>>, Failure>,
    without_text: usize,
    from: Option<(Fetched, Vec<u8>)>,
}

/// Reads inputs until there are no more, or until one holds something else, which is given back. What is made of each is
/// handed over in order, with its input.
pub fn read_in_turn(
    waiting: &Waiting,
    with: With<impl Model + 'static>,
    mut take: impl FnMut(&Input, Read) -> Result<(), Failure>,
) -> Result<Other, Failure> {
    let With { defaults, threads, model, known, keep, .. } = with;
    let other = Arc::new(Mutex::new(None));
    let (inputs, stopped) = (Arc::clone(waiting), Arc::clone(&other));
    let opened = std::iter::from_fn(move || {
        let input = inputs.lock().unwrap_or_else(PoisonError::into_inner).pop_front()?;
        match Held::of(&input) {
            Ok(Held::Documents(found)) => Some(opened(input, found, &defaults, &known, keep)),
            Ok(held) => {
                *stopped.lock().unwrap_or_else(PoisonError::into_inner) = Some((input, held));
                None
            }
            Err(failure) => Some(Opened { input, documents: Err(failure), without_text: 0, from: None }),
        }
    });
    let work = move |opened: Opened| (opened.input.clone(), read_opened(opened, &model));
    stream::ordered(opened, threads, weight, work, |(input, read)| {
        read.into_iter().try_for_each(|read| take(&input, read))
    })?;
    Ok(other.lock().unwrap_or_else(PoisonError::into_inner).take())
}

fn weight(opened: &Opened) -> u64 {
    let documents = opened.documents.iter().flatten().flatten();
    documents.map(|document| document.article.text.len() as u64).sum()
}

fn opened(input: Input, found: Found, defaults: &Known, known: &Reader, keep: bool) -> Opened {
    let from = Known { url: found.url.clone(), ..input.known() };
    let read = document::documents(&found.bytes, found.charset.as_deref(), &from);
    let read = read.map_err(|error| Failure::unread(format!("{input}: {error}")));
    let without_text = read.as_ref().map_or(0, |read| read.without_text);
    let documents = read.and_then(|read| {
        let fresh = read.documents.into_iter().map(|document| document.or_else_known(defaults)).map(|document| {
            let is_known = has(known, &document)?;
            Ok((!is_known).then_some(document))
        });
        fresh.collect()
    });
    let from = fetched(&input, found).filter(|_| keep);
    Opened { input, documents, without_text, from }
}

/// How an input was fetched, with what came; none where it was not.
fn fetched(input: &Input, found: Found) -> Option<(Fetched, Vec<u8>)> {
    let Input::Url(asked) = input else { return None };
    let fetched = Fetched {
        asked: Some(without_secrets(asked)),
        url: found.url,
        at: Some(Timestamp::now().to_string()),
        status: found.status,
        headers: found.headers,
        charset: found.charset,
    };
    Some((fetched, found.bytes))
}

fn read_opened(opened: Opened, model: &dyn Model) -> Vec<Read> {
    let Opened { input, documents, without_text, from } = opened;
    let documents = match documents {
        Ok(documents) => documents,
        Err(failure) => return vec![Read::Unread(failure)],
    };
    let seen = match (&from, &input) {
        (Some((fetched, _)), _) => fetched.at.clone(),
        (None, Input::Url(_)) => Some(Timestamp::now().to_string()),
        _ => None,
    };
    let is_fresh = documents.iter().any(Option::is_some);
    let capture = from.filter(|_| is_fresh).map(|(fetched, bytes)| Arc::new(Capture::new(fetched, &bytes)));
    let passed = (without_text > 0).then(|| Read::Passed(without_text, WITHOUT_TEXT.to_owned()));
    let read = documents.into_iter().map(|document| match document {
        None => Read::Known,
        Some(document) => with_capture(read_one(document, seen.clone(), model), capture.as_ref()),
    });
    passed.into_iter().chain(read).collect()
}
