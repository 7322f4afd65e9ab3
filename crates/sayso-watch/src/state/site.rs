//! What is known of a site: when it may be asked again, and its rules.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{StateError, WatchStore, at};
use crate::robots::Rules;

/// A site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Its rules, and until when they are believed.
    pub rules: Option<(Rules, Timestamp)>,
    /// Where its robots.txt was said to be, on the way to it.
    pub location: Option<String>,
    /// How often it sent us on.
    pub hops: u32,
    /// How often it said that it was asked too often, or could not answer.
    pub failures: u32,
}

impl WatchStore {
    /// What is known of a site.
    pub(crate) fn site(&self, origin: &str) -> Result<Site, StateError> {
        let sql = "SELECT robots, robots_kind, robots_until, robots_location, robots_hops, refusals FROM site WHERE origin = ?1";
        let found = self.connection.query_row(sql, [origin], |row| {
            let text: Option<Vec<u8>> = row.get(0)?;
            let rules = row.get::<_, Option<i64>>(1)?.map(|kind| rules(kind, text));
            let until = at(row.get(2)?);
            Ok(Site { rules: rules.zip(until), location: row.get(3)?, hops: row.get(4)?, failures: row.get(5)? })
        });
        Ok(found.optional().map_err(|error| self.failure(error))?.unwrap_or_default())
    }

    /// Notes what a site's rules are, or where they were said to be.
    pub(crate) fn know_site(&self, origin: &str, site: &Site) -> Result<(), StateError> {
        let sql = "INSERT INTO site (origin, robots, robots_kind, robots_until, robots_location, robots_hops) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (origin) DO UPDATE SET robots = ?2, robots_kind = ?3, \
                   robots_until = ?4, robots_location = ?5, robots_hops = ?6";
        let (text, kind) = match &site.rules {
            Some((Rules::Text(text), _)) => (Some(text), Some(0)),
            Some((Rules::None, _)) => (None, Some(1)),
            Some((Rules::Unreached, _)) => (None, Some(2)),
            None => (None, None),
        };
        let until = site.rules.as_ref().map(|(_, until)| until.as_millisecond());
        let fields = params![origin, text, kind, until, site.location, site.hops];
        self.connection.execute(sql, fields).map(drop).map_err(|error| self.failure(error))
    }

    /// Leaves a site alone until an instant, or longer where that was said before.
    pub(crate) fn leave_alone(&self, origin: &str, until: Timestamp) -> Result<(), StateError> {
        let sql = "INSERT INTO site (origin, not_before) VALUES (?1, ?2) \
                   ON CONFLICT (origin) DO UPDATE SET not_before = max(not_before, ?2)";
        let fields = params![origin, until.as_millisecond()];
        self.connection.execute(sql, fields).map(drop).map_err(|error| self.failure(error))
    }

    /// Notes how often in a row a site could not answer.
    pub(crate) fn site_failures(&self, origin: &str, failures: u32) -> Result<(), StateError> {
        let sql =
            "INSERT INTO site (origin, refusals) VALUES (?1, ?2) ON CONFLICT (origin) DO UPDATE SET refusals = ?2";
        self.connection.execute(sql, params![origin, failures]).map(drop).map_err(|error| self.failure(error))
    }
}

fn rules(kind: i64, text: Option<Vec<u8>>) -> Rules {
    match (kind, text) {
        (0, Some(text)) => Rules::Text(text),
        (1, _) => Rules::None,
        _ => Rules::Unreached,
    }
}
