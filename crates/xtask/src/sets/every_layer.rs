//! Articles in which every layer of a reading is annotated: attributions and what is meant by them, figures, dates.

use anyhow::Result;
use serde_json::Value;

use super::{Better, Figure, Measured, annotated, dates, figures};
use crate::program::Program;
use crate::score;

/// The training keeps every eighth article of a set back to tune on; see `HELD_OUT` in `training/`.
const HELD_OUT: usize = 8;

/// All layers of all articles.
pub fn measure(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    let answers = program.read(&gold)?;
    let (attributions, cases) = annotated::score(&gold, &answers);
    let mut meaning = score::meaning::MeaningScore::default();
    let mut figure_score = score::figures::FiguresScore::default();
    let mut date_score = score::dates::DatesScore::default();
    for document in &gold {
        let printed = answers.to(document);
        meaning.add(document, printed);
        figure_score.add(document, printed);
        date_score.add(document, printed);
    }
    let mut all = annotated::attribution_figures(&attributions);
    all.extend(meaning_figures(&meaning));
    all.extend(figures::figures(&figure_score));
    all.extend(dates::figures(&date_score));
    Ok(Measured { figures: all, cases: Some(cases) })
}

/// All layers of the articles whose attributions no weights were trained on.
pub fn measure_held_out(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    measure(program, gold.into_iter().step_by(HELD_OUT).collect())
}

fn meaning_figures(score: &score::meaning::MeaningScore) -> Vec<Figure> {
    let ((pronouns, pronoun_count), (rare, rare_count)) = (score.pronouns(), score.rare());
    vec![
        Figure::new("speakers_of_found", score.speakers(), Better::Higher),
        Figure::new("speakers_of_pronouns", pronouns, Better::Higher).noting(format!("of {pronoun_count}")),
        Figure::new("stance_of_found", score.stance(), Better::Higher),
        Figure::new("stance_macro", score.stance_macro(), Better::Higher),
        Figure::new("stance_rare_recall", rare, Better::Higher).noting(format!("of {rare_count}")),
    ]
}
