//! Running one statement for its rows: every read goes through here.

use rusqlite::{Params, Row};

use super::error::{Reason, StoreError};
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
        rows.map_err(|error| self.failure(error))
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

    /// The row of a statement that always has one.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.first(sql, params, row)?.ok_or_else(|| self.damaged(format!("there is no row for: {sql}")))
    }

    /// An error in this module's terms; for a damaged file, with what a quick check finds first.
    pub(super) fn failure(&self, error: rusqlite::Error) -> StoreError {
        match self.place.failure(error) {
            StoreError::Damaged(path, said) => {
                let found = self.connection.pragma_query_value(None, "quick_check(1)", |row| row.get::<_, String>(0));
                StoreError::Damaged(
                    path,
                    match found {
                        Ok(found) if found != "ok" => Reason::new(found),
                        _ => said,
                    },
                )
            }
            other => other,
        }
    }

    /// What a row holds cannot be what was written.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged(self.place.path.clone(), Reason::new(what.into()))
    }

    fn hold(&self) -> Result<(), StoreError> {
        let holds = self.still.as_ref().is_none_or(|still| still.holds(&self.place));
        if holds { Ok(()) } else { Err(StoreError::Changed(self.place.path.clone())) }
    }
}
