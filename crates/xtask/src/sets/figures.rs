//! Sets whose figures are annotated.

use anyhow::Result;
use serde_json::Value;

use super::{Better, Figure, Measured};
use crate::program::Program;
use crate::score::figures::FiguresScore;

/// What the figures are worth.
pub fn measure(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    let answers = program.read_without_attributions(&gold)?;
    let mut score = FiguresScore::default();
    gold.iter().for_each(|document| score.add(document, answers.to(document)));
    Ok(Measured { figures: figures(&score), cases: None })
}

/// The figures of a score.
pub fn figures(score: &FiguresScore) -> Vec<Figure> {
    let mut figures = vec![
        Figure::f1("figure_value", score.value.rates(), Better::Higher),
        Figure::f1("figure_value_unit", score.unit.rates(), Better::Higher),
        Figure::f1("figure_value_counted", score.counted.rates(), Better::Noted),
    ];
    if score.part_of.gold > 0 {
        figures.push(Figure::f1("figure_part_of", score.part_of.rates(), Better::Higher));
    }
    figures
}
