//! ECB+: web reports, each topic with two similar events that are to be kept apart.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::{Value, json};

use super::{Better, Cases, Figure, Measured};
use crate::program::Program;
use crate::score::stories::{bcubed, story_of};

/// Documents in stories, against topic and subtopic.
pub fn measure(program: &Program, documents: Vec<Value>) -> Result<Measured> {
    let given: Vec<Value> = documents.iter().map(document).collect();
    let export = program.ledger(&given)?;
    let text = |document: &Value, key: &str| document[key].as_str().unwrap_or_default().to_owned();
    let gold: BTreeMap<String, String> =
        documents.iter().map(|document| (text(document, "id"), text(document, "story"))).collect();
    let printed = story_of(&export);
    let rows = gold.keys().map(|id| format!("{id},{}", printed.get(id).map_or("", String::as_str)));
    let cases = Some(Cases { header: "id,story", rows: rows.collect() });
    Ok(Measured { figures: vec![Figure::f1("story_bcubed", bcubed(&gold, &printed), Better::Higher)], cases })
}

fn document(gold: &Value) -> Value {
    let sentences: Vec<&str> = gold["sentences"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    json!({"id": gold["id"], "text": sentences.join(" ")})
}
