//! Web archives (WARC, ISO 28500): a capture a document.

use sayso::ledger::store::Fetched;
use sayso::{Capture, Captured, Captures};

use super::format::{FoundPage, InputFormat, InputHead, InputItem, InputOptions, Items};
use super::source::{ARCHIVE, GZIP, InputSource};

pub const FORMAT: InputFormat = InputFormat {
    name: "warc",
    help: "Web archives (WARC), packed with gzip or not",
    has_rows: false,
    recognises,
    open,
};

/// What is still packed is one.
fn recognises(head: &InputHead<'_>, _: &InputOptions) -> bool {
    head.bytes.starts_with(ARCHIVE) || head.bytes.starts_with(GZIP)
}

fn open(source: InputSource, _: &InputHead<'_>, _: &InputOptions) -> Result<Items, String> {
    Ok(Box::new(Captures::new(source.stream).map(|captured| match captured {
        Ok(Captured::Page(capture)) => InputItem::Page(page(capture)),
        Ok(Captured::Passed(why)) => InputItem::Passed(1, why.to_string()),
        Err(error) => InputItem::Failed(error.to_string()),
    })))
}

fn page(capture: Capture) -> FoundPage {
    let Capture { url, fetched, charset, bytes, status, headers } = capture;
    let from = Some(url.clone().unwrap_or_else(|| "a capture".to_owned()));
    let fetched = Fetched { asked: url.clone(), url, at: fetched, status, headers, charset };
    FoundPage { bytes, fetched: Some(fetched), from }
}
