//! What was fetched is kept and goes with its article, and a later reading stands before an earlier one.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::ledger::{CapturedDocuments, Choice, Given, Removal};
use crate::store::{Capture, Fetched};

const PAGE: &str = "<p>Zyxophilous bytes, as they came.</p>";

fn capture() -> Capture {
    let headers = [("Content-Type", "text/html"), ("Set-Cookie", "session=secret"), ("ETag", "\"1\"")];
    let fetched = Fetched {
        asked: Some("https://short.example/1".to_owned()),
        url: Some("https://a.example/1".to_owned()),
        at: Some("2026-02-03T10:00:00Z".to_owned()),
        status: Some(200),
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        charset: None,
    };
    Capture::new(fetched, PAGE.as_bytes())
}

/// Some of the articles, read from what has the words of others, too.
fn captured(fresh: &[usize], all: &[usize], capture: &Capture) -> Vec<Given> {
    let documents = all.iter().map(|index| entries()[*index].record.id.clone()).collect();
    let from = Arc::new(CapturedDocuments { capture: capture.clone(), documents });
    let given = fresh.iter().map(|index| Given { entry: entries().remove(*index), capture: Some(Arc::clone(&from)) });
    given.collect()
}

fn with_captures() -> Temporary {
    let mut ledger = Temporary::new();
    ledger.ledger.add(captured(&[0, 1, 2], &[0, 1, 2], &capture()), AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    ledger
}

#[test]
fn what_was_fetched_is_kept_once_without_secrets() {
    let ledger = with_captures();
    let writer = &ledger.ledger.writer;
    let [number] = writer.captures().unwrap()[..] else { panic!("the same bytes of one address are kept once") };
    let kept = writer.capture(number).unwrap().unwrap();
    assert_eq!(kept.bytes().unwrap(), PAGE.as_bytes());
    assert_eq!(kept, capture());
    assert!(!kept.fetched.headers.iter().any(|(name, _)| name == "Set-Cookie"));
    let sequence = writer.sequence_of(&entries()[1].record.id).unwrap().unwrap();
    assert_eq!(writer.capture_of(sequence).unwrap(), Some(kept));
    assert!(writer.check().unwrap().is_empty());
}

#[test]
fn what_was_fetched_goes_with_an_article_that_is_removed() {
    let Temporary { mut ledger, folder } = with_captures();
    let article = entries()[0].record.id.to_string();
    let removal = Removal { article: &article, keeps_title: false, by: "A. Editor", why: "a court's order", at: AT };
    let kept = capture();
    let packed = Capture::new(kept.fetched.clone(), PAGE.as_bytes());
    assert_eq!(packed, kept);
    ledger.remove(&removal).unwrap();
    assert!(ledger.writer.captures().unwrap().is_empty());
    drop(ledger);
    let bytes = fs::read(folder.path().join("ledger")).unwrap();
    let hash = kept.hash;
    assert!(!bytes.windows(hash.len()).any(|window| window == hash), "no byte of it is left");
}

/// A feed is fetched again: an article that is known stands in it beside a new one, and its words do, too.
#[test]
fn what_was_fetched_for_others_goes_with_a_known_article_in_it() {
    let mut ledger = Temporary::new();
    ledger.add(vec![entries().remove(0)]);
    ledger.ledger.add(captured(&[1], &[0, 1], &capture()), AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    assert_eq!(ledger.ledger.writer.captures().unwrap().len(), 1);
    let article = entries()[0].record.id.to_string();
    let removal = Removal { article: &article, keeps_title: false, by: "A. Editor", why: "a court's order", at: AT };
    ledger.ledger.remove(&removal).unwrap();
    assert!(ledger.ledger.writer.captures().unwrap().is_empty());
    ledger.ledger.add(captured(&[2], &[0, 2], &capture()), AT).unwrap();
    assert!(ledger.ledger.writer.captures().unwrap().is_empty(), "what was removed does not come back with others");
}

#[test]
fn what_was_fetched_is_not_deleted_or_altered_otherwise() {
    let Temporary { ledger, folder } = with_captures();
    drop(ledger);
    let connection = rusqlite::Connection::open(folder.path().join("ledger")).unwrap();
    for statement in ["DELETE FROM capture", "UPDATE capture SET bytes = x''", "UPDATE document SET title = 'other'"] {
        assert!(connection.execute(statement, ()).is_err(), "{statement}");
    }
}

/// The record of an entry, read otherwise: its first attribution is missed.
fn otherwise(index: usize) -> sayso_read::Record {
    let mut record = entries().remove(index).record;
    record.attributions.remove(0);
    record.article.title = Some("Another headline".to_owned());
    record
}

#[test]
fn a_later_reading_is_what_the_stories_are_derived_from() {
    let mut ledger = together();
    let before = ledger.export();
    assert!(ledger.ledger.read_again(otherwise(0), AT).unwrap());
    ledger.ledger.refresh(|_| ()).unwrap();
    let mut never = Temporary::new();
    let mut given = entries();
    given[0].record = otherwise(0);
    never.add(given);
    assert_ne!(ledger.export(), before);
    assert_eq!(ledger.export(), never.export());
    let query = crate::store::Query {
        words: "Another headline",
        outlet: None,
        from: None,
        until: None,
        order: crate::store::Order::Newest,
        limit: 9,
    };
    assert_eq!(ledger.ledger.view().search(&query).unwrap().len(), 1);
    let writer = &ledger.ledger.writer;
    let sequence = writer.sequence_of(&entries()[0].record.id).unwrap().unwrap();
    assert_eq!(writer.first_entry(sequence).unwrap().unwrap(), entries()[0], "the first reading stays");
    assert_eq!(writer.readings(sequence).unwrap(), 1);
    assert!(writer.check().unwrap().is_empty());
}

#[test]
fn the_same_reading_again_changes_nothing() {
    let mut ledger = together();
    let before = ledger.export();
    assert!(!ledger.ledger.read_again(entries().remove(0).record, AT).unwrap());
    assert!(ledger.ledger.view().pending().unwrap().is_none());
    assert_eq!(ledger.export(), before);
}

#[test]
fn decisions_outlive_a_later_reading_and_both_go_with_a_removal() {
    let mut ledger = together();
    let last = ledger.ledger.view().stories().unwrap()[0].claims.last().unwrap().id.clone();
    ledger.ledger.decide(&Choice::Reject(last.clone()), "A. Editor", AT).unwrap();
    ledger.ledger.read_again(otherwise(0), AT).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    assert!(ledger.ledger.view().claim(&last).unwrap().is_none());
    let article = entries()[0].record.id.to_string();
    let removal = Removal { article: &article, keeps_title: false, by: "A. Editor", why: "a court's order", at: AT };
    ledger.ledger.remove(&removal).unwrap();
    ledger.ledger.refresh(|_| ()).unwrap();
    let sequence = ledger.ledger.writer.sequence_of(&entries()[0].record.id).unwrap().unwrap();
    assert_eq!(ledger.ledger.writer.readings(sequence).unwrap(), 0);
    let bytes = fs::read(ledger.folder.path().join("ledger")).unwrap();
    assert!(!bytes.windows(16).any(|window| window == b"Another headline"));
}
