//! The trained model on odd texts: every word has scores, every cue can be asked about.

use std::fs;
use std::num::NonZero;
use std::path::Path;

use proptest::prelude::*;
use sayso_model::{Encoder, ModelFolder};
use sayso_read::Model;
use sayso_text::Text;

const ODD: &[&str] = &[
    "",
    " ",
    "\u{feff}",
    "\0\0",
    "é\u{301}\u{301}",
    "漢字かな",
    "👩‍👩‍👧",
    "##",
    "[UNK] [CLS]",
    "“",
    "\n\n\n",
    "١٢",
    "a.b.c",
    "ﬁ",
];

fn assert_read(model: &Encoder, string: &str) {
    let text: Text = Text::new(string);
    let scan = model.scan(&text, &[text.whole()]);
    for word in &scan.words {
        assert!(!text.slice(word.span).trim().is_empty());
        assert!(word.cue.iter().all(|score| score.is_finite() && *score <= 0.0));
    }
    let cues: Vec<_> = (0..scan.words.len()).map(|index| index..index + 1).collect();
    let links = model.link(&scan, &cues);
    assert_eq!(links.len(), cues.len());
    for (index, links) in links.iter().enumerate() {
        assert!(links.first <= index && index < links.first + links.roles.len());
    }
}

#[test]
fn odd_texts_are_read() {
    let model = Encoder::bundled();
    ODD.iter().for_each(|text| assert_read(&model, text));
    assert_read(&model, &ODD.join(" "));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_is_read(string in "\\PC{0,60}") {
        thread_local!(static MODEL: Encoder = Encoder::bundled());
        MODEL.with(|model| assert_read(model, &string));
    }
}

#[test]
fn a_document_longer_than_a_window_is_read_to_its_end() {
    let model = Encoder::bundled();
    let text: Text = Text::new("The mayor said that the harbour would close. ".repeat(60));
    let scan = model.scan(&text, &[text.whole()]);
    assert_eq!(scan.words.len(), 9 * 60);
    let last = scan.words.len() - 7;
    let links = &model.link(&scan, std::slice::from_ref(&(last..last + 1)))[0];
    assert!(links.first <= last && last < links.first + links.roles.len());
}

/// The standard model with windows of whole lines, short ones.
fn reader_of_lines() -> Encoder {
    let (standard, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/standard"), tempfile::tempdir());
    let folder = folder.unwrap();
    for file in fs::read_dir(standard).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let manifest = folder.path().join("model.toml");
    let written = fs::read_to_string(&manifest).unwrap();
    let changed = written.replacen("length = 384", "length = 40\nwhole-lines = true", 1);
    let changed =
        changed.replacen("margin = 48", "margin = 8", 1).replacen("reach = 256", "reach = 32\nfarthest = 256", 1);
    fs::write(manifest, changed).unwrap();
    Encoder::new(&ModelFolder::read(folder.path()).unwrap(), NonZero::<usize>::MIN).unwrap()
}

#[test]
fn windows_of_whole_lines_leave_no_word_out() {
    let model = reader_of_lines();
    ODD.iter().for_each(|text| assert_read(&model, text));
    let sentence = "The mayor said that the harbour would close. ";
    for times in [1, 4, 12] {
        let line = sentence.repeat(times);
        let text = [line.trim(), line.trim(), line.trim()].join("\n\n");
        assert_read(&model, &text);
        let text: Text = Text::new(text);
        assert_eq!(model.scan(&text, &[text.whole()]).words.len(), 9 * 3 * times);
    }
}

#[test]
fn a_line_is_read_alike_whatever_the_other_windows_hold() {
    let model = reader_of_lines();
    let line = "“We knew nothing of it,” the prime minister told reporters on Monday, and the ferry sailed all the same on time.";
    let scores = |string: String| {
        let text: Text = Text::new(string);
        model.scan(&text, &[text.whole()]).words.iter().take(20).map(|word| word.cue).collect::<Vec<_>>()
    };
    let other = "The mayor said that the harbour would close. ".repeat(3);
    assert_eq!(scores([line, line].join("\n\n")), scores([line, other.trim(), "Nobody said a word."].join("\n\n")));
}
