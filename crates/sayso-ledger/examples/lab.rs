//! Lab.
use sayso_ledger::draw::{Grouped, draw};
use sayso_ledger::export::Export;
use sayso_ledger::{Document, Entry};
use serde_json::Value;
use std::collections::BTreeMap;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let docs: Vec<Document> = std::fs::read_to_string(&args[1])
        .unwrap()
        .lines()
        .map(|l| Document::new(serde_json::from_str::<Entry>(l).unwrap()))
        .collect();
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(&args[2]).unwrap()).unwrap();
    let by: BTreeMap<String, &Document> = docs.iter().map(|d| (d.id().to_string(), d)).collect();
    let stories = gold["stories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| {
            let ds: Vec<Document> =
                s["articles"].as_array().unwrap().iter().map(|a| by[a.as_str().unwrap()].clone()).collect();
            draw(
                Grouped {
                    id: s["id"].as_str().unwrap().into(),
                    name: s["name"].as_str().unwrap().into(),
                    ..Default::default()
                },
                &ds,
                &Default::default(),
            )
        })
        .collect();
    println!("{}", serde_json::to_string(&Export::new(stories, &[])).unwrap());
}
