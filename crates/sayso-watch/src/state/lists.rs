//! Which lists are watched, and the state of each.

use rusqlite::params;

use super::row::{COLUMNS, Target};
use super::{StateError, WatchStore};

/// A list is watched that was given, and so is what was found in one that is.
const REACHED: &str = "WITH RECURSIVE reached (key) AS (
        SELECT key FROM target WHERE kind = 'list' AND parent IS NULL AND is_active
        UNION SELECT target.key FROM target JOIN reached ON target.parent = reached.key WHERE target.kind = 'list')
    UPDATE target SET is_active = key IN (SELECT key FROM reached) WHERE kind = 'list'";

impl WatchStore {
    /// Watches these lists of those that were given, and no other. Articles that were found are visited as before.
    pub(crate) fn watch_only(&mut self, keys: &[String]) -> Result<(), StateError> {
        let path = self.path.clone();
        let failure = |source| StateError::Database { path: path.clone(), source };
        let transaction = self.connection.transaction().map_err(failure)?;
        transaction.execute("UPDATE target SET is_active = 0 WHERE kind = 'list'", []).map_err(failure)?;
        for key in keys {
            let sql = "UPDATE target SET is_active = 1, parent = NULL, depth = 0 WHERE key = ?1";
            transaction.execute(sql, [key]).map_err(failure)?;
        }
        transaction.execute(REACHED, []).map_err(failure)?;
        transaction.commit().map_err(failure)
    }

    /// How many lists are watched.
    ///
    /// # Errors
    ///
    /// Where the state cannot be read.
    pub fn watched(&self) -> Result<usize, StateError> {
        let sql = "SELECT count(*) FROM target WHERE kind = 'list' AND is_active";
        let count =
            self.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(|error| self.failure(error))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// The lists that are watched, in order of their addresses.
    pub(crate) fn lists(&self) -> Result<Vec<Target>, StateError> {
        self.targets("kind = 'list' AND is_active ORDER BY url", usize::MAX)
    }

    /// The articles that could not be had when they were last tried, the latest first.
    pub(crate) fn failed(&self, most: usize) -> Result<Vec<Target>, StateError> {
        self.targets("kind != 'list' AND error IS NOT NULL ORDER BY error_at DESC, key", most)
    }

    fn targets(&self, which: &str, most: usize) -> Result<Vec<Target>, StateError> {
        let sql = format!("SELECT {COLUMNS} FROM target WHERE {which} LIMIT ?1");
        let mut statement = self.connection.prepare(&sql).map_err(|error| self.failure(error))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![most], Target::of).map_err(|error| self.failure(error))?;
        rows.collect::<Result<_, _>>().map_err(|error| self.failure(error))
    }

    /// How many articles were found, how many of them were read, and how many texts of them were recorded.
    pub(crate) fn articles(&self) -> Result<(usize, usize, usize), StateError> {
        let sql = "SELECT count(*), count(read_at), coalesce(sum(recorded), 0) FROM target WHERE kind != 'list'";
        let counts = self.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        let (found, read, recorded): (i64, i64, i64) = counts.map_err(|error| self.failure(error))?;
        let count = |number: i64| usize::try_from(number).unwrap_or_default();
        Ok((count(found), count(read), count(recorded)))
    }

    /// How many articles that a list listed were recorded, each text counted.
    pub(crate) fn recorded_of(&self, key: &str) -> Result<usize, StateError> {
        let sql = "SELECT coalesce(sum(recorded), 0) FROM target WHERE parent = ?1 AND kind != 'list'";
        let sum =
            self.connection.query_row(sql, [key], |row| row.get::<_, i64>(0)).map_err(|error| self.failure(error))?;
        Ok(usize::try_from(sum).unwrap_or_default())
    }
}
