//! The program's tokenizer, shapes and engine against what training's own gave for the same text (`models/standard/reference.json`).

use sayso_model::Encoder;
use sayso_read::Model;
use sayso_text::Text;
use serde_json::Value;

/// Two engines compute the exponential and the error function differently: probabilities may differ by this much.
const TOLERANCE: f32 = 0.001;

fn reference() -> Value {
    serde_json::from_str(include_str!("../../../models/standard/reference.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f32> {
    value.as_array().unwrap().iter().map(|number| serde_json::from_value(number.clone()).unwrap()).collect()
}

fn assert_close(ours: &[f32], theirs: &[f32]) {
    let close = ours.iter().zip(theirs).all(|(a, b)| (a.exp() - b.exp()).abs() <= TOLERANCE);
    assert!(close, "{ours:?} is not {theirs:?}");
}

#[test]
fn words_and_scores_are_those_that_training_saw() {
    let reference = reference();
    let text: Text = Text::new(reference["text"].as_str().unwrap());
    let model = Encoder::bundled();
    let scan = model.scan(&text, &[text.whole()]);
    let starts: Vec<usize> = scan.words.iter().map(|word| text.code_points(word.span).0).collect();
    let pieces: Vec<usize> = reference["offsets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| serde_json::from_value(pair[0].clone()).unwrap())
        .collect();
    assert!(starts.iter().all(|start| pieces.contains(start)));
    for (word, start) in scan.words.iter().zip(&starts) {
        let piece = pieces.iter().position(|piece| piece == start).unwrap();
        assert_close(&word.cue, &numbers(&reference["cues"][piece]));
    }
    let cue = pieces[serde_json::from_value::<usize>(reference["cue"].clone()).unwrap()];
    let word = starts.iter().position(|start| *start == cue).unwrap();
    let links = &model.link(&scan, std::slice::from_ref(&(word..word + 1)))[0];
    assert_eq!(links.roles.len(), scan.words.len());
    for (roles, start) in links.roles.iter().zip(&starts) {
        let piece = pieces.iter().position(|piece| piece == start).unwrap();
        assert_close(roles, &numbers(&reference["roles"][piece]));
    }
}
