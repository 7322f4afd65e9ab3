//! The whole ledger as one JSON object.

use super::format::ExportFormat;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "json",
    help: "One object",
    is_binary: false,
    write: |source, out| {
        let export = source.view().export()?;
        serde_json::to_writer(&mut *out, &export)?;
        Ok(writeln!(out)?)
    },
};
