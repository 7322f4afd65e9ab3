//! What a form of export is, and what it is given.

use std::io::Write;

use sayso::ledger::record::StoryRecord;
use serde_json::Value;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;

/// One form.
pub struct ExportFormat {
    /// The name that it is asked for by.
    pub name: &'static str,
    /// What it is, in a line of the help.
    pub help: &'static str,
    /// Whether it is nothing that a person reads: then it is not sent to a terminal.
    pub is_binary: bool,
    /// Writes it.
    pub write: fn(&ExportSource<'_>, &mut dyn Write) -> Result<(), Failure>,
}

/// What is written: a ledger, and of it, for tables, one kind of rows.
pub struct ExportSource<'s> {
    pub file: &'s LedgerFile,
    /// The kind of rows.
    pub rows: &'s str,
}

impl ExportSource<'_> {
    /// The whole ledger as rows, by their kinds.
    pub fn export(&self) -> Result<Value, Failure> {
        Ok(self.file.look_whole(|view| view.export())?.rows())
    }

    /// Every story.
    pub fn stories(&self) -> Result<Vec<StoryRecord>, Failure> {
        self.file.look_whole(|view| view.stories())
    }
}
