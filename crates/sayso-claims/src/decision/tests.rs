//! What decisions bind, and that they can be undone.

use super::*;
use jiff::Timestamp;

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|one| (*one).to_owned()).collect()
}

fn decision(id: &str, verdict: Verdict, these: &[&str], not: &[&str], undoes: Option<&str>) -> Decision {
    Decision {
        id: id.to_owned(),
        at: Timestamp::UNIX_EPOCH,
        by: "an editor".to_owned(),
        what: verdict,
        on: Vec::new(),
        detail: DecisionDetail { these: strings(these), not: strings(not), ..DecisionDetail::default() },
        undoes: undoes.map(str::to_owned),
    }
}

#[test]
fn the_later_of_two_contradicting_decisions_holds() {
    let merged = decision("d1", Verdict::Merge, &["m1", "m2"], &[], None);
    let split = decision("d2", Verdict::Split, &["m2"], &["m1"], None);
    let effective = EffectiveDecisions::of(&[merged, split]);
    assert_eq!(effective.pairs(true).count(), 0);
    assert_eq!(effective.pairs(false).collect::<Vec<_>>(), [("m1", "m2")]);
}

#[test]
fn an_undone_decision_says_nothing_and_an_undoing_can_be_undone() {
    let reject = decision("d1", Verdict::Reject, &["m1"], &[], None);
    let undo = decision("d2", Verdict::Undo, &[], &[], Some("d1"));
    let redo = decision("d3", Verdict::Undo, &[], &[], Some("d2"));
    assert!(EffectiveDecisions::of(std::slice::from_ref(&reject)).rejects("m1"));
    assert!(!EffectiveDecisions::of(&[reject.clone(), undo.clone()]).rejects("m1"));
    assert!(EffectiveDecisions::of(&[reject, undo, redo]).rejects("m1"));
}

#[test]
fn who_splits_one_mention_off_leaves_the_others_together_until_they_are_split() {
    let first = decision("d1", Verdict::Split, &["m4"], &["m1", "m2", "m3"], None);
    let effective = EffectiveDecisions::of(std::slice::from_ref(&first));
    assert_eq!(effective.pairs(true).collect::<Vec<_>>(), [("m1", "m2"), ("m2", "m3")]);
    let second = decision("d2", Verdict::Split, &["m2"], &["m1", "m3"], None);
    let effective = EffectiveDecisions::of(&[first, second]);
    assert_eq!(effective.pairs(true).collect::<Vec<_>>(), [("m1", "m3")]);
}
