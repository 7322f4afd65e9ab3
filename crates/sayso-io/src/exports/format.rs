//! What a form of export is, and what it is given.

use std::io::{self, Write};

use sayso::ledger::View;
use sayso::ledger::record::StoryRecord;
use sayso::ledger::store::{Reader, StoreError};
use serde_json::Value;
use thiserror::Error;

/// One form: a row of [`super::EXPORTS`].
pub struct ExportFormat {
    /// The name that it is asked for by.
    pub name: &'static str,
    /// What it is, in a line of the help.
    pub help: &'static str,
    /// Whether it is nothing that a person reads: then it is not sent to a terminal.
    pub is_binary: bool,
    /// Writes it.
    pub write: fn(&ExportSource<'_>, &mut dyn Write) -> Result<(), ExportError>,
}

/// What is written: a ledger as it stands at one moment, and of it, for tables, one kind of rows.
#[derive(Clone, Copy, Debug)]
pub struct ExportSource<'s> {
    /// The ledger.
    pub reader: &'s Reader,
    /// The kind of rows.
    pub rows: &'s str,
}

/// Why an export breaks off.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The ledger cannot be read.
    #[error("the ledger cannot be read")]
    Ledger(#[from] StoreError),
    /// What it goes to takes no more.
    #[error("the output cannot be written: {0}")]
    Write(#[from] io::Error),
    /// The table cannot be made.
    #[error("the table cannot be written")]
    Table(#[from] parquet::errors::ParquetError),
    /// What the ledger kept of a fetched page is not what was fetched.
    #[error("what was fetched is damaged in the ledger")]
    Damaged,
    /// There is no form of this name.
    #[error("there is no form '{0}'")]
    Unknown(String),
}

impl From<serde_json::Error> for ExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

impl ExportSource<'_> {
    /// What the ledger shows.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View::new(self.reader)
    }

    /// The whole ledger as rows, by their kinds.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn export(&self) -> Result<Value, StoreError> {
        Ok(self.view().export()?.rows())
    }

    /// Every story.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories(&self) -> Result<Vec<StoryRecord>, StoreError> {
        self.view().stories()
    }
}
