//! Reasons in their words and in their forms.

use sayso_read::{Certainty, Stance};
use serde_json::json;

use super::*;

fn id(text: &str) -> Id {
    Id::Text(text.to_owned())
}

fn reason(why: Why) -> Reason {
    Reason { why, mentions: vec![At { article: id("a1"), start: 2, end: 9 }] }
}

fn decided(change: AppliedChange) -> Why {
    Why::Decided { by: "Mara".to_owned(), article: id("a1"), change }
}

fn joined(source: SourceMatch, words: Vec<SharedWord>) -> Why {
    Why::Joined(Joined { article: id("a1"), source, words, figure: true })
}

/// One of each kind, with what it is called and how it is worded.
fn all() -> Vec<(Why, &'static str, &'static str)> {
    let word = SharedWord { word: "ships".to_owned(), at: (2, 7) };
    let way = |way| Why::Relayed { outlets: Names::of(&["Post"]), way };
    let via = || vec!["Echo".to_owned(), "Agency".to_owned()];
    let sources = |names: &[&str], supporters| Why::Sources { names: Names::of(names), supporters };
    let alike = |common| Why::Alike { article: "a2".to_owned(), to: "a1".to_owned(), common };
    vec![
        (joined(SourceMatch::Same, vec![word]), "joined_same_source", "a1: same source, shares ships and the figure."),
        (joined(SourceMatch::Near, Vec::new()), "joined_near_source", "a1: a source that may be the same."),
        (joined(SourceMatch::Open, Vec::new()), "joined_open_source", "a1: no source named."),
        (joined(SourceMatch::Apart, Vec::new()), "joined_indirectly", "a1: joined by another mention."),
        (Why::FirstHand(Names::of(&["Post", "Echo"])), "first_hand", "Post and Echo have it first-hand."),
        (Why::FirstHand(Names::default()), "no_first_hand", "No outlet that is read here has it first-hand."),
        (way(Way::Unsaid), "via_unsaid", "Post has it without saying from whom."),
        (way(Way::Source), "via_source", "Post has it from its source."),
        (way(Way::Copy(via())), "via_copy", "Post has it in a text copied from Echo, which cites Agency."),
        (way(Way::Outlets(via())), "via_outlet", "Post has it from Echo, which cites Agency."),
        (sources(&["A", "B"], 1), "sources", "2 sources stand behind it and what supports it: A and B."),
        (sources(&["A"], 0), "sources", "One source stands behind it: A."),
        (sources(&[], 0), "no_source", "Nobody is named as its source."),
        (decided(AppliedChange::Added), "added", "Mara added what a1 says."),
        (decided(AppliedChange::Stance(Stance::Doubts)), "mended", "Mara set the stance of a1 to doubts."),
        (decided(AppliedChange::Certainty(Certainty::Possible)), "mended", "Mara set the certainty of a1 to possible."),
        (decided(AppliedChange::Speakers(Vec::new())), "mended", "Mara set the speaker of a1 to the article itself."),
        (decided(AppliedChange::Figures(Vec::new())), "mended", "Mara set the figures of a1 to none."),
        (alike(Common::Address), "same_address", "a2 has the address of a1"),
        (alike(Common::Wording), "same_wording", "a2 has the wording of a1"),
        (alike(Common::Terms(via())), "shared_terms", "a2 shares Echo, Agency with a1"),
    ]
}

#[test]
fn every_reason_has_a_kind_and_a_sentence_for_those_who_read_it() {
    for (why, kind, text) in all() {
        let expected = json!({"kind": kind, "text": text, "mentions": [{"article": "a1", "start": 2, "end": 9}]});
        assert_eq!(serde_json::to_value(reason(why)).unwrap(), expected);
    }
}

#[test]
fn the_ledgers_file_gives_the_values_back() {
    for (why, ..) in all() {
        let mut reason = reason(why);
        reason.mentions.push(At { article: serde_json::from_str("7").unwrap(), start: 0, end: 1 });
        let kept = rmp_serde::to_vec(&reason).unwrap();
        assert_eq!(rmp_serde::from_slice::<Reason>(&kept).unwrap(), reason);
    }
}

#[test]
fn a_few_names_are_told_and_the_rest_counted() {
    let told = |all: &[&str]| Names::of(all).to_string();
    assert_eq!(told(&["A", "B", "C", "D"]), "A, B, C and D");
    assert_eq!(told(&["A", "B", "C", "D", "E"]), "A, B, C and 2 others");
    assert_eq!(told(&[]), "");
}
