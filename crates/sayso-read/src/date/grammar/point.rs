//! Points of the calendar without modifiers: what 'early', 'the end of' and times of day can lean on.

use crate::date::meaning::Meaning;

use super::century::century;
use super::cursor::{Cursor, Parsed};
use super::dated::{decade, year};
use super::deictic::deictic;
use super::numbered::numbered;
use super::reported::reported;
use super::week_day::week_day;
use super::weekday::weekday;
use super::yearly::{week_of, yearly};

/// The longest that can be read; of equally long ones the first.
pub(super) fn point(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let rules = [week_of, numbered, yearly, week_day, weekday, deictic, reported, decade, century, year];
    let mut best: Parsed<'_, Meaning> = None;
    for (rest, meaning) in rules.iter().filter_map(|rule| rule(cursor)) {
        if best.as_ref().is_none_or(|(end, _)| rest.at > end.at) {
            best = Some((rest, meaning));
        }
    }
    best
}
