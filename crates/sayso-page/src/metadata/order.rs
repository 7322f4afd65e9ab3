//! Whether '07/11/2023' is in July or in November: what the rest of the page says about it.

use std::sync::LazyLock;

use regex::Regex;

use crate::vocabulary::{all, any, pattern};

static SLASHED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d\d\b"));

/// Names of zones of time where the month comes first, behind a clock.
static ZONES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\d\s*(?:[ap]\.?m\.?)?\s*\(?{}\b", any(|words| &words.months.month_first_zones)))
});

/// A page is looked at no further.
const MOST: usize = 4_000;

/// The order of day and month in a date of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DayMonthOrder {
    /// As most of the world writes.
    #[default]
    DayFirst,
    MonthFirst,
}

impl DayMonthOrder {
    /// The order of a page: that of a date on it which can be read in one way alone; else that of its zones of time, else that
    /// of its country.
    pub(super) fn of<'t>(language: Option<&str>, texts: impl Iterator<Item = &'t str>) -> Self {
        let mut zoned = false;
        for text in texts.take(MOST) {
            if let Some(order) = SLASHED.captures_iter(text).find_map(|found| only(&found[1], &found[2])) {
                return order;
            }
            zoned |= ZONES.is_match(text);
        }
        let tag = language.unwrap_or_default().to_lowercase();
        let region = || all().iter().any(|words| words.months.month_first_regions.iter().any(|region| *region == tag));
        if zoned || region() { Self::MonthFirst } else { Self::DayFirst }
    }
}

fn only(first: &str, second: &str) -> Option<DayMonthOrder> {
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    match (number(first), number(second)) {
        (13..=31, 1..=12) => Some(DayMonthOrder::DayFirst),
        (1..=12, 13..=31) => Some(DayMonthOrder::MonthFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_order() {
        let of = |language, texts: &[&str]| DayMonthOrder::of(language, texts.iter().copied());
        assert_eq!(of(Some("en"), &["07/11/2023"]), DayMonthOrder::DayFirst);
        assert_eq!(of(Some("en"), &["07/11/2023", "07/14/2023"]), DayMonthOrder::MonthFirst);
        assert_eq!(of(Some("en-US"), &["07/11/2023", "21/11/2023"]), DayMonthOrder::DayFirst);
        assert_eq!(of(Some("en-US"), &["07/11/2023"]), DayMonthOrder::MonthFirst);
        assert_eq!(of(None, &["07/11/2023 5:57 PM EDT"]), DayMonthOrder::MonthFirst);
    }
}
