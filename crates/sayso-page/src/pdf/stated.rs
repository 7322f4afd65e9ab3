//! What a PDF's own dictionary says of it (ISO 32000-1, 14.3.3).

use encoding_rs::{Encoding, WINDOWS_1252};
use hayro_syntax::metadata::Metadata;

use crate::composed::Stated;

/// Title, author and day, as they are given.
pub(super) fn of(metadata: &Metadata) -> Stated {
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(text).filter(|text| !text.trim().is_empty());
    let created = metadata.creation_date;
    Stated {
        title: text(&metadata.title),
        author: text(&metadata.author),
        created: created.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
    }
}

/// A text string: marked as UTF-16 or UTF-8, else in a code that has its letters where Windows-1252 has them.
fn text(bytes: &[u8]) -> String {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((WINDOWS_1252, 0));
    encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
}
