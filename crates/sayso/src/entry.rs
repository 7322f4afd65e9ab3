//! One line of a stream for the ledger: a document as [`crate::line`] reads it, and what the stream says of its version.

use sayso_ledger::{Entry, document::instant};
use sayso_page::{Known, without_secrets};
use sayso_read::{Id, Model};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::line::{LineError, read_line};

/// The fields of a line that are looked at, each as it was written.
#[derive(Clone, Copy, Default, Deserialize, Serialize)]
#[serde(default)]
struct EntryFields<'l> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    id: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    text: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    html: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    html_b64: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    date: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    title: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    publisher: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    url: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    language: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing)]
    attributions: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing)]
    outlet: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    published: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing)]
    version: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing)]
    replaces: Option<&'l RawValue>,
    #[serde(borrow, skip_serializing)]
    seen: Option<&'l RawValue>,
}

/// Reads the document in a line as an entry of the ledger; `defaults` hold where the line and its document do not say.
///
/// A line may also be a record as `sayso read --json` prints it, told by its `attributions`: then nothing is read again.
///
/// # Errors
///
/// Where the line is no document, or cannot be read; says which line, and why.
pub fn read_entry(line: &[u8], number: u64, defaults: &Known, model: &dyn Model) -> Result<Entry, LineError> {
    let Ok(fields) = serde_json::from_slice::<EntryFields<'_>>(line) else {
        return read_line(line, number, defaults, model).map(without_stream);
    };
    let record = if fields.attributions.is_some() {
        serde_json::from_slice(line).map_err(|error| not_a_record(number, &error))?
    } else {
        read_line(&renamed(&fields), number, defaults, model)?
    };
    Ok(Entry {
        outlet: text(fields.outlet).or_else(|| text(fields.publisher)),
        published: text(fields.published).filter(|published| instant(published).is_some()),
        version: fields.version.and_then(|version| serde_json::from_str(version.get()).ok()),
        replaces: fields.replaces.and_then(Id::from_json),
        seen: text(fields.seen).filter(|seen| instant(seen).is_some()),
        ..without_stream(record)
    })
}

/// The entry of a record of which no stream says anything.
pub fn without_stream(mut record: sayso_read::Record) -> Entry {
    // A record that another program made may have been made of an address with a password in it.
    record.article.url = record.article.url.as_deref().map(without_secrets);
    Entry { record, outlet: None, published: None, version: None, replaces: None, seen: None }
}

fn not_a_record(number: u64, error: &serde_json::Error) -> LineError {
    LineError::new(number, format!("the line has 'attributions' but is no record of 'sayso read --json': {error}"))
}

fn text(value: Option<&RawValue>) -> Option<String> {
    value.and_then(|value| serde_json::from_str(value.get()).ok())
}

/// The line with the names that reading knows; a field that has both names keeps the one that reading knows.
fn renamed(fields: &EntryFields<'_>) -> Vec<u8> {
    let publisher = fields.publisher.or(fields.outlet);
    serde_json::to_vec(&EntryFields { publisher, ..*fields }).unwrap_or_default()
}
