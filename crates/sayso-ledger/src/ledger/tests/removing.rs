//! Removing an article's text: nothing of its words stays, and the rest is as if it had never come.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::*;
use crate::decision::{Amendment, Marked, Speaker};
use crate::ledger::{Left, Removal, RemoveError};

const WHY: &str = "a court's order";

/// Of these the last is let go to the end.
const KILLS: u64 = 20;

fn removal<'a>(article: &'a str) -> Removal<'a> {
    Removal { article, keeps_title: false, by: "A. Editor", why: WHY, at: AT }
}

/// Words of an entry in all its parts, folded.
fn words(entry: &Entry) -> BTreeSet<String> {
    let json = serde_json::to_string(entry).unwrap().to_lowercase();
    json.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect()
}

/// Long words that one of the articles has and no other.
fn own_words(article: &str) -> Vec<String> {
    let (own, others): (Vec<Entry>, Vec<Entry>) =
        entries().into_iter().partition(|entry| entry.record.id.to_string() == article);
    let address = own[0].record.article.url.clone().unwrap();
    let others: BTreeSet<String> = others.iter().flat_map(words).collect();
    let mut text: Vec<String> = own[0]
        .record
        .text
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() > 5 && !others.iter().any(|other| other.contains(*word)) && !address.contains(*word))
        .map(str::to_owned)
        .collect();
    text.sort();
    text.dedup();
    text
}

/// All bytes of the file and of its log.
fn bytes(ledger: &Path) -> Vec<u8> {
    let mut bytes = fs::read(ledger).unwrap();
    let mut log = ledger.as_os_str().to_owned();
    log.push("-wal");
    bytes.extend(fs::read(log).unwrap_or_default());
    bytes
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}

/// What the file has of an article in packed form.
fn packed(ledger: &Path, article: &str) -> Vec<Vec<u8>> {
    let connection = rusqlite::Connection::open(ledger).unwrap();
    let blob = |sql: &str| connection.query_row(sql, [article], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    vec![
        blob("SELECT entry FROM document WHERE id = json_quote(?1)"),
        blob("SELECT signature FROM shelf WHERE id = ?1"),
        blob("SELECT outline FROM shelf WHERE id = ?1"),
        blob(
            "SELECT conclusion FROM story JOIN member ON story = number JOIN document ON sequence = document \
              WHERE id = json_quote(?1)",
        ),
    ]
}

impl Temporary {
    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("ledger")
    }

    fn remove(&mut self, article: &str) -> Left {
        let left = self.ledger.remove(&removal(article)).unwrap();
        self.ledger.refresh(|_| ()).unwrap();
        left
    }

    /// The export without the records of what was removed, and without decisions.
    fn rest(&self) -> Value {
        let mut export = self.export();
        export["articles"].as_array_mut().unwrap().retain(|article| article["removed"].is_null());
        export["decisions"] = json!([]);
        export
    }
}

