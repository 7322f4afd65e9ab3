//! The numbers of a version: what counts, measures or lasts, by value and not by spelling.

use sayso_text::{Span, Text};

use crate::Document;
use crate::version::words::words;

/// A number and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberAt {
    /// Where.
    pub span: Span,
    /// Value, bounds, vagueness and unit, written out to be compared.
    pub value: String,
    /// The number alone, however it is hedged.
    pub number: String,
}

/// The TIMEX3 type of a length of time.
const DURATION: &str = "DURATION";

/// The numbers of a document: its figures, its durations, and other numbers in digits (ages) that are no date.
pub fn of_document(document: &Document) -> Vec<NumberAt> {
    let (record, text) = (&document.entry.record, &document.text);
    let written = |number: &Option<serde_json::Number>| number.as_ref().map(ToString::to_string);
    let figures = record.figures.iter().zip(&document.figures).filter_map(|(f, span)| {
        Some(count((*span)?, written(&f.value), written(&f.low), written(&f.high), f.approximate, f.unit.as_deref()))
    });
    let dates = record.dates.iter().filter_map(|d| {
        let span = text.span_of_code_points(d.start, d.end)?;
        Some(Dated { span, lasts: d.kind == DURATION, value: d.value.clone() })
    });
    all(text, figures.collect(), &dates.collect::<Vec<_>>())
}

/// The numbers of a text that has not been read: a title, a note.
pub fn of_text(text: &Text) -> Vec<NumberAt> {
    let dates = sayso_read::english().dates(text, &[text.whole()], None);
    let spans: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let written = |number: Option<f64>| number.map(|number| number.to_string());
    let figures = sayso_read::english().figures(text, &[text.whole()], &spans);
    let figures = figures
        .iter()
        .map(|f| count(f.span, written(f.value), written(f.low), written(f.high), f.approximate, f.unit.as_deref()));
    let dated =
        dates.iter().map(|d| Dated { span: d.span, lasts: d.kind.name() == DURATION, value: d.value.to_string() });
    all(text, figures.collect(), &dated.collect::<Vec<_>>())
}

struct Dated {
    span: Span,
    lasts: bool,
    value: String,
}

fn count(
    span: Span,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    approximate: bool,
    unit: Option<&str>,
) -> NumberAt {
    let number = value.clone().or(high.clone()).or(low.clone()).unwrap_or_default();
    NumberAt { span, value: format!("{value:?} {low:?} {high:?} {approximate} {unit:?}"), number }
}

/// Figures, durations and the numbers in digits that are neither these nor part of a date, in order.
fn all(text: &Text, figures: Vec<NumberAt>, dates: &[Dated]) -> Vec<NumberAt> {
    let durations = dates.iter().filter(|date| date.lasts);
    let mut all: Vec<NumberAt> = figures
        .into_iter()
        .chain(durations.map(|date| NumberAt {
            span: date.span,
            value: date.value.clone(),
            number: date.value.clone(),
        }))
        .collect();
    let mut taken: Vec<Span> = all.iter().map(|count| count.span).chain(dates.iter().map(|date| date.span)).collect();
    taken.sort();
    let bare = words(text, text.whole()).into_iter().filter(|word| word.is_number() && !is_taken(&taken, word.span));
    all.extend(bare.map(|word| NumberAt {
        span: word.span,
        value: word.key.to_string(),
        number: word.key.to_string(),
    }));
    all.sort_by_key(|count| count.span);
    all
}

/// Whether a word stands in one of the sorted spans, which hardly overlap.
fn is_taken(taken: &[Span], word: Span) -> bool {
    let behind = taken.partition_point(|span| span.start() < word.end());
    taken[behind.saturating_sub(NESTED)..behind].iter().any(|span| span.overlaps(word))
}

/// How deep figures and dates nest: a part in its whole, and a date that holds both.
const NESTED: usize = 3;
