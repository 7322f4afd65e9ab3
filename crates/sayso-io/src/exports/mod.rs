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

pub use format::{ExportError, ExportFormat, ExportSource};

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
///
/// # Errors
///
/// Where there is none of the name, the ledger cannot be read, or `out` takes no more.
pub fn write(
    formats: &[ExportFormat],
    name: &str,
    source: &ExportSource<'_>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let format = formats.iter().find(|format| format.name == name);
    let format = format.ok_or_else(|| ExportError::Unknown(name.to_owned()))?;
    (format.write)(source, out)?;
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let path = folder.path().join("a.ledger");
        let wait = std::time::Duration::from_secs(1);
        let line = include_str!("../../../sayso-ledger/tests/fixtures/entries.jsonl").lines().next().unwrap();
        let entry: sayso::ledger::Entry = serde_json::from_str(line).unwrap();
        let title = entry.record.article.title.clone().unwrap();
        let mut ledger = sayso::ledger::Ledger::open(&path, wait).unwrap();
        ledger.add(vec![entry], jiff::Timestamp::UNIX_EPOCH).unwrap();
        ledger.refresh(|_| ()).unwrap();
        let reader = sayso::ledger::store::Reader::open(&path, wait).unwrap();
        let mut out = Vec::new();
        let source = ExportSource { reader: &reader, rows: "claims" };
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
