//! Every row of every kind as a line of JSON, with its kind.

use super::format::ExportFormat;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "jsonl",
    help: "One object a line",
    is_binary: false,
    write: |source, out| {
        for (kind, rows) in source.export()?.as_object().into_iter().flatten() {
            for row in rows.as_array().into_iter().flatten() {
                let mut row = row.clone();
                if let Some(fields) = row.as_object_mut() {
                    fields.insert("kind_of_row".to_owned(), kind.as_str().into());
                }
                writeln!(out, "{row}")?;
            }
        }
        Ok(())
    },
};
