//! One writer and many readers, in processes of their own.

use std::thread;

use super::*;
use crate::store::Reader;

const DOCUMENTS: usize = 120;

/// The reader: looks until all is there; what it sees only grows, and a view that it keeps does not move.
fn read_until_all(path: &Path) {
    let mut reader = Reader::open(path, PATIENCE).unwrap();
    let mut seen = 0;
    while seen < DOCUMENTS {
        let view = reader.snapshot().unwrap();
        let sequences = view.sequences().unwrap();
        assert!(sequences.len() >= seen);
        seen = sequences.len();
        assert!(sequences.iter().rev().take(5).all(|sequence| view.entry(*sequence).unwrap().is_some()));
        assert_eq!((view.count().unwrap(), view.marks().unwrap().len()), (seen, seen));
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn readers_read_while_a_writer_writes() {
    if let Some(path) = started("reader") {
        return read_until_all(&path);
    }
    let folder = folder();
    let mut writer = writer(folder.path());
    let readers: Vec<_> = (0..2)
        .map(|_| start("sharing::readers_read_while_a_writer_writes", "reader", &folder.path().join("ledger")))
        .collect();
    for number in 0..DOCUMENTS {
        fresh(&mut writer, &document(&format!("d{number}"), "The harbour is closed.", 3));
    }
    for reader in readers {
        assert!(reader.wait_with_output().unwrap().status.success());
    }
}

#[test]
fn a_second_writer_waits_and_then_says_so() {
    let folder = folder();
    let path = folder.path().join("ledger");
    let mut first = writer(folder.path());
    let waits = Duration::from_millis(50);
    let mut second = Writer::open(&path, waits).unwrap();
    let batch = first.batch().unwrap();
    assert_eq!(second.batch().map(drop), Err(StoreError::Busy(path.clone(), waits)));
    drop(batch);
    fresh(&mut second, &document("d1", "One.", 3));

    let mut patient = Writer::open(&path, PATIENCE).unwrap();
    let batch = first.batch().unwrap();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| fresh(&mut patient, &document("d2", "Two.", 3)));
        thread::sleep(waits);
        batch.commit().unwrap();
        waiting.join().unwrap();
    });
    assert_eq!(first.count().unwrap(), 2);
}

#[test]
fn a_ledger_can_be_made_by_several_at_once() {
    for _ in 0..8 {
        let folder = folder();
        thread::scope(|scope| {
            for number in 0..4 {
                let path = folder.path();
                scope.spawn(move || fresh(&mut writer(path), &document(&format!("d{number}"), "One.", 3)));
            }
        });
        assert_eq!(writer(folder.path()).count().unwrap(), 4);
    }
}

#[test]
fn a_ledger_is_known_wherever_it_lies() {
    let folder = folder();
    let [one, copy] = ["ledger", "copy"].map(|name| folder.path().join(name));
    let mut written = Writer::open(&one, PATIENCE).unwrap();
    assert_eq!(written.identity().unwrap(), None);
    fresh(&mut written, &document("a1", "The harbour is closed.", 1));
    let known = written.identity().unwrap();
    assert!(known.is_some());
    fresh(&mut written, &document("a0", "The harbour is open.", 2));
    written.back_up(&copy).unwrap();
    let copied = Writer::open(&copy, PATIENCE).unwrap();
    assert_eq!((written.identity().unwrap(), copied.identity().unwrap()), (known.clone(), known.clone()));
    let mut other = Writer::open(&folder.path().join("other"), PATIENCE).unwrap();
    let later = jiff::Timestamp::from_second(1).unwrap();
    let document = document("a1", "The harbour is closed.", 1);
    let batch = other.batch().unwrap();
    batch.add(&Addition { recorded_at: later, ..addition(&document) }).unwrap();
    batch.commit().unwrap();
    assert_ne!(other.identity().unwrap(), known, "the same document, recorded apart");
}
