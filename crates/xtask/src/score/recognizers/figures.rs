//! Figures in single sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::CaseVerdict;
use crate::score::overlap::{listed, span};

/// The names of their units, in small letters, with ours.
pub struct Units {
    ours: BTreeMap<String, Vec<String>>,
    /// By model, our names of all units that its cases expect.
    of_model: BTreeMap<String, BTreeSet<String>>,
}

impl Units {
    /// Those of a set: names that differ, and what its cases expect.
    pub fn new(ours: BTreeMap<String, Vec<String>>, cases: &[Value]) -> Self {
        let mut units = Self { ours, of_model: BTreeMap::new() };
        for case in cases {
            for expected in listed(case, "expected").iter().filter_map(|expected| expected["unit"].as_str()) {
                let model = case["model"].as_str().unwrap_or_default().to_owned();
                let names = units.names(expected);
                units.of_model.entry(model).or_default().extend(names);
            }
        }
        units
    }

    /// Our names of one of their units.
    fn names(&self, unit: &str) -> Vec<String> {
        let unit = unit.to_lowercase();
        self.ours.get(&unit).cloned().unwrap_or_else(|| vec![unit])
    }

    /// Whether a figure is what the cases of a model are about.
    fn concerns(&self, model: &str, figure: &Value) -> bool {
        let unit = figure["unit"].as_str().unwrap_or("");
        match model {
            "NumberRangeModel" => figure["low"].is_number() || figure["high"].is_number(),
            "PercentModel" => unit == "percentage",
            _ => unit != "degree" && self.of_model.get(model).is_some_and(|units| units.contains(unit)),
        }
    }
}

/// Holds one case against what was printed for it.
pub fn verdict(case: &Value, printed: &Value, units: &Units) -> CaseVerdict {
    let (expected, given) = (listed(case, "expected"), listed(printed, "figures"));
    let model = case["model"].as_str().unwrap_or("");
    if let Some(kind) = left_out(case, model, &expected) {
        return CaseVerdict::LeftOut(kind);
    }
    let found = |wanted: &&Value| {
        given.iter().any(|figure| overlap(wanted, figure) && is_right(model, wanted, figure, units))
            || model == "NumberRangeModel" && is_parted(wanted, &given)
    };
    let beside = given
        .iter()
        .any(|figure| units.concerns(model, figure) && !expected.iter().any(|wanted| overlap(wanted, figure)));
    if expected.iter().all(found) && !beside { CaseVerdict::Right } else { CaseVerdict::Wrong }
}

fn overlap(a: &Value, b: &Value) -> bool {
    span(a).zip(span(b)).is_some_and(|(a, b)| a.start < b.end && b.start < a.end)
}

/// Why a case is no measure of the figures of a record.
fn left_out(case: &Value, model: &str, expected: &[&Value]) -> Option<&'static str> {
    let text = case["text"].as_str().unwrap_or("").trim().trim_end_matches('.');
    let alone = || expected.iter().all(|expected| expected["text"].as_str().map(str::trim) == Some(text));
    let no_number = expected.iter().any(|expected| number(&expected["value"]).is_none() && model != "NumberRangeModel");
    match model {
        "OrdinalModel" => Some("ordinals"),
        "AgeModel" => Some("ages"),
        _ if no_number => Some("units without a number"),
        "NumberModel" if expected.is_empty() => Some("numbers with a unit, which other models are asked for"),
        "NumberModel" if expected.iter().any(|expected| expected["subtype"] == "power") => Some("powers"),
        "NumberModel" if alone() => Some("numbers that count nothing"),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_str()?.trim_end_matches('%').parse().ok()
}

fn is_right(model: &str, wanted: &Value, figure: &Value, units: &Units) -> bool {
    let given = |key: &str| figure[key].as_f64();
    if model == "NumberRangeModel" {
        let one = given("value");
        return bounds(wanted).is_some_and(|(low, high)| {
            let exact = low.is_some() && low == high;
            let same = |a, b| close(a, b);
            if exact { same(one, low) } else { same(given("low"), low) && same(given("high"), high) }
        });
    }
    let size = given("value").or(given("low")).or(given("high"));
    // 'Eight to 10 feet': some of their models read the second number alone.
    let size_fits = close(size, number(&wanted["value"])) || close(given("high"), number(&wanted["value"]));
    let unit = figure["unit"].as_str().unwrap_or("");
    let unit_fits = match (model, wanted["unit"].as_str()) {
        ("PercentModel", _) => unit == "percentage",
        (_, None) => true,
        (_, Some(name)) => {
            units.names(name).iter().any(|name| unit == name || unit.starts_with(&format!("{name} per ")))
        }
    };
    size_fits && unit_fits
}

/// 'Above 1000 and below 1500': two bounds may be two figures.
fn is_parted(wanted: &Value, given: &[&Value]) -> bool {
    let has = |key: &str, bound: Option<f64>| {
        bound.is_none() || given.iter().any(|figure| overlap(wanted, figure) && close(figure[key].as_f64(), bound))
    };
    bounds(wanted).is_some_and(|(low, high)| low != high && has("low", low) && has("high", high))
}

/// '(20,35]', '[500,)'.
fn bounds(wanted: &Value) -> Option<(Option<f64>, Option<f64>)> {
    let (low, high) = wanted["value"].as_str()?.trim_matches(['(', '[', ')', ']']).split_once(',')?;
    Some((low.parse().ok(), high.parse().ok()))
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-5 * a.abs().max(b.abs()) + 1e-12,
        (a, b) => a.is_none() && b.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn held(model: &str, text: &str, expected: &Value, figures: &Value) -> CaseVerdict {
        let case = json!({"text": text, "model": model, "expected": expected});
        let units =
            Units::new(BTreeMap::from([("foot".to_owned(), vec!["foot".to_owned()])]), std::slice::from_ref(&case));
        verdict(&case, &json!({"figures": figures}), &units)
    }

    #[test]
    fn values_units_and_bounds() {
        let feet = json!([{"text": "six feet", "start": 0, "end": 8, "value": "6", "unit": "Foot"}]);
        let figure = |unit: &str| json!([{"start": 0, "end": 3, "value": 6, "unit": unit}]);
        assert_eq!(held("DimensionModel", "six feet of it", &feet, &figure("foot")), CaseVerdict::Right);
        assert_eq!(held("DimensionModel", "six feet of it", &feet, &figure("metre")), CaseVerdict::Wrong);
        let bounds = json!([{"text": "above 10 and below 15", "start": 0, "end": 21, "value": "(10,15)"}]);
        let two = json!([{"start": 0, "end": 8, "low": 10}, {"start": 13, "end": 21, "high": 15}]);
        assert_eq!(held("NumberRangeModel", "above 10 and below 15 x", &bounds, &two), CaseVerdict::Right);
        assert_eq!(held("OrdinalModel", "21st", &json!([]), &json!([])), CaseVerdict::LeftOut("ordinals"));
    }

    #[test]
    fn others_of_the_kind_are_wrong() {
        let percent = json!([{"start": 0, "end": 3, "value": 30, "unit": "percentage"}]);
        assert_eq!(held("PercentModel", "q=30%", &json!([]), &percent), CaseVerdict::Wrong);
    }
}
