//! What stands under the name that was given.

use std::fs;

use super::*;
use crate::store::{FORMAT, Reader};

#[test]
fn what_is_no_ledger_is_told_and_left_alone() {
    let folder = folder();
    let path = folder.path().join("file");
    let writing = || Writer::open(&path, PATIENCE).map(drop).unwrap_err();
    let reading = || Reader::open(&path, PATIENCE).map(drop).unwrap_err();
    assert_eq!(reading(), StoreError::Missing(path.clone()));

    let page = [b"<!DOCTYPE html>".as_slice(), &[b' '; 5000]].concat();
    for bytes in [b"hello".as_slice(), &page, b"SQLite format 3\0"] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(writing(), StoreError::NotLedger(_) | StoreError::Damaged(..)));
        assert!(matches!(reading(), StoreError::NotLedger(_) | StoreError::Damaged(..)));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    fs::remove_file(&path).unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE theirs(a)").unwrap();
    let theirs = fs::read(&path).unwrap();
    assert_eq!((writing(), reading()), (StoreError::NotLedger(path.clone()), StoreError::NotLedger(path.clone())));
    assert_eq!(fs::read(&path).unwrap(), theirs);
}

#[test]
fn a_folder_or_its_absence_is_told() {
    let folder = folder();
    let inside = folder.path().join("none/ledger");
    assert_eq!(Writer::open(&inside, PATIENCE).unwrap_err(), StoreError::NoFolder(inside.clone()));
    assert_eq!(Reader::open(&inside, PATIENCE).unwrap_err(), StoreError::NoFolder(inside));
    let path = folder.path().to_owned();
    assert_eq!(Writer::open(&path, PATIENCE).unwrap_err(), StoreError::NotFile(path.clone()));
    assert_eq!(Reader::open(&path, PATIENCE).unwrap_err(), StoreError::NotFile(path));
}

#[test]
fn an_empty_file_becomes_a_ledger_when_it_is_written() {
    let folder = folder();
    let path = folder.path().join("ledger");
    fs::write(&path, "").unwrap();
    assert_eq!(Reader::open(&path, PATIENCE).unwrap_err(), StoreError::Past(path.clone(), 0));
    fresh(&mut writer(folder.path()), &document("d1", "One.", 3));
    assert_eq!(Reader::open(&path, PATIENCE).unwrap().count().unwrap(), 1);
}

#[test]
fn a_later_format_is_left_to_a_later_program() {
    let folder = folder();
    let path = folder.path().join("ledger");
    writer(folder.path()).connection.pragma_update(None, "user_version", FORMAT + 1).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(Writer::open(&path, PATIENCE).unwrap_err(), StoreError::Future(path.clone(), FORMAT + 1));
    assert_eq!(Reader::open(&path, PATIENCE).unwrap_err(), StoreError::Future(path.clone(), FORMAT + 1));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn reading_leaves_every_byte_as_it_was() {
    let folder = folder();
    let path = folder.path().join("ledger");
    fresh(&mut writer(folder.path()), &document("d1", "One.", 3));
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    let mut reader = Reader::open(&path, PATIENCE).unwrap();
    assert_eq!(reader.snapshot().unwrap().sequences().unwrap().len(), 1);
    assert!(reader.check().unwrap().is_empty());
    drop(reader);
    assert_eq!((fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap()), before);
    println!("BESIDE {:?}", fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect::<Vec<_>>());
}
