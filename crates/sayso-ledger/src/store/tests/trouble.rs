//! Damage, want of room, want of rights: told, and nothing recorded is lost.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::*;
use crate::store::Reader;
use crate::store::immutable::FileState;
use crate::store::inspect::FileLocation;

const MANY: u32 = 60;

/// A ledger of some pages, closed.
fn ledger(folder: &Path) -> PathBuf {
    let mut writer = writer(folder);
    let batch = writer.batch().unwrap();
    for number in 0..MANY {
        batch.add(&addition(&document(&format!("d{number}"), &long(number), 3))).unwrap();
    }
    batch.commit().unwrap();
    folder.join("ledger")
}

/// A text that does not compress well.
fn long(seed: u32) -> String {
    (0..300u32).map(|word| format!("{:x} ", (word + 300 * seed).wrapping_mul(2_654_435_761))).collect()
}

#[test]
fn a_full_disk_spoils_the_batch_and_nothing_else() {
    let folder = folder();
    let path = ledger(folder.path());
    let mut writer = writer(folder.path());
    writer.let_grow(8);
    let batch = writer.batch().unwrap();
    let failed = (MANY..2 * MANY)
        .find_map(|number| batch.add(&addition(&document(&format!("d{number}"), &long(number), 3))).err());
    assert_eq!(failed, Some(StoreError::Full(path)));
    assert_eq!(batch.add(&addition(&document("later", "Later.", 3))), Err(StoreError::Spoilt));
    assert_eq!(batch.commit(), Err(StoreError::Spoilt));
    assert_eq!(writer.count().unwrap(), MANY as usize);
    assert!(writer.check().unwrap().is_empty());
    writer.let_grow(1 << 30);
    fresh(&mut writer, &document("later", "Later.", 3));
}

/// What is left of a ledger whose writer was killed: the file, and what was recorded last in the log beside it.
fn killed(folder: &Path) -> PathBuf {
    let path = ledger(folder);
    let mut writer = writer(folder);
    fresh(&mut writer, &document("last", "The last one.", 3));
    let left = folder.join("left");
    for ending in ["", "-wal"] {
        fs::copy(format!("{}{ending}", path.display()), format!("{}{ending}", left.display())).unwrap();
    }
    left
}

#[test]
fn where_no_room_is_left_a_ledger_is_read_with_what_stands_in_its_log() {
    let folder = folder();
    let left = killed(folder.path());
    let whole = |path: &Path| [fs::read(path).unwrap(), fs::read(format!("{}-wal", path.display())).unwrap()];
    let before = whole(&left);
    let place = FileLocation { path: left.clone(), patience: PATIENCE };
    let failed = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_SHMSIZE), None);
    assert_eq!(place.failure(failed), StoreError::Full(left.clone()));
    let reader = Reader::without_room(&place).unwrap();
    assert_eq!(reader.count().unwrap(), MANY as usize + 1);
    assert!(reader.connection.execute("DELETE FROM mark", ()).is_err());
    drop(reader);
    assert!(whole(&left) == before && !place.beside("-shm").exists());

    let closed = FileLocation { path: folder.path().join("ledger"), ..place };
    assert_eq!(Reader::without_room(&closed).unwrap().count().unwrap(), MANY as usize + 1);
    assert!(!closed.beside("-shm").exists());
    assert_eq!(writer(folder.path()).count().unwrap(), MANY as usize + 1);
}

#[test]
fn a_file_cut_short_is_damaged() {
    let folder = folder();
    let path = ledger(folder.path());
    let length = fs::metadata(&path).unwrap().len();
    for part in [length / 2, length - 4096, 4096, 1000] {
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(part).unwrap();
        for failed in [Reader::open(&path, PATIENCE).map(drop), Writer::open(&path, PATIENCE).map(drop)] {
            assert!(matches!(failed, Err(StoreError::Damaged(..))), "{part}: {failed:?}");
        }
        assert_eq!(fs::metadata(&path).unwrap().len(), part);
    }
}

#[test]
fn wherever_a_page_is_damaged_it_is_told_and_nothing_panics() {
    let folder = folder();
    let path = ledger(folder.path());
    let whole = fs::read(&path).unwrap();
    for page in 0..whole.len() / 4096 {
        fs::write(&path, &whole).unwrap();
        let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
        file.seek(SeekFrom::Start(page as u64 * 4096)).unwrap();
        file.write_all(&[0xa5; 4096]).unwrap();
        let found = Reader::open(&path, PATIENCE).and_then(|reader| {
            for sequence in reader.sequences()? {
                reader.entry(sequence)?;
            }
            reader.check()
        });
        assert!(!found.as_ref().is_ok_and(Vec::is_empty), "page {page}");
        let told = matches!(found, Ok(_) | Err(StoreError::Damaged(..) | StoreError::NotLedger(_)));
        assert!(told, "page {page}: {found:?}");
    }
}

#[test]
fn a_changed_byte_inside_an_entry_is_told() {
    let folder = folder();
    let path = ledger(folder.path());
    let connection = rusqlite::Connection::open(&path).unwrap();
    let change = "DROP TRIGGER document_stands; UPDATE document SET entry = (SELECT entry FROM document WHERE sequence = 2) \
                  WHERE sequence = 1";
    connection.execute_batch(change).unwrap();
    let wrong = Reader::open(&path, PATIENCE).unwrap().check().unwrap();
    assert_eq!(wrong, ["the entry of document 1 is not what was added"]);
}

#[test]
fn a_file_that_cannot_be_written_is_read_as_it_stands() {
    let folder = folder();
    let path = ledger(folder.path());
    let place = FileLocation { path: path.clone(), patience: PATIENCE };
    let (connection, still) = FileState::open(&place).unwrap();
    let reader = Reader { connection, place: place.clone(), still: Some(still) };
    assert_eq!(reader.count().unwrap(), MANY as usize);
    assert!(!place.beside("-shm").exists() && !place.beside("-wal").exists());

    let mut writer = writer(folder.path());
    fresh(&mut writer, &document("later", "Later.", 3));
    assert_eq!(reader.count(), Err(StoreError::Changed(path.clone())));
    assert_eq!(FileState::open(&place).map(drop), Err(StoreError::UnfinishedWrite(path.clone())));
    drop(writer);
    assert_eq!(reader.count(), Err(StoreError::Changed(path)));
}

/// Rights do not bind everyone: the last part is looked at only where they do.
#[cfg(unix)]
#[test]
fn a_folder_without_the_right_to_write_can_be_read_from() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = ledger(folder.path());
    let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    assert_eq!(Reader::open(&path, PATIENCE).unwrap().count().unwrap(), MANY as usize);
    let is_bound = fs::write(folder.path().join("other"), "").is_err();
    let written = Writer::open(&path, PATIENCE).map(drop);
    allow(0o755);
    if is_bound {
        assert_eq!(written, Err(StoreError::ReadOnly(path)));
    }
}

#[test]
fn a_backup_is_a_ledger_and_replaces_nothing() {
    let folder = folder();
    ledger(folder.path());
    let mut writer = writer(folder.path());
    let target = folder.path().join("backup");
    writer.back_up(&target).unwrap();
    fresh(&mut writer, &document("later", "Later.", 3));
    assert_eq!(writer.back_up(&target), Err(StoreError::Exists(target.clone())));
    let copy = Reader::open(&target, PATIENCE).unwrap();
    assert_eq!(copy.count().unwrap(), MANY as usize);
    assert!(copy.check().unwrap().is_empty());
}
