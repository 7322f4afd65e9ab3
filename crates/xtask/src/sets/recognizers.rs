//! Single sentences of the tests of Microsoft's Recognizers-Text.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Better, Figure, Measured};
use crate::program::Program;
use crate::score::recognizers::figures::Units;
use crate::score::recognizers::{self, CaseVerdict, RecognizersScore};
use crate::workspace::path;

/// Our names of units that the set names otherwise.
const UNITS: &str = "eval/recognizers/units.toml";

/// The cases of dates.
pub fn measure_dates(program: &Program, cases: Vec<Value>) -> Result<Measured> {
    measure(program, &cases, recognizers::dates::verdict)
}

/// The cases of figures.
pub fn measure_figures(program: &Program, cases: Vec<Value>) -> Result<Measured> {
    let names: BTreeMap<String, Vec<String>> =
        toml::from_str(&std::fs::read_to_string(path(UNITS)).context(UNITS)?).context(UNITS)?;
    let units = Units::new(names, &cases);
    measure(program, &cases, |case, printed| recognizers::figures::verdict(case, printed, &units))
}

fn measure(program: &Program, cases: &[Value], verdict: impl Fn(&Value, &Value) -> CaseVerdict) -> Result<Measured> {
    let answers = program.read_without_attributions(cases)?;
    let mut score = RecognizersScore::default();
    for case in cases {
        score.add(verdict(case, answers.to(case)));
    }
    let figure = Figure::new("cases_right", score.right(), Better::Higher).noting(score.note());
    Ok(Measured { figures: vec![figure], cases: None })
}
