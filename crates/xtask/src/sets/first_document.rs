//! One report as it was scraped, with gold for its attributions and its furniture.

use anyhow::Result;
use serde_json::Value;

use super::{Better, Figure, Measured};
use crate::program::Program;
use crate::score::attributions::AttributionsScore;
use crate::score::view::{ROLES, listed, spans};
use crate::score::{Tally, furniture};

/// Counts rather than shares: there are few enough to know each by name.
pub fn measure(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    let answers = program.read(&gold)?;
    let mut score = AttributionsScore::default();
    let mut characters = Tally::default();
    let mut inside = 0;
    for document in &gold {
        let printed = answers.to(document);
        score.add(document, printed);
        characters += furniture::characters(document, printed);
        inside += attributions_inside(document, printed);
    }
    let found = Figure::new("found_with_source", score.with_source.found as f64, Better::Higher);
    let figures = vec![
        found.noting(format!("of {}; {} printed", score.with_source.gold, score.with_source.printed)),
        Figure::new("inside_furniture", inside as f64, Better::Lower).noting("attributions".to_owned()),
        Figure::f1("furniture_characters", characters.rates(), Better::Higher),
    ];
    Ok(Measured { figures, cases: None })
}

/// How many printed attributions touch what gold marks as furniture.
fn attributions_inside(gold: &Value, printed: &Value) -> usize {
    let furniture = furniture::spans(gold);
    let touches = |attribution: &&Value| {
        let spans = ROLES.iter().flat_map(|role| spans(attribution, role));
        spans.into_iter().any(|span| furniture.iter().any(|mark| span.start < mark.end && span.end > mark.start))
    };
    listed(printed).iter().filter(|attribution| touches(attribution)).count()
}
