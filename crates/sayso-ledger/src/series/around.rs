//! What is said around a figure, as far as the figures beside it: what it counts, and in what scope.

use super::outcome::Outcome;
use crate::Document;
use crate::claim::Content;
use crate::conclude::Said;
use crate::words::words;

/// What is compared of the words around a figure.
#[derive(Debug)]
pub(crate) struct Around {
    /// The stems but for the noun that is counted: that says what, not in what scope.
    pub(super) scope: Content,
    pub(super) outcome: Option<Outcome>,
    pub(super) ahead: bool,
}

impl Around {
    /// Of a figure of a mention, by its index there.
    pub(crate) fn of(document: &Document, said: &Said, figure: usize) -> Self {
        let (before, behind) = beside(document, said, figure);
        let around = format!("{before} {behind}");
        let outcome = |told: &[String]| Outcome::of(told, &document.language.series.outcomes);
        let counted = said.mention.figures[figure].is.counted.as_deref().unwrap_or_default();
        Self {
            scope: Content::of(&around).without(&Content::of(counted)),
            outcome: outcome(&words(behind)).or_else(|| outcome(&words(before))),
            ahead: words(&around).iter().any(|word| document.language.series.ahead.contains(word)),
        }
    }

    /// How many bytes it holds.
    pub(crate) fn weight(&self) -> usize {
        size_of::<Self>() + self.scope.weight()
    }
}

/// The words before and behind a figure, as far as the figures beside it: what this one counts.
pub(super) fn beside<'a>(document: &'a Document, said: &Said, figure: usize) -> (&'a str, &'a str) {
    let whole = if said.has_verb { said.mention.span } else { said.mention.sentence };
    let own = &said.mention.figures[figure].is;
    let Some(own) = document.text.span_of_code_points(own.start, own.end) else { return ("", "") };
    let start = document.placed.end_before(whole, own.start()).unwrap_or(whole.start());
    let end = document.placed.start_behind(whole, own.end()).unwrap_or(whole.end());
    let text = document.text.as_str();
    let before = text.get(start..own.start()).unwrap_or_default().rsplit(". ").next().unwrap_or_default();
    let behind = text.get(own.end()..end).unwrap_or_default().split(". ").next().unwrap_or_default();
    (before, behind)
}
