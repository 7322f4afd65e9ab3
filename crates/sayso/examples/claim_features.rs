//! Prints what the probability of each claim is made of, for fitting its weights (`training/claim_probability.py`).
//!
//!     cargo run -p sayso --example claim_features < STREAM.jsonl
//!
//! Takes what `sayso add` takes as JSON Lines, and prints a line a claim: its id, and its features by their names.

use std::error::Error;
use std::io::{self, BufRead};

use sayso::entry::read_entry;
use sayso::ledger::decision_log::DecisionLog;
use sayso::ledger::probability::features::Context;
use sayso::ledger::{Document, derive_stories};
use sayso::{Encoder, Known};
use serde_json::{Map, json};

fn main() -> Result<(), Box<dyn Error>> {
    let model = Encoder::bundled();
    let mut documents = Vec::new();
    for (line, number) in io::stdin().lock().lines().zip(1..) {
        let entry = read_entry(line?.as_bytes(), number, &Known::default(), &model);
        documents.push(Document::new(entry.map_err(|error| error.reason().to_string())?));
    }
    let all: Vec<&Document> = documents.iter().collect();
    for story in derive_stories(&documents, &DecisionLog::default())? {
        let context = Context::of(&story.claims, &all);
        for claim in &story.claims {
            let features: Map<_, _> =
                context.features(claim).into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
            println!("{}", json!({"claim": claim.id, "features": features}));
        }
    }
    Ok(())
}
