//! An expression of time, as it is printed.

use sayso_read::Date;
use sayso_text::Text;
use serde::Serialize;

/// A date, time, duration or set, with its ISO-TimeML TIMEX3 value.
#[derive(Debug, Serialize)]
pub struct DateRecord {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
}

impl DateRecord {
    pub(super) fn new(date: &Date, text: &Text) -> Self {
        let (start, end) = text.code_points(date.span);
        Self {
            start,
            end,
            kind: date.kind.name(),
            value: date.value.to_string(),
            modifier: date.modifier.map(|modifier| modifier.name()),
        }
    }
}
