//! News pages as raw bytes, with gold for the body, the title, the date and the author.

use anyhow::Result;
use serde_json::{Value, json};

use super::{Better, Cases, Figure, Measured};
use crate::program::Program;
use crate::score::pages::PagesScore;

/// Bodies, chunks, and what is known of the article.
pub fn measure(program: &Program, gold: Vec<Value>) -> Result<Measured> {
    let answers = program.read_without_attributions(&gold.iter().map(page_alone).collect::<Vec<_>>())?;
    let mut score = PagesScore::default();
    let mut row = |document: &Value| {
        let percent = score.add(document, answers.to(document));
        format!("{},{percent:.1}", document["id"].as_str().unwrap_or_default())
    };
    let rows = gold.iter().map(&mut row).collect();
    let figures = vec![
        Figure::f1("body", score.body(), Better::Higher),
        Figure::f1("chunks", score.chunks.rates(), Better::Higher),
        Figure::new("title", score.title.percent(), Better::Higher),
        Figure::new("date", score.date.percent(), Better::Higher),
        Figure::new("author", score.author.percent(), Better::Higher),
    ];
    Ok(Measured { figures, cases: Some(Cases { header: "id,body_or_chunks", rows }) })
}

/// What a reader of pages has: gold's title, date and author are what is to be found.
fn page_alone(document: &Value) -> Value {
    json!({"id": document["id"], "html_b64": document["html_b64"]})
}
