//! The trained model on odd texts: every word has scores, every cue can be asked about.

use proptest::prelude::*;
use sayso_model::Encoder;
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
