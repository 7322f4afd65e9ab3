//! Sets whose attributions are annotated: who said what, how sure the program is, and at what speed.

use anyhow::Result;
use serde_json::Value;

use super::{Better, Cases, Figure, Measured};
use crate::program::{Answers, Program};
use crate::score::attributions::{AttributionsScore, Counts};
use crate::score::view::ROLES;
use crate::score::{Tally, furniture};

/// Attributions, calibration, and on the same texts false furniture, speed, memory and size.
pub fn measure_all(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    let answers = program.read(&gold)?;
    let (score, cases) = score(&gold, &answers);
    let mut figures = attribution_figures(&score);
    figures.push(Figure::new("calibration_error", score.calibration.expected_error(), Better::Lower));
    figures.push(false_furniture(&gold, &answers));
    figures.push(words_a_second(&gold, &answers));
    figures.extend(answers.peak_megabytes.map(|peak| Figure::new("peak_megabytes", peak, Better::Noted)));
    figures.push(Figure::new("program_megabytes", program.megabytes()?, Better::Noted));
    Ok(Measured { figures, cases: Some(cases) })
}

/// The share of characters marked as furniture in texts that have none.
pub fn false_furniture(gold: &[Value], answers: &Answers) -> Figure {
    let alarms = gold.iter().map(|document| furniture::false_alarms(document, answers.to(document)));
    let (marked, all) = alarms.fold((0, 0), |sum, alarm| (sum.0 + alarm.0, sum.1 + alarm.1));
    let percent = 100.0 * marked as f64 / all.max(1) as f64;
    Figure::new("false_furniture", percent, Better::Lower).noting(format!("{marked} of {all} characters"))
}

/// Attributions against gold, and what each document gave.
pub fn score(gold: &[Value], answers: &Answers) -> (AttributionsScore, Cases) {
    let mut score = AttributionsScore::default();
    let mut row = |document: &Value| {
        let Counts { gold, printed, found, with_source } = score.add(document, answers.to(document));
        format!("{},{gold},{printed},{found},{with_source}", document["id"].as_str().unwrap_or_default())
    };
    let rows = gold.iter().map(&mut row).collect();
    (score, Cases { header: "id,gold,printed,found,found_with_source", rows })
}

/// The figures of a score.
pub fn attribution_figures(score: &AttributionsScore) -> Vec<Figure> {
    let roles = |kind: &str, tallies: [Tally; 3], better| {
        let figure = |(role, tally): (&str, Tally)| Figure::f1(format!("{kind}_{role}"), tally.rates(), better);
        ROLES.into_iter().zip(tallies).map(figure).collect::<Vec<_>>()
    };
    let mut figures = roles("exact", score.exact, Better::Higher);
    figures.extend(roles("token", score.token, Better::Noted));
    figures.push(Figure::f1("whole_exact", score.whole.rates(), Better::Noted));
    figures.push(Figure::f1("attribution", score.attribution.rates(), Better::Higher));
    figures.push(Figure::f1("attribution_with_source", score.with_source.rates(), Better::Higher));
    if score.nested.gold > 0 {
        figures.push(Figure::f1("nested", score.nested.rates(), Better::Higher));
    }
    for (quote_type, count) in &score.by_type {
        let percent = |part: usize| 100.0 * part as f64 / count.gold.max(1) as f64;
        let note = format!("with source {:.1}, of {}", percent(count.with_source), count.gold);
        figures.push(Figure::new(format!("recall_{quote_type}"), percent(count.found), Better::Noted).noting(note));
    }
    figures
}

fn words_a_second(gold: &[Value], answers: &Answers) -> Figure {
    let words = |document: &Value| document["text"].as_str().unwrap_or_default().split_whitespace().count();
    let words: usize = gold.iter().map(words).sum();
    Figure::new("words_a_second", words as f64 / answers.seconds, Better::Noted).noting(format!("{words} words"))
}
