//! A writer that is killed at any moment: what it acknowledged is there, and nothing is there by half.

use std::io::{BufRead, BufReader, Write};

use super::*;
use crate::store::{PendingMark, Reader};

const KILLS: u64 = 20;

/// The writer: adds from where the ledger ends, three documents a batch, and acknowledges each batch.
fn write_until_killed(path: &Path) {
    let mut writer = Writer::open(path, PATIENCE).unwrap();
    let mut number = writer.count().unwrap();
    loop {
        let batch = writer.batch().unwrap();
        for _ in 0..3 {
            number += 1;
            batch.add(&addition(&document(&format!("d{number}"), &"words and words ".repeat(300), 3))).unwrap();
        }
        batch.commit().unwrap();
        writeln!(std::io::stdout(), "\nacknowledged {number}").unwrap();
    }
}

#[test]
fn what_is_acknowledged_outlives_a_kill() {
    if let Some(path) = started("killed") {
        return write_until_killed(&path);
    }
    let folder = folder();
    let path = folder.path().join("ledger");
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        let mut child = start("kill::what_is_acknowledged_outlives_a_kill", "killed", &path);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let is_early = kill % 5 == 0;
        if !is_early {
            lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("acknowledged"));
        }
        std::thread::sleep(Duration::from_millis(kill * 17 % 60));
        child.kill().unwrap();
        let last =
            lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("acknowledged ")?.parse().ok()).last();
        child.wait().unwrap();
        acknowledged = acknowledged.max(last.unwrap_or(0));
        sound(&path, acknowledged);
    }
    assert!(acknowledged > KILLS as usize, "the writer got to write: {acknowledged}");
}

fn sound(path: &Path, acknowledged: usize) {
    let reader = match Reader::open(path, PATIENCE) {
        Ok(reader) => reader,
        Err(StoreError::Missing(_) | StoreError::Past(_, 0) | StoreError::UnfinishedWrite(_)) if acknowledged == 0 => {
            return;
        }
        Err(other) => panic!("{other}"),
    };
    assert!(reader.check().unwrap().is_empty());
    let sequences = reader.sequences().unwrap();
    assert!(sequences.len() >= acknowledged && sequences.len() % 3 == 0);
    assert!(sequences.iter().all(|sequence| reader.entry(*sequence).unwrap().is_some()));
    assert_eq!(reader.marks().unwrap(), sequences.iter().copied().map(PendingMark::Document).collect::<Vec<_>>());
    let count: i64 = reader.connection.query_row("SELECT count(*) FROM search", (), |row| row.get(0)).unwrap();
    assert_eq!(count as usize, sequences.len());
}
