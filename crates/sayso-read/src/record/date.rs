//! An expression of time, as it is printed.

use sayso_text::Text;
use serde::{Deserialize, Serialize};

use crate::Date;

/// A date, time, duration or set, with its ISO-TimeML TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateRecord {
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: String,
    /// The TIMEX3 value.
    pub value: String,
    /// The TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
}

impl DateRecord {
    pub(super) fn new(date: &Date, text: &Text) -> Self {
        let (start, end) = text.code_points(date.span);
        Self {
            start,
            end,
            kind: date.kind.name().to_owned(),
            value: date.value.to_string(),
            modifier: date.modifier.map(|modifier| modifier.name().to_owned()),
        }
    }
}
