//! A ledger of each format that ever was opens, and holds what it held.

use std::fs;

use rusqlite::config::DbConfig;

use super::*;
use crate::decision::{DecisionDetail, Verdict};
use crate::store::{Compressed, Decision, NewStory, Order, Query, Reader};

const FORMAT_1: &[u8] = include_bytes!("format-1.ledger");
const FORMAT_2: &[u8] = include_bytes!("format-2.ledger");
const FORMAT_3: &[u8] = include_bytes!("format-3.ledger");
const FORMAT_4: &[u8] = include_bytes!("format-4.ledger");
const FORMAT_5: &[u8] = include_bytes!("format-5.ledger");
const FORMAT_6: &[u8] = include_bytes!("format-6.ledger");
const FORMAT_7: &[u8] = include_bytes!("format-7.ledger");

fn filled(writer: &mut Writer) {
    let sequence = fresh(writer, &document("d1", "The harbour is closed, the minister said.", 3));
    let batch = writer.batch().unwrap();
    let decision = Decision {
        id: "k1".to_owned(),
        at: Timestamp::UNIX_EPOCH,
        by: "Mara".to_owned(),
        what: Verdict::Confirm,
        on: vec!["c1".to_owned()],
        detail: DecisionDetail::default(),
        undoes: None,
    };
    batch.decide(&decision).unwrap();
    let conclusion = NewStory {
        story: "s1",
        digest: &[1],
        brief: "{}",
        record: &Compressed::of(b"closed"),
        documents: &[sequence],
        claims: &["c1"],
        mentions: &["m1"],
        speakers: &["the minister"],
    };
    batch.put_story(&conclusion).unwrap();
    batch.commit().unwrap();
}

fn holds(reader: &Reader) {
    let query = Query { words: "minister", outlet: None, from: None, until: None, order: Order::Newest, limit: 1 };
    let [hit] = &reader.search(&query).unwrap()[..] else { panic!("not found") };
    let expected = document("d1", "The harbour is closed, the minister said.", 3);
    assert_eq!(reader.entry(hit.sequence).unwrap().unwrap(), expected.entry);
    assert_eq!(reader.decisions().unwrap().len(), 1);
    assert!(reader.check().unwrap().is_empty());
}

/// Opens a ledger of an earlier time, adds to it, and opens it for reading.
fn opened(past: &[u8]) -> (tempfile::TempDir, Writer) {
    let folder = folder();
    let path = folder.path().join("ledger");
    fs::write(&path, past).unwrap();
    let mut writer = writer(folder.path());
    holds(&writer);
    fresh(&mut writer, &document("d2", "The harbour is open.", 4));
    holds(&Reader::open(&path, PATIENCE).unwrap());
    (folder, writer)
}

/// Records of earlier formats cannot be read, so that none may be left.
#[test]
fn a_ledger_of_an_earlier_format_opens_and_is_concluded_from_anew() {
    for past in [FORMAT_1, FORMAT_2, FORMAT_3, FORMAT_4, FORMAT_5, FORMAT_6] {
        let (_folder, writer) = opened(past);
        assert!(writer.stories().unwrap().is_empty());
        assert!(writer.stories_of_speaker("The Minister").unwrap().is_empty());
        assert_eq!(writer.marks().unwrap().len(), 3, "two documents and a decision");
    }
}

/// An earlier program kept parameters of addresses that tell nothing: versions are found by those that are spelled as now.
#[test]
fn addresses_of_an_earlier_format_are_spelled_as_now() {
    let folder = folder();
    let path = folder.path().join("ledger");
    for past in [FORMAT_1, FORMAT_3, FORMAT_5] {
        fs::write(&path, past).unwrap();
        let earlier = rusqlite::Connection::open(&path).unwrap();
        earlier.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).unwrap();
        earlier.execute("UPDATE document SET address = 'post.example/harbour-shut?mod=rss'", ()).unwrap();
        drop(earlier);
        let writer = writer(folder.path());
        assert_eq!(writer.at_address("post.example/harbour-shut").unwrap().len(), 1);
        let alter = "UPDATE document SET address = 'x'";
        assert!(rusqlite::Connection::open(&path).unwrap().execute(alter, ()).is_err(), "documents are never altered");
    }
}

#[test]
fn format_7_opens_with_its_conclusions() {
    let (_folder, writer) = opened(FORMAT_7);
    assert_eq!(writer.stories_of_speaker("The Minister").unwrap(), ["s1"]);
}

#[test]
fn the_format_written_is_the_one_documented() {
    let folder = folder();
    let path = folder.path().join("ledger");
    filled(&mut writer(folder.path()));
    holds(&Reader::open(&path, PATIENCE).unwrap());
    let schema = |path: &Path| {
        let connection = rusqlite::Connection::open(path).unwrap();
        let mut statement = connection.prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name").unwrap();
        let rows = statement.query_map((), |row| row.get::<_, String>(0)).unwrap();
        rows.collect::<Result<Vec<_>, _>>().unwrap()
    };
    let kept = folder.path().join("kept");
    fs::write(&kept, FORMAT_7).unwrap();
    assert_eq!(schema(&path), schema(&kept), "a change of the schema is a new format, with a step and a fixture");
}

/// Makes the fixture of the format that is written: run once when a format is new, with its name in the environment.
#[test]
#[ignore = "writes the fixture"]
fn write_the_fixture() {
    let folder = folder();
    filled(&mut writer(folder.path()));
    let target = std::env::var("FIXTURE").unwrap();
    fs::copy(folder.path().join("ledger"), target).unwrap();
}
