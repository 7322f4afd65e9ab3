//! What was corrected, for other pages: as schema.org has it, and as a piece of HTML to paste.

use maud::html;
use sayso::wording::{markup, times};
use serde_json::{Value, json};

use crate::desk_store::Correction;

/// The notes of one publisher's corrections, article by article (schema.org `CorrectionComment`).
pub fn linked_data(corrections: &[Correction]) -> Value {
    let articles: Vec<Value> = corrections
        .iter()
        .filter_map(|correction| {
            let decided = correction.decided.as_ref()?;
            Some(json!({
                "@type": "NewsArticle",
                "url": correction.received.url,
                "headline": correction.received.title,
                "correction": {
                    "@type": "CorrectionComment",
                    "datePublished": decided.at.to_string(),
                    "text": decided.note,
                },
            }))
        })
        .collect();
    json!({"@context": "https://schema.org", "@graph": articles})
}

/// A note to paste into a page; every word in it is text there.
pub fn snippet(correction: &Correction) -> String {
    let Some(decided) = &correction.decided else { return String::new() };
    let kind = capitalised(&decided.kind);
    let note = html! {
        aside.correction {
            p { strong { (kind) } ", " time datetime=(decided.at.to_string()) { (times::day(decided.at)) } ": " (decided.note) }
        }
    };
    markup::html(note.into_string())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::desk_store::{CorrectionState, Decided, Received};

    #[test]
    fn a_note_is_text_wherever_it_is_pasted() {
        let decided = Decided {
            state: CorrectionState::Approved,
            kind: "correction".to_owned(),
            at: Timestamp::UNIX_EPOCH,
            by: "A. Editor".to_owned(),
            old: String::new(),
            new: String::new(),
            note: "36, not </p><script>alert(1)</script>".to_owned(),
        };
        let correction = Correction {
            id: "a".to_owned(),
            at: Timestamp::UNIX_EPOCH,
            received: Received::default(),
            times: 1,
            worked: true,
            state: CorrectionState::Approved,
            decided: Some(decided),
        };
        let pasted = snippet(&correction);
        assert!(pasted.starts_with("<aside class=\"correction\"><p><strong>Correction</strong>, "));
        assert!(!pasted.contains("<script"));
        assert_eq!(
            linked_data(&[correction])["@graph"][0]["correction"]["text"],
            "36, not </p><script>alert(1)</script>"
        );
    }
}
