//! What is to be visited: what is due, and what became of it.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::row::{COLUMNS, Target, TargetKind};
use super::{StateError, WatchStore, at};

/// Something that a list lists.
#[derive(Clone, Debug)]
pub struct Listed<'l> {
    /// One name for all its addresses.
    pub key: &'l str,
    /// What it is.
    pub kind: TargetKind,
    /// Where it is asked for.
    pub url: &'l str,
    /// Its site.
    pub site: &'l str,
    /// The list.
    pub parent: Option<&'l str>,
    /// How many lists are above it.
    pub depth: u32,
    /// What the list says of it.
    pub title: Option<&'l str>,
    /// Likewise.
    pub published: Option<&'l str>,
    /// Likewise.
    pub publisher: Option<&'l str>,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// This may be visited now.
    Visit(Box<Target>),
    /// Something is due, and its site is to be left alone until then.
    Pause(Timestamp),
    /// Nothing is due until then, or ever.
    Idle(Option<Timestamp>),
}

impl WatchStore {
    /// What can be done now.
    pub(crate) fn next(&self, now: Timestamp) -> Result<Next, StateError> {
        let now_ms = now.as_millisecond();
        let sql = format!(
            "SELECT {COLUMNS} FROM target LEFT JOIN site ON origin = target.site \
             WHERE is_active AND due <= ?1 AND coalesce(not_before, 0) <= ?1 ORDER BY kind != 'list', due, key LIMIT 1"
        );
        let found = self.connection.query_row(&sql, [now_ms], Target::of).optional();
        if let Some(target) = found.map_err(|error| self.failure(error))? {
            return Ok(Next::Visit(Box::new(target)));
        }
        let earliest = "SELECT min(max(due, coalesce(not_before, 0))), min(due) FROM target \
                        LEFT JOIN site ON origin = target.site WHERE is_active AND due IS NOT NULL";
        let times = self.connection.query_row(earliest, [], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?)));
        let (free, due) = times.map_err(|error| self.failure(error))?;
        Ok(match at(free) {
            Some(free) if due.is_some_and(|due| due <= now_ms) => Next::Pause(free),
            free => Next::Idle(free),
        })
    }

    /// Notes that something is listed; gives whether it is new. What is known stays as it is, and due when it was; an entry is
    /// never visited.
    pub(crate) fn list(&self, listed: &Listed<'_>, now: Timestamp) -> Result<bool, StateError> {
        let sql = "INSERT INTO target (key, kind, url, site, parent, depth, due, listed_at, title, published, publisher) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, iif(?2 = 'entry', NULL, ?7), ?7, ?8, ?9, ?10) ON CONFLICT (key) DO NOTHING";
        let Listed { key, kind, url, site, parent, depth, title, published, publisher } = listed;
        let fields = params![key, kind, url, site, parent, depth, now.as_millisecond(), title, published, publisher];
        let added = self.connection.execute(sql, fields).map_err(|error| self.failure(error))?;
        if added == 0 {
            let sql = "UPDATE target SET listed_at = ?2 WHERE key = ?1";
            self.connection.execute(sql, params![key, now.as_millisecond()]).map_err(|error| self.failure(error))?;
        }
        Ok(added > 0)
    }

    /// A target by its key.
    pub(crate) fn target(&self, key: &str) -> Result<Option<Target>, StateError> {
        let sql = format!("SELECT {COLUMNS} FROM target WHERE key = ?1");
        self.connection.query_row(&sql, [key], Target::of).optional().map_err(|error| self.failure(error))
    }

    /// Writes a target down as it is after a visit.
    pub(crate) fn settle(&self, target: &Target, site: &str) -> Result<(), StateError> {
        let sql = "UPDATE target SET due = ?2, location = ?3, hops = ?4, etag = ?5, modified = ?6, visits = ?7, failures = ?8, \
                   error = ?9, error_at = ?10, read_at = ?11, recorded = ?12, site = ?13 WHERE key = ?1";
        let time = |at: Option<Timestamp>| at.map(Timestamp::as_millisecond);
        let fields = params![
            target.key,
            time(target.due),
            target.location,
            target.hops,
            target.etag,
            target.modified,
            target.visits,
            target.failures,
            target.error,
            time(target.error_at),
            time(target.read_at),
            target.recorded,
            site,
        ];
        self.connection.execute(sql, fields).map(drop).map_err(|error| self.failure(error))
    }

    /// What an entry's text was when it was last recorded, by a number that stands for it.
    pub(crate) fn content(&self, key: &str) -> Result<Option<i64>, StateError> {
        let found = self.connection.query_row("SELECT content FROM target WHERE key = ?1", [key], |row| row.get(0));
        found.optional().map(Option::flatten).map_err(|error| self.failure(error))
    }

    /// Notes what an entry's text is, and that it is recorded; there is nothing to visit.
    pub(crate) fn entry_recorded(
        &self,
        key: &str,
        content: i64,
        added: usize,
        now: Timestamp,
    ) -> Result<(), StateError> {
        let sql = "UPDATE target SET content = ?2, recorded = recorded + ?3, visits = visits + 1, due = NULL, read_at = ?4 \
                   WHERE key = ?1";
        let fields = params![key, content, i64::try_from(added).unwrap_or(i64::MAX), now.as_millisecond()];
        self.connection.execute(sql, fields).map(drop).map_err(|error| self.failure(error))
    }
}
