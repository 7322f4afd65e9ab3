//! What is concluded from readings, with what the probability of each claim is made of: for fitting its weights
//! (`training/claim_probability.py`) without a ledger.
//!
//!     sayso read --jsonl STREAM.jsonl | cargo run -p sayso-claims --example claim_features
//!
//! Each line may also have `outlet`, `published`, `version` and `replaces`, as the stream has them. Prints one object with
//! the parts of an export, `features`: those of each claim by its id, and `pairs`: the mentions that were compared, by their
//! ids, with what they have in common.

use std::error::Error;
use std::io;

use sayso_claims::decision_log::DecisionLog;
use sayso_claims::derive::compared;
use sayso_claims::probability::features::Context;
use sayso_claims::record::StoryRecord;
use sayso_claims::{Document, Entry, derive_stories};
use serde_json::{Map, Value, json};

/// What stands beside a record in a line.
const BESIDE: [&str; 3] = ["outlet", "published", "replaces"];

fn main() -> Result<(), Box<dyn Error>> {
    let lines = io::read_to_string(io::stdin())?;
    let documents: Vec<Document> = lines.lines().map(document).collect::<Result<_, _>>()?;
    let stories = derive_stories(&documents, &DecisionLog::default())?;
    println!("{}", printed(&stories, &documents));
    Ok(())
}

fn document(line: &str) -> Result<Document, serde_json::Error> {
    let record: Value = serde_json::from_str(line)?;
    let mut entry = json!({"version": record["version"], "seen": record["seen"]});
    BESIDE.iter().for_each(|name| entry[name] = record[name].clone());
    entry["record"] = record;
    serde_json::from_value::<Entry>(entry).map(Document::new)
}

fn printed(stories: &[StoryRecord], documents: &[Document]) -> Value {
    let all: Vec<&Document> = documents.iter().collect();
    let mut printed = json!({"stories": [], "copies": [], "claims": [], "links": [], "figures": [], "edits": []});
    printed["pairs"] = json!([]);
    let mut features = Map::new();
    for story in stories {
        let articles: Vec<&sayso_read::Id> = story.articles.iter().map(|article| &article.id).collect();
        append(&mut printed["stories"], &[json!({"id": story.id, "articles": articles})]);
        append(&mut printed["copies"], &story.copies);
        append(&mut printed["claims"], &story.claims);
        append(&mut printed["links"], &story.links);
        append(&mut printed["figures"], &story.figures);
        append(&mut printed["edits"], &story.edits);
        let is_here = |document: &&&Document| story.articles.iter().any(|article| article.id == *document.id());
        let mut own: Vec<&Document> = all.iter().filter(is_here).copied().collect();
        own.sort_by(|a, b| a.in_time(b));
        append(&mut printed["pairs"], &compared(&own));
        let context = Context::of(&story.claims, &all);
        for claim in &story.claims {
            let named = context.features(claim).into_iter().map(|(name, value)| (name.to_owned(), json!(value)));
            features.insert(claim.id.clone(), Value::Object(named.collect()));
        }
    }
    printed["features"] = Value::Object(features);
    printed
}

fn append<T: serde::Serialize>(list: &mut Value, rows: &[T]) {
    let rows = rows.iter().map(|row| serde_json::to_value(row).expect("a record is made of what JSON has"));
    list.as_array_mut().expect("a list").extend(rows);
}
