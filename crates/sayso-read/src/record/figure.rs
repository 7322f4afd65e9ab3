//! A figure, as it is printed.

use sayso_text::Text;
use serde::{Deserialize, Serialize};

use crate::{Figure, FigureRelation, Reading};

/// A number that counts or measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureRecord {
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// The one number that it states.
    pub value: Option<serde_json::Number>,
    /// The least that it can be.
    pub low: Option<serde_json::Number>,
    /// The most that it can be.
    pub high: Option<serde_json::Number>,
    /// Whether the text says 'about'.
    pub approximate: bool,
    /// Singular name of what it is measured in.
    pub unit: Option<String>,
    /// What is counted, as in the text.
    pub counted: Option<String>,
    /// Index of the figure that it is a part of.
    pub part_of: Option<usize>,
    /// How it stands to those that the text told of before; `schema` 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<FigureRelation>,
}

/// The figures of a reading, as they are printed.
pub(super) fn records(reading: &Reading) -> Vec<FigureRecord> {
    let text = &reading.article.text;
    let mut relations = reading.relations.iter().cloned();
    let record = |figure| FigureRecord::new(figure, relations.next().unwrap_or_default(), text);
    reading.figures.iter().map(record).collect()
}

impl FigureRecord {
    fn new(figure: &Figure, relations: Vec<FigureRelation>, text: &Text) -> Self {
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
            relations,
        }
    }
}

/// Whole numbers up to here are exact in a float: 2^53.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A whole number without '.0', as the text has it.
#[expect(clippy::cast_possible_truncation, reason = "it is whole, and below 2^53")]
fn number(value: f64) -> Option<serde_json::Number> {
    if value.fract() == 0.0 && value.abs() <= LARGEST_EXACT {
        Some((value as i64).into())
    } else {
        serde_json::Number::from_f64(value)
    }
}
