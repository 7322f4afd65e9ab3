//! Adding in any order, settling, deciding.

use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::Value;

use super::{Choice, Ledger, Outcome};
use crate::Entry;
use crate::store::StoreError;

/// Eight articles of the demo with their readings: the troops' story with two versions of one article, and two others.
const ENTRIES: &str = include_str!("../../tests/fixtures/entries.jsonl");

const AT: Timestamp = Timestamp::UNIX_EPOCH;

fn entries() -> Vec<Entry> {
    ENTRIES.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

struct Temporary {
    ledger: Ledger,
    folder: tempfile::TempDir,
}

impl Temporary {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Self::open(&folder);
        Self { ledger, folder }
    }

    fn open(folder: &tempfile::TempDir) -> Ledger {
        Ledger::open(&folder.path().join("ledger"), std::time::Duration::from_secs(5)).unwrap()
    }

    fn add(&mut self, entries: Vec<Entry>) {
        let outcomes = self.ledger.add(entries, AT).unwrap();
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::Recorded | Outcome::Known)));
        self.ledger.settle(|_| ()).unwrap();
    }

    fn export(&self) -> Value {
        serde_json::to_value(self.ledger.view().export().unwrap()).unwrap()
    }

    /// The ids of the claims that have an article's words.
    fn claims(&self, article: &str, words: &str) -> Vec<String> {
        let text = self.ledger.view().document(article).unwrap().unwrap().record.text;
        let start = text[..text.find(words).unwrap()].chars().count();
        let export = self.export();
        let claims = export["claims"].as_array().unwrap().iter().filter(|claim| {
            claim["mentions"].as_array().unwrap().iter().any(|mention| {
                mention["article"] == article
                    && mention["start"].as_u64().unwrap() as usize <= start
                    && start < mention["end"].as_u64().unwrap() as usize
            })
        });
        claims.map(|claim| claim["id"].as_str().unwrap().to_owned()).collect()
    }
}

fn together() -> Temporary {
    let mut all = Temporary::new();
    all.add(entries());
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn the_order_of_adding_does_not_matter(
        order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(),
        batch in 1usize..4,
    ) {
        let entries = entries();
        let mut shuffled = Temporary::new();
        for indexes in order.chunks(batch) {
            shuffled.add(indexes.iter().map(|index| entries[*index].clone()).collect());
        }
        prop_assert_eq!(shuffled.export(), together().export());
    }
}

#[test]
fn the_same_document_twice_changes_nothing_and_another_under_its_id_is_refused() {
    let mut ledger = together();
    let before = ledger.export();
    ledger.add(entries());
    let mut other = entries().remove(0);
    other.record.text.push_str(" More.");
    let outcomes = ledger.ledger.add(vec![other], AT).unwrap();
    assert!(matches!(outcomes[..], [Outcome::Refused(StoreError::Clash(..))]));
    ledger.ledger.settle(|_| ()).unwrap();
    assert_eq!(ledger.export(), before);
}

#[test]
fn what_was_added_and_not_settled_is_settled_by_the_next() {
    let mut ledger = Temporary::new();
    ledger.ledger.add(entries(), AT).unwrap();
    assert!(!ledger.ledger.view().is_settled().unwrap());
    let folder = ledger.folder;
    drop(ledger.ledger);
    let mut next = Temporary { ledger: Temporary::open(&folder), folder };
    next.ledger.settle(|_| ()).unwrap();
    assert_eq!(next.export(), together().export());
}

#[test]
fn decisions_outlive_later_additions_in_any_order() {
    let uniforms = ("d001", "issued with Karethi uniforms");
    let wagons = ("d014", "two trains of covered wagons");
    let mut early = Temporary::new();
    early.add(entries().into_iter().take(5).collect());
    let [a, b] = [uniforms, wagons].map(|(article, words)| early.claims(article, words).remove(0));
    early.ledger.decide(&Choice::Merge(vec![a.clone(), b.clone()]), "an editor", AT).unwrap();
    early.add(entries());
    let merged = early.claims("d001", uniforms.1);
    assert_eq!(merged, early.claims("d014", wagons.1), "merged by decision");

    let mut late = together();
    late.ledger.decide(&Choice::Merge(vec![a, b]), "an editor", AT).unwrap();
    late.ledger.settle(|_| ()).unwrap();
    assert_eq!(late.claims("d001", uniforms.1), merged);
}

#[test]
fn a_claim_is_rejected_and_brought_back() {
    let mut ledger = together();
    let before = ledger.export();
    let claim = ledger.claims("d001", "issued with Karethi uniforms").remove(0);
    let decision = ledger.ledger.decide(&Choice::Reject(claim), "an editor", AT).unwrap();
    ledger.ledger.settle(|_| ()).unwrap();
    assert!(ledger.claims("d001", "issued with Karethi uniforms").is_empty());
    ledger.ledger.decide(&Choice::Undo(decision), "an editor", AT).unwrap();
    ledger.ledger.settle(|_| ()).unwrap();
    assert_eq!(ledger.export()["claims"], before["claims"]);
}

#[test]
fn mentions_are_split_off_and_given_to_another_claim() {
    let mut ledger = together();
    let [first, second] = ["d011", "d014"].map(|article| {
        let words = if article == "d011" { "about 1,500 had been shipped" } else { "about 1,500 Mirzali soldiers" };
        (article, words)
    });
    let shared = ledger.claims(first.0, first.1);
    assert_eq!(shared, ledger.claims(second.0, second.1), "one claim to begin with");
    let (_, claim) = ledger.ledger.view().claim(&shared[0]).unwrap().unwrap();
    let mention = claim.mentions.iter().find(|mention| mention.article.to_string() == second.0).unwrap().id.clone();
    ledger.ledger.decide(&Choice::Split(vec![mention.clone()]), "an editor", AT).unwrap();
    ledger.ledger.settle(|_| ()).unwrap();
    assert_ne!(ledger.claims(first.0, first.1), ledger.claims(second.0, second.1));
    let back = ledger.claims(first.0, first.1).remove(0);
    let at = AT.checked_add(jiff::SignedDuration::from_secs(1)).unwrap();
    ledger.ledger.decide(&Choice::Reassign { mention, claim: back }, "an editor", at).unwrap();
    ledger.ledger.settle(|_| ()).unwrap();
    assert_eq!(ledger.claims(first.0, first.1), ledger.claims(second.0, second.1));
}
