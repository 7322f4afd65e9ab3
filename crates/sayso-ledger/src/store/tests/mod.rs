//! What the file must bear: any order of adding, a kill at any moment, damage, want of room or rights.

mod adding;
mod decisions;
mod format;
mod grouping_state;
mod kill;
mod opening;
mod search;
mod sharing;
mod stories;
mod trouble;

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use super::{Added, Addition, Sequence, StoreError, Writer};
use crate::document::{Document, Entry};
use crate::test_process::started;

/// Long enough for a test's other process, short enough for a test.
const PATIENCE: Duration = Duration::from_secs(20);

/// An invented article, one line a paragraph, out on a day of February 2026.
fn document(id: &str, text: &str, day: u32) -> Document {
    let published = format!("2026-02-{day:02}T08:00:00Z");
    let article = json!({
        "title": "Harbour closed", "byline": [], "publisher": "Ferrand Post", "published": published,
        "modified": null, "language": "en", "url": "https://post.example/harbour",
    });
    let record = json!({
        "id": id, "text": text, "article": article, "furniture": [], "attributions": [], "figures": [], "dates": [],
        "warnings": [],
    });
    let entry = json!({
        "record": record, "outlet": null, "published": null, "version": null, "replaces": null, "seen": null,
    });
    Document::new(serde_json::from_value::<Entry>(entry).unwrap())
}

fn addition(document: &Document) -> Addition {
    Addition::new(document.clone(), document.url().map(str::to_owned), Timestamp::UNIX_EPOCH)
}

/// Adds one document in a batch of its own.
fn add(writer: &mut Writer, document: &Document) -> Result<Added, StoreError> {
    let batch = writer.batch()?;
    let added = batch.add(&addition(document))?;
    batch.commit()?;
    Ok(added)
}

fn fresh(writer: &mut Writer, document: &Document) -> Sequence {
    match add(writer, document) {
        Ok(Added::Fresh(sequence)) => sequence,
        other => panic!("not added: {other:?}"),
    }
}

fn writer(folder: &Path) -> Writer {
    Writer::open(&folder.join("ledger"), PATIENCE).unwrap()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Starts one of these tests in a process of its own.
fn start(test: &str, role: &str, ledger: &Path) -> std::process::Child {
    crate::test_process::start(&format!("store::tests::{test}"), role, ledger)
}
