//! The words around a figure, as far as the next figures: what it counts, and in what scope.

use crate::Document;
use crate::claim::Content;
use crate::mention::Mention;
use crate::words::words;

use super::outcome::FigureOutcome;

/// What is compared of the words around a figure.
#[derive(Debug)]
pub(crate) struct FigureContext {
    /// The stems but for the noun that is counted: that says what, not in what scope.
    pub(super) scope: Content,
    pub(super) outcome: Option<FigureOutcome>,
    pub(super) ahead: bool,
}

impl FigureContext {
    /// Of a figure of a mention, by its index there.
    pub(crate) fn of(document: &Document, mention: &Mention, figure: usize) -> Self {
        let (before, behind) = beside(document, mention, figure);
        let around = format!("{before} {behind}");
        let outcome = |words: &[String]| FigureOutcome::of(words, &document.language.series.outcomes);
        let counted = mention.figures[figure].is.counted.as_deref().unwrap_or_default();
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

/// The words before and behind a figure, as far as the figures beside it and the ends of its sentence: what this one
/// counts.
pub(super) fn beside<'a>(document: &'a Document, mention: &Mention, figure: usize) -> (&'a str, &'a str) {
    let whole = if mention.finite { mention.span } else { mention.sentence };
    let own = &mention.figures[figure].is;
    let Some(own) = document.text.span_of_code_points(own.start, own.end) else { return ("", "") };
    let start = document.figure_positions.end_before(whole, own.start()).unwrap_or(whole.start());
    let end = document.figure_positions.start_behind(whole, own.end()).unwrap_or(whole.end());
    let sentence = document.sentence_at(own.start()).unwrap_or(whole);
    let text = document.text.as_str();
    let before = text.get(start.max(sentence.start())..own.start()).unwrap_or_default();
    let behind = text.get(own.end()..end.min(sentence.end())).unwrap_or_default();
    (before, if sentence.end() < end { behind.trim_end_matches('.') } else { behind })
}
