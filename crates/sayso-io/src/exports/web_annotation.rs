//! Mentions of claims as W3C Web Annotations.

use super::format::ExportFormat;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "webannotation",
    help: "One W3C Web Annotation a line, each a mention of a claim",
    is_binary: false,
    write: |source, out| {
        for annotation in source.view().annotations()? {
            writeln!(out, "{annotation}")?;
        }
        Ok(())
    },
};
