//! Adding in any order, refreshing, deciding.

mod amending;
mod concurrent;
mod earlier;
mod ids;
mod large;
mod reading_again;
mod removing;

use std::io::{BufRead, BufReader};
use std::time::Duration;

use jiff::Timestamp;
use proptest::prelude::*;
use sayso_claims::derive_stories;
use serde_json::Value;

use super::{AddOutcome, Choice, Ledger};
use crate::decision::EffectiveDecisions;
use crate::decision_log::DecisionLog;
use crate::store::StoreError;
use crate::story_record::{StoryGroup, derive_story};
use crate::test_process::{start, started};
use crate::{Document, Entry};

/// Eight articles of the demo with their readings: the troops' story with two versions of one article, and two others.
const ENTRIES: &str = include_str!("../../../tests/fixtures/entries.jsonl");

const AT: Timestamp = Timestamp::UNIX_EPOCH;

const PATIENCE: Duration = Duration::from_secs(20);

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
        Ledger::open(&folder.path().join("ledger"), PATIENCE).unwrap()
    }

    fn add(&mut self, entries: Vec<Entry>) {
        let outcomes = self.ledger.add(entries, AT).unwrap();
        assert!(outcomes.iter().all(|outcome| matches!(outcome, AddOutcome::Recorded | AddOutcome::Known)));
        self.ledger.refresh(|_| ()).unwrap();
    }

    fn export(&self) -> Value {
        serde_json::to_value(self.ledger.view().export().unwrap()).unwrap()
    }

    /// The mention that a decision added.
    fn added_by(&self, decision: &str) -> String {
        self.ledger.view().decision(decision).unwrap().unwrap().on[0].clone()
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
fn without_a_database_the_same_stories_are_derived() {
    let documents: Vec<Document> = entries().into_iter().map(Document::new).collect();
    let derived = derive_stories(&documents, &DecisionLog::default()).unwrap();
    assert!(derived == together().ledger.view().stories().unwrap(), "the records are too long to be shown");
}

#[test]
fn the_same_document_twice_changes_nothing_and_another_under_its_id_is_refused() {
    let mut ledger = together();
    let before = ledger.export();
    ledger.add(entries());
    let mut other = entries().remove(0);
    other.record.text.push_str(" More.");
    let outcomes = ledger.ledger.add(vec![other], AT).unwrap();
    assert!(matches!(outcomes[..], [AddOutcome::Refused(StoreError::Clash(..))]));
    ledger.ledger.refresh(|_| ()).unwrap();
    assert_eq!(ledger.export(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A record may come from anywhere: its offsets may point anywhere.
    #[test]
    fn any_record_is_derived_and_every_mention_is_within_its_text(
        offsets in proptest::collection::vec((0usize..5_000, 0usize..300), 64),
        kept in 1usize..4,
    ) {
        let mut entries: Vec<Entry> = entries().into_iter().take(kept).collect();
        let mut next = offsets.iter().cycle();
        for entry in &mut entries {
            misplace(&mut entry.record, &mut || *next.next().unwrap());
        }
        let documents: Vec<Document> = entries.into_iter().map(Document::new).collect();
        let derived = derive_story(StoryGroup::default(), &documents, &EffectiveDecisions::default());
        for mention in derived.claims.iter().flat_map(|claim| &claim.mentions) {
            let document = documents.iter().find(|document| *document.id() == mention.article).unwrap();
            prop_assert!(mention.start < mention.end);
            prop_assert!(document.text.span_of_code_points(mention.start, mention.end).is_some());
        }
    }
}

/// Moves every second place of a record, in turn, somewhere else.
fn misplace(record: &mut sayso_read::Record, anywhere: &mut impl FnMut() -> (usize, usize)) {
    let mut turn = false;
    let mut moved = |start: &mut usize, end: &mut usize| {
        turn = !turn;
        if turn {
            let (at, length) = anywhere();
            (*start, *end) = (at, at + length);
        }
    };
    for attribution in &mut record.attributions {
        let all = [&mut attribution.source, &mut attribution.cue, &mut attribution.content];
        all.into_iter().flatten().for_each(|(start, end)| moved(start, end));
    }
    record.figures.iter_mut().for_each(|figure| moved(&mut figure.start, &mut figure.end));
    record.dates.iter_mut().for_each(|date| moved(&mut date.start, &mut date.end));
    record.furniture.iter_mut().for_each(|furniture| moved(&mut furniture.start, &mut furniture.end));
}

#[test]
fn a_kill_while_refreshing_loses_nothing() {
    if let Some(path) = started("refreshing") {
        let mut ledger = Ledger::open(&path, PATIENCE).unwrap();
        println!("\nrefreshing");
        return ledger.refresh(|_| ()).unwrap();
    }
    let expected = together().export();
    let mut stopped = 0;
    for kill in 0..12 {
        let Temporary { mut ledger, folder } = Temporary::new();
        ledger.add(entries(), AT).unwrap();
        drop(ledger);
        let path = folder.path().join("ledger");
        let mut child = start("ledger::tests::a_kill_while_refreshing_loses_nothing", "refreshing", &path);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        lines.by_ref().map_while(Result::ok).find(|line| line == "refreshing");
        std::thread::sleep(Duration::from_millis(kill * 9));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut next = Temporary { ledger: Temporary::open(&folder), folder };
        stopped += usize::from(!next.ledger.view().is_current().unwrap());
        next.ledger.refresh(|_| ()).unwrap();
        assert_eq!(next.export(), expected);
    }
    assert!(stopped > 0, "one was killed before it was done");
}

#[test]
fn what_was_added_and_not_refreshed_is_refreshed_by_the_next() {
    let mut ledger = Temporary::new();
    ledger.ledger.add(entries(), AT).unwrap();
    assert!(!ledger.ledger.view().is_current().unwrap());
    let folder = ledger.folder;
    drop(ledger.ledger);
    let mut next = Temporary { ledger: Temporary::open(&folder), folder };
    next.ledger.refresh(|_| ()).unwrap();
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
    late.ledger.refresh(|_| ()).unwrap();
    assert_eq!(late.claims("d001", uniforms.1), merged);
}

#[test]
fn a_claim_is_rejected_and_brought_back() {
    let mut ledger = together();
    let before = ledger.export();
    let claim = ledger.claims("d001", "issued with Karethi uniforms").remove(0);
    let decision = ledger.ledger.decide(&Choice::Reject(claim), "an editor", AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    assert!(ledger.claims("d001", "issued with Karethi uniforms").is_empty());
    ledger.ledger.decide(&Choice::Undo(decision), "an editor", AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
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
    ledger.ledger.refresh(|_| ()).unwrap();
    assert_ne!(ledger.claims(first.0, first.1), ledger.claims(second.0, second.1));
    let back = ledger.claims(first.0, first.1).remove(0);
    let at = AT.checked_add(jiff::SignedDuration::from_secs(1)).unwrap();
    ledger.ledger.decide(&Choice::Reassign { mention, claim: back }, "an editor", at).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    assert_eq!(ledger.claims(first.0, first.1), ledger.claims(second.0, second.1));
}
