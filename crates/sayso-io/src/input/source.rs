//! Where an input's bytes come from, and what they begin with: unpacked where they are packed.

use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::PathBuf;

use flate2::bufread::{GzDecoder, MultiGzDecoder};
use sayso::ledger::store::Fetched;

/// Bytes as they come.
pub type Stream = Box<dyn BufRead + Send>;

/// An input that was opened.
pub struct InputSource {
    /// Its bytes.
    pub stream: Stream,
    /// What it is called: a file's name, an address.
    pub name: String,
    /// The file, where it is one on the disk that can be read anywhere.
    pub path: Option<PathBuf>,
    /// How it was fetched, if it was.
    pub fetched: Option<Fetched>,
}

/// How much of an input is looked at.
const HEAD: usize = 64 << 10;

/// What a gzip member, a Zstandard frame and a WARC record begin with.
pub(super) const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
pub(super) const ARCHIVE: &[u8] = b"WARC/1.";

/// The most memory that a Zstandard frame may ask for, as a power of two: 128 MiB, what the `zstd` program allows.
const LARGEST_WINDOW: u32 = 27;

/// Endings of the names of packed files.
const PACKED: [&str; 3] = ["gz", "zst", "zstd"];

impl InputSource {
    /// Of bytes that are all there.
    #[must_use]
    pub fn of(bytes: impl Into<Vec<u8>>, name: impl Into<String>) -> Self {
        Self { stream: Box::new(Cursor::new(bytes.into())), name: name.into(), path: None, fetched: None }
    }

    /// The same unpacked, with what it begins with and whether that is all. An archive that is packed stays so: its records
    /// are unpacked one by one, so that one that is damaged costs itself.
    pub(super) fn peeked(mut self) -> io::Result<(Self, Vec<u8>, bool)> {
        let start = self.stream.fill_buf()?;
        if start.starts_with(GZIP) && !packs_archive(start) {
            self.stream = Box::new(BufReader::new(MultiGzDecoder::new(self.stream)));
            self.path = None;
        } else if start.starts_with(ZSTANDARD) {
            let mut unpacked = zstd::stream::read::Decoder::with_buffer(self.stream)?;
            unpacked.window_log_max(LARGEST_WINDOW)?;
            self.stream = Box::new(BufReader::new(unpacked));
            self.path = None;
        }
        let (head, is_all) = head(&mut self.stream)?;
        self.stream = Box::new(Cursor::new(head.clone()).chain(self.stream));
        Ok((self, head, is_all))
    }

    /// The ending of its name, without that of its packing, in small letters.
    #[must_use]
    pub fn ending(&self) -> String {
        let last = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let name = self.name.split(['?', '#']).next().unwrap_or_default();
        let ending = last(name).unwrap_or_default();
        match PACKED.contains(&ending.as_str()) {
            true => last(&name[..name.len() - ending.len() - 1]).unwrap_or_default(),
            false => ending,
        }
    }
}

/// Whether what is packed begins as an archive does.
fn packs_archive(packed: &[u8]) -> bool {
    let mut head = [0; ARCHIVE.len()];
    GzDecoder::new(packed).read_exact(&mut head).is_ok() && head == *ARCHIVE
}

/// What a stream begins with, and whether that is all: no more than is needed to tell what it is, for whoever writes it may
/// be waiting for an answer. One line of an object; two of anything else.
fn head(stream: &mut Stream) -> io::Result<(Vec<u8>, bool)> {
    let mut head = Vec::new();
    while head.len() < HEAD && !is_enough(&head) {
        let buffer = stream.fill_buf()?;
        if buffer.is_empty() {
            return Ok((head, true));
        }
        let taken = buffer.len().min(HEAD - head.len());
        head.extend_from_slice(&buffer[..taken]);
        stream.consume(taken);
    }
    Ok((head, false))
}

fn is_enough(head: &[u8]) -> bool {
    let text = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    let needed = if text.starts_with(b"{") { 1 } else { 2 };
    text.iter().filter(|byte| **byte == b'\n').count() >= needed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_those_of_what_is_packed() {
        let ending = |name: &str| InputSource::of("", name).ending();
        assert_eq!(ending("news.csv.gz"), "csv");
        assert_eq!(ending("NEWS.JSONL"), "jsonl");
        assert_eq!(ending("https://a.example/list.csv?year=2026"), "csv");
        assert_eq!(ending("news"), "");
        assert_eq!(ending(".gz"), "");
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let packed = zstd::encode_all(&b"a line\n"[..], 1).unwrap();
        let (source, head, is_all) = InputSource::of(packed, "a.zst").peeked().unwrap();
        assert_eq!((head.as_slice(), is_all), (&b"a line\n"[..], true));
        let mut whole = Vec::new();
        { source }.stream.read_to_end(&mut whole).unwrap();
        assert_eq!(whole, b"a line\n");
    }

    #[test]
    fn no_more_is_read_than_is_needed() {
        let mut stream: Stream = Box::new(io::BufReader::with_capacity(8, &b"{\"a\":1}\n{\"b\":2}\n"[..]));
        assert_eq!(head(&mut stream).unwrap(), (b"{\"a\":1}\n".to_vec(), false));
    }
}
