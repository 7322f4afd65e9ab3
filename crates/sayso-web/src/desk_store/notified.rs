//! Which changes people who watch have been informed of: kept without their words.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::middleware::{hash, hex};

/// Bytes of a hash of what was told: two of one claim's are never the same.
const SEAL: usize = 8;

/// What was told, without its words: a hash, and the article that it is from.
pub fn seal(key: &str, article: &str) -> String {
    format!("{} {article}", hex(&hash(key)[..SEAL]))
}

/// Keys that earlier versions kept in words; from which article each is was not kept.
pub fn seal_told(connection: &Connection) -> rusqlite::Result<()> {
    rewritten(connection, |told| told.iter().map(|key| seal(key, "")).collect()).map(drop)
}

/// Changes what every watch says was told; how many were changed.
pub fn rewritten(
    connection: &Connection,
    rewrite: impl Fn(BTreeSet<String>) -> BTreeSet<String>,
) -> rusqlite::Result<usize> {
    const ALL: &str = "SELECT person, what, mention, told FROM watch WHERE told <> '[]'";
    const WRITE: &str = "UPDATE watch SET told = ?4 WHERE person = ?1 AND what = ?2 AND mention = ?3";
    let mut all = connection.prepare(ALL)?;
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let mut changed = 0;
    for (person, what, mention, told) in rows.collect::<rusqlite::Result<Vec<(String, String, String, String)>>>()? {
        let rewritten = written(&rewrite(read(&told)));
        if rewritten != told {
            changed += connection.execute(WRITE, params![person, what, mention, rewritten])?;
        }
    }
    Ok(changed)
}

/// What is kept, as a set.
pub fn read(told: &str) -> BTreeSet<String> {
    serde_json::from_str(told).unwrap_or_default()
}

/// What is told, as it is kept.
pub fn written(told: &BTreeSet<String>) -> String {
    serde_json::to_string(told).unwrap_or_else(|_| "[]".to_owned())
}
