//! Prints the pairs of claims that are held against each other in some documents, a JSON object a line: what
//! `training/links` makes the weights of links from. Standard input has an entry a line: `record` as `sayso read --json`
//! prints it, `outlet`, `published`, `version`, `replaces`, `seen`.

use std::error::Error;
use std::io::{BufRead, stdin};

use sayso_claims::{Document, Entry, compared_pairs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut documents = Vec::new();
    for line in stdin().lock().lines() {
        documents.push(Document::new(serde_json::from_str::<Entry>(&line?)?));
    }
    for pair in compared_pairs(&documents) {
        println!("{}", serde_json::to_string(&pair)?);
    }
    Ok(())
}
