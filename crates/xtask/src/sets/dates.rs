//! Sets whose expressions of time are annotated.

use anyhow::Result;
use serde_json::Value;

use super::{Better, Figure, Measured};
use crate::program::Program;
use crate::score::dates::DatesScore;

/// Where the expressions stand and what they are worth, seen from each document's creation time (`dct`).
pub fn measure(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    let dated: Vec<Value> = gold.into_iter().map(dated).collect();
    let answers = program.read_without_attributions(&dated)?;
    let mut score = DatesScore::default();
    dated.iter().for_each(|document| score.add(document, answers.to(document)));
    Ok(Measured { figures: figures(&score), cases: None })
}

/// The figures of a score.
pub fn figures(score: &DatesScore) -> Vec<Figure> {
    vec![
        Figure::f1("date_strict", score.strict.rates(), Better::Higher),
        Figure::f1("date_relaxed", score.relaxed.rates(), Better::Higher),
        Figure::f1("date_value", score.value.rates(), Better::Higher),
        Figure::f1("date_type", score.kind.rates(), Better::Noted),
    ]
}

fn dated(mut document: Value) -> Value {
    document["date"] = document["dct"].clone();
    document
}
