//! Floors: what was once reached is not lost without a word.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::sets::{Better, Figure, Measured};
use crate::workspace::path;

const FILE: &str = "eval/floors.json";

/// Where each lowered floor is written down with its reason.
const LOWERED: &str = "eval/lowered-floors.md";

/// A figure may lie this far below its floor: retraining from another seed moves most figures by as much.
const SLACK: f64 = 0.5;

/// By set and figure. For a figure that is better lower, the floor is its ceiling.
pub struct Floors(BTreeMap<String, BTreeMap<String, f64>>);

/// What a check found, in lines for a person.
#[derive(Default)]
pub struct Report {
    /// Figures that fail.
    pub below: Vec<String>,
    /// Floors that can rise, and figures that have none.
    pub can_rise: Vec<String>,
    /// How many figures hold.
    pub held: usize,
}

impl Floors {
    /// From the repository.
    pub fn load() -> Result<Self> {
        let text = std::fs::read_to_string(path(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
        let sets: Value = serde_json::from_str(&text).with_context(|| format!("{FILE} is not JSON"))?;
        let floors = |figures: &Value| -> BTreeMap<String, f64> {
            let numbers = figures.as_object().into_iter().flatten();
            numbers.filter_map(|(figure, floor)| Some((figure.clone(), floor.as_f64()?))).collect()
        };
        let sets = sets.as_object().with_context(|| format!("{FILE} is not an object of sets"))?;
        Ok(Self(sets.iter().map(|(set, figures)| (set.clone(), floors(figures))).collect()))
    }

    /// Holds figures to their floors. Sets that were not measured are neither held nor failed.
    pub fn check(&self, measured: &[(&str, Measured)]) -> Report {
        let mut report = Report::default();
        let none = BTreeMap::new();
        for (set, measured) in measured {
            let floors = self.0.get(*set).unwrap_or(&none);
            let held = measured.figures.iter().filter(|figure| figure.better != Better::Noted);
            for figure in held.filter(|figure| !floors.contains_key(&figure.name)) {
                report.can_rise.push(format!("{set} {}: {:.2}, no floor yet", figure.name, figure.value));
            }
            for (name, floor) in floors {
                match measured.figures.iter().find(|figure| figure.name == *name) {
                    Some(figure) => report.add(set, figure, *floor),
                    None => report.below.push(format!("{set} {name}: no longer measured, but has a floor in {FILE}")),
                }
            }
        }
        report
    }

    /// Raises floors to what was measured and sets those that are missing. Lowers them only for a reason.
    pub fn raise(&mut self, measured: &[(&str, Measured)], lower: Option<&str>) -> Result<Vec<String>> {
        let mut changed = Vec::new();
        for (set, measured) in measured {
            let floors = self.0.entry((*set).to_owned()).or_default();
            for figure in measured.figures.iter().filter(|figure| figure.better != Better::Noted) {
                let old = floors.get(&figure.name).copied();
                let margin = old.map_or(f64::INFINITY, |floor| above(figure, floor));
                if margin > 0.0 || (margin < 0.0 && lower.is_some()) {
                    floors.insert(figure.name.clone(), figure.value);
                    changed.push(change(set, figure, old));
                }
                if let (true, Some(reason)) = (margin < 0.0, lower) {
                    write_down(&format!("- {}: {reason}", change(set, figure, old)))?;
                }
            }
        }
        Ok(changed)
    }

    /// Into the repository.
    pub fn save(&self) -> Result<()> {
        Ok(std::fs::write(path(FILE), format!("{:#}\n", json!(self.0)))?)
    }
}

impl Report {
    fn add(&mut self, set: &str, figure: &Figure, floor: f64) {
        let margin = above(figure, floor);
        let Figure { name, value, .. } = figure;
        if margin < -SLACK {
            self.below.push(format!("{set} {name}: {value:.2}, more than {SLACK} worse than its floor {floor:.2}"));
            return;
        }
        self.held += 1;
        if margin > 0.0 {
            self.can_rise.push(format!("{set} {name}: the floor {floor:.2} can move by {margin:.2} to {value:.2}"));
        }
    }
}

/// How much better than its floor a figure is.
fn above(figure: &Figure, floor: f64) -> f64 {
    if figure.better == Better::Lower { floor - figure.value } else { figure.value - floor }
}

fn change(set: &str, figure: &Figure, old: Option<f64>) -> String {
    let old = old.map_or("none".to_owned(), |floor| format!("{floor:.2}"));
    format!("{set} {}: {old} → {:.2}", figure.name, figure.value)
}

fn write_down(line: &str) -> Result<()> {
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path(LOWERED))?;
    Ok(writeln!(file, "{line}")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, better: Better) -> Report {
        let floors = Floors(BTreeMap::from([("set".to_owned(), BTreeMap::from([("figure".to_owned(), 80.0)]))]));
        let figures = vec![Figure::new("figure", value, better)];
        floors.check(&[("set", Measured { figures, cases: None })])
    }

    #[test]
    fn half_a_point_is_forgiven_and_more_is_not() {
        assert!(check(79.5, Better::Higher).below.is_empty());
        assert_eq!(check(79.4, Better::Higher).below.len(), 1);
    }

    #[test]
    fn a_figure_without_a_floor_is_named() {
        let figures = vec![Figure::new("figure", 80.0, Better::Higher)];
        let report = Floors(BTreeMap::new()).check(&[("set", Measured { figures, cases: None })]);
        assert_eq!((report.can_rise, report.held), (vec!["set figure: 80.00, no floor yet".to_owned()], 0));
    }

    #[test]
    fn a_ceiling_holds_from_above() {
        assert_eq!(check(80.6, Better::Lower).below.len(), 1);
        assert_eq!(check(79.0, Better::Lower).can_rise.len(), 1);
    }

    #[test]
    fn a_floor_is_lowered_only_for_a_reason() {
        let mut floors = Floors(BTreeMap::from([("set".to_owned(), BTreeMap::from([("figure".to_owned(), 80.0)]))]));
        let worse = Measured { figures: vec![Figure::new("figure", 70.0, Better::Higher)], cases: None };
        assert!(floors.raise(&[("set", worse)], None).unwrap().is_empty());
        let better = Measured { figures: vec![Figure::new("figure", 81.0, Better::Higher)], cases: None };
        assert_eq!(floors.raise(&[("set", better)], None).unwrap(), ["set figure: 80.00 → 81.00"]);
    }
}
