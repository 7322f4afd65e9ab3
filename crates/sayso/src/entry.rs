//! One line of a stream for the ledger: a document as [`crate::line`] reads it, and what the stream says of its version.

use std::collections::BTreeMap;

use sayso_ledger::{Entry, document::instant};
use sayso_page::{Known, without_secrets};
use sayso_read::{Id, Model};
use serde_json::value::RawValue;

use crate::line::{LineError, read_line};

/// The fields of a line, each as it was written.
type Fields<'l> = BTreeMap<String, &'l RawValue>;

/// Fields that have another name for `sayso read`.
const RENAMED: [(&str, &str); 2] = [("outlet", "publisher"), ("published", "date")];

/// Reads the document in a line as an entry of the ledger; `defaults` hold where the line and its document do not say.
///
/// A line may also be a record as `sayso read --json` prints it, told by its `attributions`: then nothing is read again.
pub fn read_entry(line: &[u8], number: u64, defaults: &Known, model: &dyn Model) -> Result<Entry, LineError> {
    let Ok(fields) = serde_json::from_slice::<Fields<'_>>(line) else {
        return read_line(line, number, defaults, model).map(without_stream);
    };
    let record = if fields.contains_key("attributions") {
        serde_json::from_slice(line).map_err(|error| not_a_record(number, &error))?
    } else {
        read_line(&renamed(&fields), number, defaults, model)?
    };
    Ok(Entry {
        outlet: text(&fields, "outlet").or_else(|| text(&fields, "publisher")),
        published: text(&fields, "published").filter(|published| instant(published).is_some()),
        version: fields.get("version").and_then(|version| serde_json::from_str(version.get()).ok()),
        replaces: fields.get("replaces").and_then(|replaces| Id::from_json(replaces)),
        seen: text(&fields, "seen").filter(|seen| instant(seen).is_some()),
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

fn text(fields: &Fields<'_>, name: &str) -> Option<String> {
    fields.get(name).and_then(|value| serde_json::from_str(value.get()).ok())
}

/// The line with the names that reading knows; a field that has both names keeps the one that reading knows.
fn renamed(fields: &Fields<'_>) -> Vec<u8> {
    let mut fields = fields.clone();
    for (from, to) in RENAMED {
        if let Some(value) = fields.remove(from).filter(|_| !fields.contains_key(to)) {
            fields.insert(to.to_owned(), value);
        }
    }
    serde_json::to_vec(&fields).unwrap_or_default()
}
