//! Inputs that hold a document or a few each, one after another: many are read at once, whatever file they are in.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use sayso::ledger::store::{Fetched, Reader};
use sayso::{Known, Model, document, without_secrets};

use super::held::InputContent;
use super::one::{Read, With};
use super::opened::Opened;
use crate::failure::Failure;
use crate::input::{Input, ReadInput};
use crate::stream;

/// Inputs that are still to be opened.
pub type Waiting = Arc<Mutex<VecDeque<Input>>>;

/// An input that holds something else than a document or a few.
pub type Other = Option<(Input, InputContent)>;

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
        match InputContent::of(&input) {
            Ok(InputContent::Documents(found)) => {
                let opened = opened(&input, found, &defaults, &known, keep);
                Some((input, opened))
            }
            Ok(held) => {
                *stopped.lock().unwrap_or_else(PoisonError::into_inner) = Some((input, held));
                None
            }
            Err(failure) => Some((input, Err(failure))),
        }
    });
    let weigh = |(_, opened): &(Input, Result<Opened, Failure>)| opened.as_ref().map_or(0, Opened::weight);
    let work = move |(input, opened): (Input, Result<Opened, Failure>)| {
        (input, opened.map_or_else(|failure| vec![Read::Unread(failure)], |opened| opened.read(&model)))
    };
    stream::ordered(opened, threads, weigh, work, |(input, read)| {
        read.into_iter().try_for_each(|read| take(&input, read))
    })?;
    Ok(other.lock().unwrap_or_else(PoisonError::into_inner).take())
}

fn opened(input: &Input, found: ReadInput, defaults: &Known, known: &Reader, keep: bool) -> Result<Opened, Failure> {
    let from = Known { url: found.url.clone(), ..input.known() };
    let documents = document::documents(&found.bytes, found.charset.as_deref(), &from)
        .map_err(|error| Failure::unread(format!("{input}: {error}")))?;
    let fetched = fetched(input, found);
    let seen = fetched.as_ref().and_then(|(fetched, _)| fetched.at.clone());
    let mut opened = Opened::new(documents.documents, defaults, known)?;
    (opened.without_text, opened.seen) = (documents.without_text, seen);
    opened.fetched = fetched.filter(|_| keep);
    Ok(opened)
}

/// How an input was fetched, with what came; none where it was not.
fn fetched(input: &Input, found: ReadInput) -> Option<(Fetched, Vec<u8>)> {
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
