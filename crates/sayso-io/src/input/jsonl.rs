//! JSON Lines: an object a line, each a document.

use sayso::{DocumentKind, kind_of};
use serde::de::IgnoredAny;

use super::format::{InputFormat, InputHead, InputOptions, Items};
use super::json_rows::JsonRows;
use super::source::InputSource;
use crate::lines::Lines;

pub const FORMAT: InputFormat =
    InputFormat { name: "jsonl", help: "JSON Lines, a line a document", has_rows: true, recognises, open };

/// By its ending, by its first line, or because nothing else has rows.
fn recognises(head: &InputHead<'_>, _: &InputOptions) -> bool {
    let is_long = head.first_line().is_none() && !head.is_all && head.trimmed().starts_with(b"{\"");
    let has_ending = head.ends_with("jsonl") || head.ends_with("ndjson");
    let is_stream = || head.first_line().is_some_and(is_object) && kind_of(head.bytes) != DocumentKind::Feed;
    has_ending || is_long || is_stream()
}

/// Whether a line is an object.
pub(super) fn is_object(line: &[u8]) -> bool {
    line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

pub(super) fn open(source: InputSource, _: &InputHead<'_>, options: &InputOptions) -> Result<Items, String> {
    Ok(Box::new(JsonRows::new(Lines::new(source.stream), options.columns.clone())))
}
