//! Figures over time: which claim gives which number, and whose numbers stand in one series.

use std::collections::BTreeSet;

use serde_json::Value;

use super::links::{End, Scope};
use super::{sets, string, unordered};
use crate::score::Tally;
use crate::score::overlap::listed;

/// Value and bounds, in thousandths.
type SeriesValue = [Option<i64>; 3];

/// A claim with a number that it gives.
type ClaimValue<'a> = (End<'a>, SeriesValue);

/// Numbers, pairs of claims in one series, and for each of gold's series how many of its numbers were found.
pub fn score<'a>(
    gold: &'a Value,
    export: &'a Value,
    scope: &Scope<'a>,
) -> (Tally, Tally, Vec<(&'a str, usize, usize)>) {
    let of_gold = |claim| Some(scope.of(claim));
    let of_printed = |claim| scope.printed(claim);
    let (wanted, given) = (series(gold, of_gold), series(export, of_printed));
    let all =
        |series: &[Vec<ClaimValue<'a>>]| -> BTreeSet<ClaimValue<'a>> { series.iter().flatten().copied().collect() };
    let (wanted_points, given_points) = (all(&wanted), all(&given));
    let count = |(record, points): (&'a Value, &Vec<ClaimValue<'a>>)| {
        let found = points.iter().filter(|point| given_points.contains(point)).count();
        (string(&record["id"]), found, points.len())
    };
    let each = listed(gold, "figures").into_iter().zip(&wanted).map(count).collect();
    (sets(&wanted_points, &given_points), sets(&pairs(&wanted), &pairs(&given)), each)
}

/// The numbers of each series whose claims are looked at.
fn series<'a>(record: &'a Value, end: impl Fn(&'a str) -> Option<End<'a>>) -> Vec<Vec<ClaimValue<'a>>> {
    let point = |point: &'a Value| Some((end(string(&point["claim"]))?, worth(point)));
    let points = |figure: &'a Value| listed(figure, "series").into_iter().filter_map(point).collect();
    listed(record, "figures").into_iter().map(points).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "numbers that are compared")]
fn worth(point: &Value) -> SeriesValue {
    ["value", "low", "high"].map(|key| point[key].as_f64().map(|number| (number * 1000.0).round() as i64))
}

fn pairs<'a>(series: &[Vec<ClaimValue<'a>>]) -> BTreeSet<[End<'a>; 2]> {
    let of_one = |points: &Vec<ClaimValue<'a>>| -> Vec<[End<'a>; 2]> {
        let ends: BTreeSet<End<'a>> = points.iter().map(|(end, _)| *end).collect();
        let with_others = |a: &End<'a>| ends.range(*a..).skip(1).map(|b| unordered(*a, *b)).collect::<Vec<_>>();
        ends.iter().flat_map(with_others).collect()
    };
    series.iter().flat_map(of_one).collect()
}
