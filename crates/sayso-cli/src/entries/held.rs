//! What an input holds, told by its first bytes, unpacked where it is packed with gzip.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};

use flate2::bufread::{GzDecoder, MultiGzDecoder};
use sayso::Captures;
use sayso::{DocumentKind, kind_of};

use crate::columnar::Rows;
use crate::failure::Failure;
use crate::input::{Input, ReadInput};
use crate::lines::Lines;
use crate::progress;

/// What a gzip member, a WARC record and a Parquet file begin with.
const GZIP: &[u8] = &[0x1f, 0x8b];
const ARCHIVE: &[u8] = b"WARC/1.";
const TABLE: &[u8] = b"PAR1";

/// Endings of streams of JSON Lines, read line by line however long they are.
const STREAMS: [&str; 2] = ["jsonl", "ndjson"];

/// Bytes as they come.
pub type Stream = Box<dyn BufRead + Send>;

/// What an input holds.
pub enum InputContent {
    /// A page, a plain text or a feed.
    Documents(ReadInput),
    /// JSON Lines.
    Lines(Lines),
    /// A web archive.
    Captures(Captures<Stream>),
    /// A table.
    Rows(Rows),
}

impl InputContent {
    /// Opens an input.
    pub fn of(input: &Input) -> Result<Self, Failure> {
        let (stream, length, declared) = open(input)?;
        let unreadable = |error: std::io::Error| input.unreadable(&error);
        let (stream, head) = peek(stream).map_err(unreadable)?;
        if head.starts_with(TABLE) {
            return rows(input);
        }
        let is_long = head.starts_with(GZIP) || head.starts_with(ARCHIVE) || is_stream(input);
        let mut stream = if is_long { progress::watched(stream, &progress::bar(length)) } else { stream };
        // A packed archive is unpacked record by record, so that one that is damaged costs itself.
        if head.starts_with(GZIP) && packs_archive(&mut stream).map_err(unreadable)? {
            return Ok(Self::Captures(Captures::new(stream)));
        }
        let (stream, head) = if head.starts_with(GZIP) {
            peek(Box::new(BufReader::new(MultiGzDecoder::new(stream)))).map_err(unreadable)?
        } else {
            (stream, head)
        };
        if head.starts_with(ARCHIVE) {
            return Ok(Self::Captures(Captures::new(stream)));
        }
        if is_stream(input) {
            return Ok(Self::Lines(Lines::new(stream)));
        }
        let found = ReadInput { bytes: input.whole(stream)?, ..declared };
        Ok(match kind_of(&found.bytes) {
            DocumentKind::JsonLines => Self::Lines(Lines::new(Box::new(Cursor::new(found.bytes)))),
            _ => Self::Documents(found),
        })
    }
}

/// An input's bytes, how many there are, and what is known of them beside.
fn open(input: &Input) -> Result<(Stream, Option<u64>, ReadInput), Failure> {
    match input {
        Input::File(_) | Input::Standard => {
            let (stream, length) = input.open()?;
            let nothing = ReadInput::default();
            Ok((stream, length, nothing))
        }
        Input::Url(_) | Input::Demo => {
            let mut found = input.read()?;
            Ok((Box::new(Cursor::new(std::mem::take(&mut found.bytes))), None, found))
        }
    }
}

/// A stream and what it begins with; nothing of it is taken.
fn peek(mut stream: Stream) -> std::io::Result<(Stream, Vec<u8>)> {
    let head = stream.fill_buf()?;
    let head = head[..head.len().min(ARCHIVE.len())].to_vec();
    Ok((stream, head))
}

/// Whether what is packed begins as an archive does.
fn packs_archive(stream: &mut Stream) -> std::io::Result<bool> {
    let mut head = [0; ARCHIVE.len()];
    let unpacked = GzDecoder::new(stream.fill_buf()?).read_exact(&mut head);
    Ok(unpacked.is_ok() && head == *ARCHIVE)
}

/// A table's index stands at its end, so that it cannot be read as a stream.
fn rows(input: &Input) -> Result<InputContent, Failure> {
    let Input::File(path) = input else {
        return Err(Failure::unread(format!("{input}: a Parquet file is read from the disk; save it there first")));
    };
    let file = File::open(path).map_err(|error| input.unreadable(&error))?;
    let rows = Rows::new(file).map_err(|reason| Failure::unread(format!("{input}: {reason}")))?;
    Ok(InputContent::Rows(rows))
}

fn is_stream(input: &Input) -> bool {
    let Input::File(path) = input else { return false };
    let unpacked =
        if path.extension().is_some_and(|ending| ending == "gz") { path.with_extension("") } else { path.clone() };
    unpacked.extension().is_some_and(|ending| STREAMS.iter().any(|stream| ending == *stream))
}
