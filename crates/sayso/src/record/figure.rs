//! A figure, as it is printed.

use sayso_read::Figure;
use sayso_text::Text;
use serde::Serialize;

/// A number that counts or measures.
#[derive(Debug, Serialize)]
pub struct FigureRecord {
    start: usize,
    end: usize,
    value: Option<serde_json::Number>,
    low: Option<serde_json::Number>,
    high: Option<serde_json::Number>,
    approximate: bool,
    unit: Option<String>,
    counted: Option<String>,
    part_of: Option<usize>,
}

impl FigureRecord {
    pub(super) fn new(figure: &Figure, text: &Text) -> Self {
        let (start, end) = text.code_points(figure.span);
        Self {
            start,
            end,
            value: figure.value.and_then(number),
            low: figure.low.and_then(number),
            high: figure.high.and_then(number),
            approximate: figure.approximate,
            unit: figure.unit.clone(),
            counted: figure.counted.map(|span| text.slice(span).to_owned()),
            part_of: figure.part_of,
        }
    }
}

/// Whole numbers up to here are exact in a float: 2^53.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A whole number without '.0', as the text has it.
fn number(value: f64) -> Option<serde_json::Number> {
    if value.fract() == 0.0 && value.abs() <= LARGEST_EXACT {
        Some((value as i64).into())
    } else {
        serde_json::Number::from_f64(value)
    }
}
