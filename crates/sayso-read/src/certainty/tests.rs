//! Certainty of contents, with the words that lower it.

use sayso_text::Text;

use super::{Certainty, certainty};
use crate::attribution::AttributionSpans;
use crate::stance::Stance;
use crate::tokens::Tokens;

/// The certainty of 'source cue content', parted by bars, and its hedges.
fn of(sentence: &str, stance: Stance) -> (Certainty, Vec<String>) {
    let text: Text = Text::new(sentence.replace('|', " "));
    let mut at = 0;
    let parts = sentence.split('|').map(|part| {
        at += part.len() + 1;
        text.span(at - 1 - part.len(), at - 1).filter(|span| !span.is_empty()).into_iter().collect::<Vec<_>>()
    });
    let [source, cue, content]: [Vec<_>; 3] = parts.collect::<Vec<_>>().try_into().unwrap();
    let triple = AttributionSpans::of(source, cue, content, None);
    let hedged = certainty(&Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading()), &triple, stance);
    (hedged.certainty, hedged.because.iter().map(|span| text.slice(*span).to_owned()).collect())
}

fn asserted(sentence: &str) -> Certainty {
    of(sentence, Stance::Asserts).0
}

#[test]
fn a_hedge_on_the_main_clause_counts() {
    let hedged = of("She|said|the ship, a ferry, may have sunk", Stance::Asserts);
    assert_eq!(hedged, (Certainty::Possible, vec!["may".to_owned()]));
    assert_eq!(asserted("She|said|it was believed to have sunk"), Certainty::Probable);
    assert_eq!(asserted("She|said|the ship will likely sink"), Certainty::Probable);
    assert_eq!(asserted("She|said|“I think it sank”"), Certainty::Probable);
}

#[test]
fn a_hedge_elsewhere_does_not() {
    for sentence in [
        "She|said|the ship sank after it may have struck a rock",
        "She|said|troops had been seen, possibly in preparation for war",
        "She|said|the ship, which may be old, is at sea",
        "She|said|it will sink in May",
        "She|said|the crew could not swim",
    ] {
        assert_eq!(asserted(sentence), Certainty::Certain, "{sentence}");
    }
}

#[test]
fn a_hedge_in_the_cue_counts() {
    assert_eq!(asserted("|reportedly|the ship sank"), Certainty::Possible);
    assert_eq!(asserted("|is said|to have sunk"), Certainty::Possible);
    assert_eq!(asserted("The owner|is said|to have sunk it"), Certainty::Certain);
    assert_eq!(asserted("Most|believe|the ship sank"), Certainty::Probable);
    assert_eq!(of("Most|hope|it will float", Stance::Expects).0, Certainty::Possible);
}

#[test]
fn what_holds_nothing_is_unknown() {
    assert_eq!(of("She|asked|whether it may sink", Stance::Asks), (Certainty::Unknown, Vec::new()));
    assert_eq!(of("She|opposed|the plan", Stance::Other).0, Certainty::Unknown);
}
