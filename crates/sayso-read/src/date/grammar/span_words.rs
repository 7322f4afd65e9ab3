//! Words that the rules of `span.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What joins the parts of spans and lists.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpanWords {
    /// Words and marks between the ends of a span.
    pub ranges: Words,
    /// Words between the parts of a list, or between the ends of a span that is opened by a word.
    pub lists: Words,
    /// Words that open a span.
    pub opening: Words,
    /// Words in front of a later part.
    pub between: Words,
}
