//! The forms in which a ledger goes out, a file each; [`EXPORTS`] lists them.

mod csv;
mod json;
mod jsonl;
mod linked_data;
mod parquet;
mod warc;
mod web_annotation;

use std::io::Write;

use sayso::ledger::record::StoryRecord;
use serde_json::Value;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;

/// One form.
pub struct Format {
    /// The name that it is asked for by.
    pub name: &'static str,
    /// What it is, in a line of the help.
    pub help: &'static str,
    /// Whether it is nothing that a person reads: then it is not sent to a terminal.
    pub is_binary: bool,
    /// Writes it.
    pub write: fn(&Source<'_>, &mut dyn Write) -> Result<(), Failure>,
}

/// Every form; the first is used where none is asked for.
pub const EXPORTS: &[Format] = &[
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    parquet::FORMAT,
    linked_data::FORMAT,
    web_annotation::FORMAT,
    warc::FORMAT,
];

/// What is written: a ledger, and of it, for tables, one kind of rows.
pub struct Source<'s> {
    pub file: &'s LedgerFile,
    /// The kind of rows.
    pub rows: &'s str,
}

impl Source<'_> {
    /// The whole ledger as rows, by their kinds.
    fn export(&self) -> Result<Value, Failure> {
        Ok(self.file.look_whole(|view| view.export())?.rows())
    }

    /// Every story.
    fn stories(&self) -> Result<Vec<StoryRecord>, Failure> {
        self.file.look_whole(|view| view.stories())
    }
}

/// Writes a form of a list by its name.
pub fn write(formats: &[Format], name: &str, source: &Source<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let format = formats.iter().find(|format| format.name == name);
    let format = format.ok_or_else(|| Failure::usage(format!("there is no form '{name}'")))?;
    (format.write)(source, out)?;
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A form that is added as docs/contributing.md tells.
    const TITLES: Format = Format {
        name: "titles",
        help: "The headlines alone",
        is_binary: false,
        write: |source, out| {
            for article in source.export()?["articles"].as_array().into_iter().flatten() {
                writeln!(out, "{}", article["title"].as_str().unwrap_or("-"))?;
            }
            Ok(())
        },
    };

    #[test]
    fn a_form_is_one_entry_of_the_list() {
        let folder = tempfile::tempdir().unwrap();
        let file = LedgerFile::at(&folder.path().join("a.ledger"));
        let line = include_str!("../../../sayso-ledger/tests/fixtures/entries.jsonl").lines().next().unwrap();
        let entry: sayso::ledger::Entry = serde_json::from_str(line).unwrap();
        let title = entry.record.article.title.clone().unwrap();
        file.write().unwrap().add(vec![entry], jiff::Timestamp::UNIX_EPOCH).unwrap();
        let mut out = Vec::new();
        let source = Source { file: &file, rows: "claims" };
        write(&[TITLES], "titles", &source, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), format!("{title}\n"));
        assert!(write(EXPORTS, "titles", &source, &mut Vec::new()).is_err());
    }

    #[test]
    fn names_are_told_apart() {
        let names: std::collections::BTreeSet<&str> = EXPORTS.iter().map(|format| format.name).collect();
        assert_eq!(names.len(), EXPORTS.len());
    }
}
