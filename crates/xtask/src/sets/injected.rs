//! Furniture put between the paragraphs of clean texts, at places that are known.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::annotated::false_furniture;
use super::{Better, Figure, Measured};
use crate::program::Program;
use crate::score::{Tally, furniture};
use crate::workspace::path;

/// Blocks as they stand on news pages, parted by blank lines; a line that begins with `#` is a remark.
const LINES: &str = "eval/furniture-lines.txt";

/// The same in rare wordings that no pattern was written for: how far the marking reaches beyond its lists.
const UNSEEN: &str = "eval/furniture-lines-unseen.txt";

const GAP: &str = "\n\n";

/// What is found of the injected blocks, and what is marked in the texts as they are.
pub fn measure(program: &Program, clean: Vec<Value>) -> Result<Measured> {
    let known = characters(program, &clean, LINES)?;
    let unseen = characters(program, &clean, UNSEEN)?;
    let clean: Vec<Value> = clean.iter().map(text_alone).collect();
    let figures = vec![
        Figure::f1("injected_characters", known.rates(), Better::Higher),
        Figure::f1("injected_unseen_wordings", unseen.rates(), Better::Noted),
        false_furniture(&clean, &program.read_without_attributions(&clean)?),
    ];
    Ok(Measured { figures, cases: None })
}

/// The characters that are marked in the articles with the blocks of a list between their paragraphs.
fn characters(program: &Program, clean: &[Value], list: &str) -> Result<Tally> {
    let lines = std::fs::read_to_string(path(list)).with_context(|| format!("{list} cannot be read"))?;
    let injected = inject_all(clean, &blocks(&lines));
    let answers = program.read_without_attributions(&injected)?;
    let mut characters = Tally::default();
    for document in &injected {
        characters += furniture::characters(document, answers.to(document));
    }
    Ok(characters)
}

fn text_alone(document: &Value) -> Value {
    json!({"id": document["id"], "text": document["text"]})
}

fn blocks(lines: &str) -> Vec<&str> {
    lines.split(GAP).map(str::trim).filter(|block| !block.is_empty() && !block.starts_with('#')).collect()
}

/// The blocks go round over all documents, so that each stands somewhere.
fn inject_all(clean: &[Value], blocks: &[&str]) -> Vec<Value> {
    let mut next = blocks.iter().cycle();
    let inject_next = |document: &Value| {
        let text = document["text"].as_str().unwrap_or_default();
        let (text, furniture) = inject(text, || next.next().copied().unwrap_or_default());
        json!({"id": document["id"], "text": text, "furniture": furniture})
    };
    clean.iter().map(inject_next).collect()
}

/// One block between every two paragraphs; gives the blocks' places in code points.
fn inject<'a>(text: &str, mut block: impl FnMut() -> &'a str) -> (String, Vec<(usize, usize)>) {
    let mut injected = String::new();
    let mut places = Vec::new();
    for (index, paragraph) in text.split(GAP).enumerate() {
        if index > 0 {
            let start = injected.chars().count() + GAP.len();
            injected = [&injected, GAP, block(), GAP].concat();
            places.push((start, injected.chars().count() - GAP.len()));
        }
        injected.push_str(paragraph);
    }
    (injected, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_where_the_lines_stand() {
        let (text, places) = inject("“One.”\n\nTwo.\n\nThree.", || "Ad");
        assert_eq!(text, "“One.”\n\nAd\n\nTwo.\n\nAd\n\nThree.");
        assert_eq!(places, [(8, 10), (18, 20)]);
    }
}
