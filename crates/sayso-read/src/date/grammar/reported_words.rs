//! Words that the rules of `reported.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

use crate::date::phrases::PhraseList;

/// What businesses compare their quarters by.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedWords {
    /// Words in front of a period that is compared: 'the comparable quarter'.
    pub compared: Words,
    /// Phrases behind it that do so: 'the same quarter last year'.
    pub comparisons: PhraseList,
    /// Phrases between the article and the period: 'the year-ago quarter'.
    pub year_before: PhraseList,
}