#[test]
fn no_byte_of_the_file_has_the_words_of_what_was_removed() {
    let mut ledger = together();
    let words = own_words("d001");
    assert!(words.len() > 20, "{words:?}");
    let at = |word: &str| {
        let text = entries()[0].record.text.clone();
        let start = text.split(word).next().unwrap().chars().count();
        (start, start + word.chars().count())
    };
    let speaker = Speaker { name: "Zebedee Quillfeather".to_owned(), kind: None };
    let marked = Marked { speakers: vec![speaker.clone()], ..Marked::at("d001", at("closed doors")) };
    let added = ledger.ledger.decide(&Choice::Add(marked), "A. Editor", AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    let mention = ledger.added_by(&added);
    let amendment = Amendment { speakers: Some(vec![speaker]), ..Amendment::default() };
    ledger.ledger.decide(&Choice::Mend { mention: mention.clone(), amendment }, "A. Editor", AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();

    let before = bytes(&ledger.path());
    let typed = "Zebedee";
    assert!(has(&before, typed.as_bytes()) && words.iter().any(|word| has(&before, word.as_bytes())));
    let blobs = packed(&ledger.path(), "d001");
    ledger.remove("d001");
    let after = bytes(&ledger.path());
    let stays: Vec<&String> = words.iter().filter(|word| has(&after, word.as_bytes())).collect();
    assert!(stays.is_empty(), "{stays:?}");
    assert!(!has(&after, typed.as_bytes()));
    for blob in blobs {
        let middle = blob.len() / 2;
        assert!(has(&before, &blob[middle..middle + 16]) && !has(&after, &blob[middle..middle + 16]));
    }
    assert!(ledger.ledger.writer.check().unwrap().is_empty());
    assert_eq!(ledger.export()["decisions"].as_array().unwrap().len(), 3, "decisions stay in the list");
}

#[test]
fn the_record_that_it_was_there_stays_and_nothing_brings_the_text_back() {
    let mut ledger = together();
    let left = ledger.remove("d014");
    assert_eq!(left.versions.iter().map(ToString::to_string).collect::<Vec<_>>(), ["d026"]);
    let export = ledger.export();
    let articles = export["articles"].as_array().unwrap();
    let record = articles.iter().find(|article| article["id"] == "d014").unwrap();
    assert_eq!(record["removed"], json!({"at": AT.to_string(), "by": "A. Editor", "why": WHY}));
    assert_eq!(
        (&record["title"], &record["story"], &record["publisher"]),
        (&Value::Null, &Value::Null, &json!("Long Watch"))
    );
    assert_eq!(record["url"], "https://longwatch.example/2026/02/velgar-goods-yard");
    assert_eq!((&export["decisions"][0]["what"], &export["decisions"][0]["on"]), (&json!("remove"), &json!(["d014"])));

    let outcomes = ledger.ledger.add(entries(), AT).unwrap();
    assert!(matches!(&outcomes[4], AddOutcome::Removed(removed) if removed.why == WHY));
    ledger.ledger.refresh(|_| ()).unwrap();
    assert_eq!(ledger.export(), export);
    let view = ledger.ledger.view();
    assert!(view.document("d014").unwrap().is_none() && view.removed("d014").unwrap().is_some());
    let mut other = entries().remove(4);
    other.record.text.push_str(" More.");
    assert!(matches!(ledger.ledger.add(vec![other], AT).unwrap()[..], [AddOutcome::Refused(StoreError::Clash(..))]));
}

#[test]
fn a_title_stays_where_it_may() {
    let mut ledger = together();
    ledger.ledger.remove(&Removal { keeps_title: true, ..removal("d014") }).unwrap();
    let removed = ledger.ledger.view().removed("d014").unwrap().unwrap();
    assert_eq!(removed.title, entries()[4].record.article.title);
}

#[test]
fn what_cannot_be_removed_is_refused_and_a_removal_is_not_undone() {
    let mut ledger = together();
    let missing = ledger.ledger.remove(&removal("d999")).unwrap_err();
    assert!(missing.to_string().starts_with("there is no article 'd999'"));
    assert!(matches!(ledger.ledger.remove(&Removal { why: " ", ..removal("d001") }), Err(RemoveError::NoReason)));
    ledger.remove("d001");
    assert!(matches!(ledger.ledger.remove(&removal("d001")), Err(RemoveError::Already(_))));
    let decision = ledger.ledger.view().decisions().unwrap().remove(0).id;
    let undo = ledger.ledger.decide(&Choice::Undo(decision), "A. Editor", AT).unwrap_err();
    assert!(undo.to_string().contains("cannot be undone"));
    let add = ledger.ledger.decide(&Choice::Add(Marked::at("d001", (0, 4))), "A. Editor", AT).unwrap_err();
    assert!(add.to_string().contains("was removed"));
}

#[test]
fn the_database_allows_just_a_removal() {
    let mut ledger = together();
    let marked = Marked::at("d001", (0, 10));
    ledger.ledger.decide(&Choice::Add(marked.clone()), "A. Editor", AT).unwrap();
    ledger.ledger.decide(&Choice::Add(Marked { article: "d005".to_owned(), ..marked }), "A. Editor", AT).unwrap();
    ledger.remove("d001");
    let connection = rusqlite::Connection::open(ledger.path()).unwrap();
    let refused = [
        "UPDATE document SET entry = x'' WHERE id = '\"d005\"'",
        "UPDATE document SET entry = x'00' WHERE id = '\"d001\"'",
        "UPDATE document SET title = 'Other' WHERE id = '\"d001\"'",
        "UPDATE document SET outlet = NULL WHERE id = '\"d001\"'",
        "DELETE FROM document WHERE id = '\"d001\"'",
        "UPDATE decision SET detail = json_remove(detail, '$.marked', '$.mending') WHERE detail LIKE '%d005%'",
        "UPDATE decision SET detail = '{}' WHERE detail LIKE '%d001%'",
        "UPDATE decision SET by = 'B. Editor' WHERE detail LIKE '%d001%'",
        "INSERT INTO removal VALUES (3, 'd0', NULL, NULL)",
        "UPDATE removal SET url = NULL",
        "DELETE FROM removal",
    ];
    for statement in refused {
        assert!(connection.execute(statement, ()).is_err(), "{statement}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn after_a_removal_the_rest_is_as_if_the_document_had_never_come(
        order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(),
        gone in 0usize..8,
        others_after in 0usize..4,
    ) {
        let entries = entries();
        let (first, later) = order.split_at(8 - others_after);
        let mut ledger = Temporary::new();
        ledger.add(first.iter().map(|index| entries[*index].clone()).collect());
        let gone = if first.contains(&gone) { gone } else { first[0] };
        ledger.remove(&entries[gone].record.id.to_string());
        ledger.add(later.iter().map(|index| entries[*index].clone()).collect());

        let mut never = Temporary::new();
        never.add(entries.iter().enumerate().filter(|(index, _)| *index != gone).map(|(_, one)| one.clone()).collect());
        prop_assert_eq!(ledger.rest(), never.rest());

        let batch = ledger.ledger.writer.batch().unwrap();
        batch.forget_stories().unwrap();
        batch.commit().unwrap();
        ledger.ledger.refresh(|_| ()).unwrap();
        prop_assert_eq!(ledger.rest(), never.rest());
    }
}

#[test]
fn while_another_looks_the_words_stay_in_the_file_and_the_next_to_settle_clears_it() {
    let Temporary { ledger, folder } = together();
    drop(ledger);
    let path = folder.path().join("ledger");
    let mut reader = crate::store::Reader::open(&path, PATIENCE).unwrap();
    let look = reader.snapshot().unwrap();
    let mut ledger = Ledger::open(&path, Duration::from_millis(50)).unwrap();
    let removed = ledger.remove(&removal("d001"));
    assert!(matches!(removed, Err(RemoveError::Remains(StoreError::Busy(..)))), "{removed:?}");
    assert!(ledger.view().removed("d001").unwrap().is_some() && !ledger.view().is_current().unwrap());
    ledger.refresh(|_| ()).unwrap();
    let words = own_words("d001");
    assert!(words.iter().any(|word| has(&bytes(&path), word.as_bytes())));
    drop(look);
    ledger.refresh(|_| ()).unwrap();
    let after = bytes(&path);
    assert!(ledger.view().is_current().unwrap() && !words.iter().any(|word| has(&after, word.as_bytes())));
}

#[test]
fn nothing_of_it_is_left_for_grouping() {
    let mut ledger = together();
    ledger.remove("d001");
    let connection = rusqlite::Connection::open(ledger.path()).unwrap();
    for table in ["shelf", "listing", "tie"] {
        let left = format!("SELECT count(*) FROM {table} WHERE id = 'd001'");
        assert_eq!(connection.query_row(&left, (), |row| row.get::<_, i64>(0)).unwrap(), 0, "{table}");
    }
}

#[test]
fn a_kill_while_removing_leaves_it_whole_or_gone() {
    if let Some(path) = started("removing") {
        let mut ledger = Ledger::open(&path, PATIENCE).unwrap();
        println!("\nremoving");
        ledger.remove(&removal("d001")).unwrap();
        return;
    }
    let Temporary { ledger, folder } = together();
    drop(ledger);
    let before = fs::read(folder.path().join("ledger")).unwrap();
    let mut expected = Temporary { ledger: Temporary::open(&folder), folder };
    let whole = expected.export();
    expected.remove("d001");
    let gone = expected.export();
    let words = own_words("d001");
    let (mut removed, mut halfway) = (0, 0);
    for kill in 0..KILLS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger");
        fs::write(&path, &before).unwrap();
        let mut child =
            start("ledger::tests::removing::a_kill_while_removing_leaves_it_whole_or_gone", "removing", &path);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        lines.by_ref().map_while(Result::ok).find(|line| line == "removing");
        std::thread::sleep(Duration::from_millis(kill * 40));
        if kill + 1 < KILLS {
            child.kill().unwrap();
        }
        child.wait().unwrap();
        let mut next = Temporary { ledger: Temporary::open(&folder), folder };
        halfway += usize::from(!next.ledger.view().is_current().unwrap());
        next.ledger.refresh(|_| ()).unwrap();
        if next.ledger.view().removed("d001").unwrap().is_some() {
            removed += 1;
            assert_eq!(next.export(), gone);
            let after = bytes(&path);
            assert!(words.iter().all(|word| !has(&after, word.as_bytes())));
        } else {
            assert_eq!(next.export(), whole);
        }
        assert!(next.ledger.writer.check().unwrap().is_empty());
    }
    assert!(removed > 0, "{halfway} were killed before the file was cleared");
}
