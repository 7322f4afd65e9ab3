//! Running one statement for its rows: every read goes through here.

use rusqlite::{Params, Row};

use super::error::StoreError;
use super::reader::Reader;

impl Reader {
    /// Every row of a statement.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let rows = self.connection.prepare_cached(sql).and_then(|mut statement| {
            let rows = statement.query_map(params, row)?;
            rows.collect::<rusqlite::Result<Vec<T>>>()
        });
        self.hold()?;
        rows.map_err(|error| self.failure(&error))
    }

    /// The first row of a statement, where there is one.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, params, row)?.into_iter().next())
    }

    /// An error in this module's terms; for a damaged file, with what a quick check finds first.
    pub(super) fn failure(&self, error: &rusqlite::Error) -> StoreError {
        match self.place.failure(error) {
            StoreError::Damaged(path, said) => {
                let found = self.connection.pragma_query_value(None, "quick_check(1)", |row| row.get::<_, String>(0));
                StoreError::Damaged(path, found.ok().filter(|found| found != "ok").unwrap_or(said))
            }
            other => other,
        }
    }

    /// What a row holds cannot be what was written.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged(self.place.path.clone(), what.into())
    }

    fn hold(&self) -> Result<(), StoreError> {
        let holds = self.still.as_ref().is_none_or(|still| still.holds(&self.place));
        if holds { Ok(()) } else { Err(StoreError::Changed(self.place.path.clone())) }
    }
}
