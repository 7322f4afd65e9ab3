//! The whole ledger as one JSON object.

use super::format::ExportFormat;
use crate::failure::Failure;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "json",
    help: "One object",
    is_binary: false,
    write: |source, out| {
        let export = source.file.look_whole(|view| view.export())?;
        serde_json::to_writer(&mut *out, &export).map_err(Failure::unread)?;
        Ok(writeln!(out)?)
    },
};
