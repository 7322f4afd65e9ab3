//! The records of a web archive: each header, and its block up to a limit.

use std::io::{self, BufRead, Read};

use super::members::Members;
use crate::error::LONGEST_DOCUMENT;

/// The longest header that is read, in bytes; those of crawlers have some hundreds.
const LONGEST_HEADER: usize = 64 << 10;

/// What parts one record from the next.
const END: &[u8] = b"\r\n\r\n";

/// One record. A block longer than [`LONGEST_DOCUMENT`] is cut off there.
pub struct Record {
    headers: Vec<(String, Vec<u8>)>,
    /// What follows the header.
    pub block: Vec<u8>,
    /// Whether the block is cut off.
    pub cut: bool,
}

impl Record {
    /// The value of a header of the record, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| String::from_utf8_lossy(value).trim().to_owned())
    }
}

/// Reads one record after another.
#[derive(Debug)]
pub struct RecordReader<R> {
    stream: Members<R>,
    read: u64,
}

impl<R: BufRead> RecordReader<R> {
    /// From the first byte of an archive.
    pub fn new(stream: R) -> Self {
        Self { stream: Members::new(stream), read: 0 }
    }

    /// Behind an error: goes on to the next record; false where there is none, or the stream itself fails.
    pub fn skip_damage(&mut self, error: &io::Error) -> bool {
        let is_damage = matches!(
            error.kind(),
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof
        );
        is_damage && self.stream.skip_damage().unwrap_or(false)
    }

    /// How many records were read whole.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// The next record; nothing at the end.
    pub fn next_record(&mut self) -> io::Result<Option<Record>> {
        let Some(header) = self.header()? else { return Ok(None) };
        let (_, (_, headers, length)) =
            warc::parser::headers(&header).map_err(|_| invalid("the header is none of WARC 1.0 or 1.1"))?;
        let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let (block, cut) = self.block(length as u64)?;
        self.stream.verify()?;
        self.read += 1;
        Ok(Some(Record { headers, block, cut }))
    }

    fn header(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut header = Vec::new();
        loop {
            let room = (LONGEST_HEADER - header.len()) as u64;
            match self.stream.by_ref().take(room).read_until(b'\n', &mut header)? {
                0 if header.is_empty() => return Ok(None),
                0 => return Err(invalid("a header has no end")),
                2 if header.ends_with(END) => return Ok(Some(header)),
                _ => {}
            }
        }
    }

    fn block(&mut self, length: u64) -> io::Result<(Vec<u8>, bool)> {
        let mut block = Vec::new();
        let kept = length.min(LONGEST_DOCUMENT as u64);
        self.stream.by_ref().take(kept).read_to_end(&mut block)?;
        let passed_over = io::copy(&mut self.stream.by_ref().take(length - kept), &mut io::sink())?;
        let mut end = [0; END.len()];
        self.stream.read_exact(&mut end)?;
        if block.len() as u64 + passed_over != length || end != END {
            return Err(invalid("a record is not as long as it says"));
        }
        Ok((block, length > kept))
    }
}

fn invalid(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}
