//! Claims in the words of schema.org, as JSON-LD.

use sayso::ledger::export::linked_data;

use super::format::ExportFormat;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "jsonld",
    help: "Claims in the words of schema.org",
    is_binary: false,
    write: |source, out| {
        serde_json::to_writer(&mut *out, &linked_data(&source.stories()?))?;
        Ok(writeln!(out)?)
    },
};
