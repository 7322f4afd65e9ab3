//! The forms in which a ledger goes out, a file each; [`EXPORTS`] lists them.

mod csv;
mod format;
mod json;
mod jsonl;
mod linked_data;
mod parquet;
mod warc;
mod web_annotation;

use std::io::Write;

pub use format::{ExportFormat, ExportSource};

use crate::failure::Failure;

/// Every form; the first is used where none is asked for.
pub const EXPORTS: &[ExportFormat] = &[
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    parquet::FORMAT,
    linked_data::FORMAT,
    web_annotation::FORMAT,
    warc::FORMAT,
];

/// Writes a form of a list by its name.
pub fn write(
    formats: &[ExportFormat],
    name: &str,
    source: &ExportSource<'_>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let format = formats.iter().find(|format| format.name == name);
    let format = format.ok_or_else(|| Failure::usage(format!("there is no form '{name}'")))?;
    (format.write)(source, out)?;
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger_file::LedgerFile;

    /// A form that is added as docs/contributing.md tells.
    const TITLES: ExportFormat = ExportFormat {
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
        let source = ExportSource { file: &file, rows: "claims" };
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
