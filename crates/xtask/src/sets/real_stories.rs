//! Real coverage of developing stories, where gold has every claim: what an editor would read, and how much of it is true.

use anyhow::Result;
use serde_json::Value;

use super::stories::{cases, claim_figures, counted, link_figures, mention_figures};
use super::{Better, Figure, Measured};
use crate::program::Program;
use crate::score::Tally;
use crate::score::stories::{StoriesScore, Worth};

/// Every layer of the ledger, and what each printed claim is worth.
pub fn measure(program: &Program, documents: &[Value], gold: &Value) -> Result<Measured> {
    let export = program.ledger(documents)?;
    let score = StoriesScore::new(gold, &export, documents);
    let mut figures = mention_figures(&score);
    for (prefix, worth) in ["printed", "shown_first"].into_iter().zip(score.printed.iter().flatten()) {
        figures.extend(worth_figures(prefix, worth));
    }
    figures.extend(claim_figures(&score.claims));
    figures.extend(link_figures(&score));
    let mut links = Tally::default();
    score.links.into_iter().for_each(|of_kind| links += of_kind);
    figures.push(counted("links", links));
    figures.push(Figure::f1("figure_points", score.points.rates(), Better::Higher));
    figures.push(Figure::f1("figure_pairs", score.pairs.rates(), Better::Higher));
    Ok(Measured { figures, cases: Some(cases(&score)) })
}

fn worth_figures(prefix: &str, worth: &Worth) -> Vec<Figure> {
    let figure = |name: &str, part: usize, whole: usize, better| {
        let value = 100.0 * part as f64 / whole.max(1) as f64;
        Figure::new(format!("{prefix}_{name}"), value, better).noting(format!("of {whole}"))
    };
    let printed = worth.printed();
    vec![
        figure("right", worth.right, printed, Better::Higher),
        figure("repeated", worth.repeated, printed, Better::Noted),
        figure("false", worth.wrong, printed, Better::Lower),
        figure("useless", worth.useless, printed, Better::Lower),
        figure("gold_right", worth.found.0, worth.found.1, Better::Higher),
        figure("worth1_right", worth.found_first.0, worth.found_first.1, Better::Higher),
    ]
}
