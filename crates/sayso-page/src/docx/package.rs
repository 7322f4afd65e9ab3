//! The parts of a Word document, which is a ZIP archive.

use std::io::Read;

use flate2::read::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use crate::{LONGEST_DOCUMENT, PageError, decode};

use super::problem::{WHAT, damaged};

/// The part with the text, and the one with what is said of it.
pub(super) const BODY: &str = "word/document.xml";
pub(super) const PROPERTIES: &str = "docProps/core.xml";

/// The parts with what stands at the foot of a page, and at the end.
pub(super) const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// What a ZIP archive begins with.
const ZIP: &[u8] = b"PK\x03\x04";

/// Parts of an archive that are looked through; a document with a hundred pictures has 130.
const MOST_PARTS: usize = 10_000;

/// A document as an archive.
pub(super) struct Package<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
}

/// Whether some bytes are an archive with the text of a Word document.
pub(crate) fn is_word(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) && Package::open(bytes).is_ok_and(|package| package.find(BODY).is_ok())
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, PageError> {
        ZipArchive::from_slice(bytes).map(|archive| Self { archive }).map_err(damaged)
    }

    fn find(&self, name: &str) -> Result<(ZipArchiveEntryWayfinder, CompressionMethod), PageError> {
        let mut entries = self.archive.entries();
        for _ in 0..MOST_PARTS {
            let Some(entry) = entries.next_entry().map_err(damaged)? else { break };
            if entry.file_path().as_ref() == name.as_bytes() {
                return Ok((entry.wayfinder(), entry.compression_method()));
            }
        }
        Err(damaged(format!("it has no part '{name}'")))
    }

    /// A part, unpacked. How long it says that it is does not count: what is longer than any document is refused.
    pub(super) fn part(&self, name: &str) -> Result<String, PageError> {
        let (place, method) = self.find(name)?;
        let entry = self.archive.get_entry(place).map_err(damaged)?;
        let bytes = match method {
            CompressionMethod::STORE => bounded(entry.data())?,
            CompressionMethod::DEFLATE => bounded(DeflateDecoder::new(entry.data()))?,
            _ => return Err(damaged("it is packed in a way that Word does not use")),
        };
        Ok(decode(&bytes, None)?.0)
    }
}

fn bounded(stream: impl Read) -> Result<Vec<u8>, PageError> {
    let mut bytes = Vec::new();
    stream.take(LONGEST_DOCUMENT as u64 + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() > LONGEST_DOCUMENT { Err(PageError::Overfull { what: WHAT }) } else { Ok(bytes) }
}
