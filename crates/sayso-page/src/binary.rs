//! Recognises documents that are not text: by how they begin, or by how many control characters they hold.

/// How formats begin that people hand over by mistake.
const SIGNATURES: [(&[u8], &str); 16] = [
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xD0\xCF\x11\xE0", "an old Office document, or one that is protected by a password,"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ", "an xz archive"),
    (b"\x28\xB5\x2F\xFD", "a zstd archive"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "a sound file"),
];

/// How much of a document is looked at.
const HEAD: usize = 64 << 10;

/// More control characters than one in this many bytes make a document binary; texts in any encoding have next to none.
const CONTROLS_ONE_IN: usize = 50;

/// What the bytes seem to be, if they are not text.
pub(crate) fn recognise(bytes: &[u8]) -> Option<&'static str> {
    let signed = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name);
    signed.or_else(|| (!is_wide(bytes) && has_many_controls(bytes)).then_some("binary data"))
}

fn has_many_controls(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    head.iter().filter(control).count() * CONTROLS_ONE_IN > head.len()
}

/// UTF-16 is full of zeros: marked, or with a zero in every second place of an ASCII text.
fn is_wide(bytes: &[u8]) -> bool {
    let pairs = bytes.chunks_exact(2).take(HEAD / 2);
    let (mut first, mut second, mut all) = (0, 0, 0);
    for pair in pairs {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
        all += 1;
    }
    bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || (first.min(second) == 0 && first.max(second) * 5 > all * 4)
}
