//! Which rows of a column are not read because of the size that their pages declare: checked before anything is unpacked.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::ops::Range;

use flate2::read::MultiGzDecoder;
use parquet::basic::Compression;
use parquet::file::metadata::ColumnChunkMetaData;

use super::thrift::{Compact, invalid};

/// Values of one page, and entries of one dictionary: memory is reserved for each before one is read. Pages are written
/// with some ten thousands.
const MOST_VALUES: u64 = 1 << 24;
const MOST_ENTRIES: u64 = 1 << 21;

/// A byte unfolds to so many at most, in DEFLATE (RFC 1951) and in LZ4's format of blocks.
const DEFLATE_RATIO: u64 = 1032;
const LZ4_RATIO: u64 = 255;

/// All rows of a column.
pub const ALL: Range<u64> = 0..u64::MAX;

/// The kinds of pages, as the format numbers them.
const DATA: i64 = 0;
const INDEX: i64 = 1;
const DICTIONARY: i64 = 2;
const DATA_2: i64 = 3;

/// What a page says of itself.
#[derive(Debug, Default)]
struct Head {
    kind: i64,
    unpacked: i64,
    packed: i64,
    values: i64,
    /// Where the page says it; else a flat column has a row a value.
    rows: Option<i64>,
    /// Bytes before the packed ones.
    levels: i64,
}

/// The rows of a flat column whose pages are over `limit` bytes unpacked, or could be.
pub fn too_large(file: &File, column: &ColumnChunkMetaData, limit: u64) -> io::Result<Vec<Range<u64>>> {
    let mut stream = BufReader::new(file);
    let (mut at, length) = column.byte_range();
    let end = at.checked_add(length).ok_or_else(|| invalid("a column ends outside it"))?;
    let (mut found, mut row) = (Vec::new(), 0u64);
    while at < end {
        let (head, taken) = Head::read(&mut stream, at)?;
        at += taken;
        let packed = head.packed.cast_unsigned();
        if packed > end.saturating_sub(at) {
            return Err(invalid("a page ends outside its column"));
        }
        let is_over = head.unfolds_over(&mut stream, at, column.compression(), limit)?;
        match head.kind {
            DICTIONARY if is_over || head.values.cast_unsigned() > MOST_ENTRIES => return Ok(vec![ALL]),
            DICTIONARY | INDEX => {}
            DATA | DATA_2 => {
                let next = row.saturating_add(head.rows.unwrap_or(head.values).cast_unsigned());
                if is_over || head.values.cast_unsigned() > MOST_VALUES {
                    found.push(row..next);
                }
                row = next;
            }
            _ => return Err(invalid("a page is of no kind")),
        }
        at += packed;
    }
    Ok(found)
}

impl Head {
    fn read(stream: &mut BufReader<&File>, at: u64) -> io::Result<(Self, u64)> {
        stream.seek(SeekFrom::Start(at))?;
        let mut compact = Compact::new(stream);
        let mut head = Self::default();
        compact.fields(|stream, id, sort| head.take(stream, id, sort.is_struct()))?;
        let numbers = [head.unpacked, head.packed, head.values, head.levels, head.rows.unwrap_or(0)];
        if numbers.iter().any(|number| *number < 0) {
            return Err(invalid("a page has less than nothing in it"));
        }
        Ok((head, compact.taken()))
    }

    fn take<R: Read>(&mut self, stream: &mut Compact<R>, id: i64, is_struct: bool) -> io::Result<bool> {
        match (id, is_struct) {
            (1, false) => self.kind = stream.number()?,
            (2, false) => self.unpacked = stream.number()?,
            (3, false) => self.packed = stream.number()?,
            (5 | 7, true) => stream.numbers(|id, number| self.values = if id == 1 { number } else { self.values })?,
            (8, true) => stream.numbers(|id, number| match id {
                1 => self.values = number,
                3 => self.rows = Some(number),
                5 | 6 => self.levels = self.levels.saturating_add(number),
                _ => {}
            })?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The library reserves what a page says and holds most codecs to it, but not these two.
    fn unfolds_over(&self, stream: &mut BufReader<&File>, at: u64, codec: Compression, limit: u64) -> io::Result<bool> {
        let most = |ratio| self.packed.cast_unsigned().saturating_mul(ratio);
        match codec {
            _ if self.unpacked.cast_unsigned() > limit => Ok(true),
            Compression::GZIP(_) if most(DEFLATE_RATIO) > limit => {
                stream.seek(SeekFrom::Start(at.saturating_add(self.levels.cast_unsigned())))?;
                let packed = stream.take(self.packed.cast_unsigned().saturating_sub(self.levels.cast_unsigned()));
                Ok(is_longer(MultiGzDecoder::new(packed), limit))
            }
            Compression::LZ4 => Ok(most(LZ4_RATIO) > limit),
            _ => Ok(false),
        }
    }
}

/// What breaks off is as long as what comes before.
fn is_longer(stream: impl Read, limit: u64) -> bool {
    let mut counted = CountingWriter(0);
    let _ = io::copy(&mut stream.take(limit + 1), &mut counted);
    counted.0 > limit
}

/// Counts what is written, and keeps nothing of it.
struct CountingWriter(u64);

impl io::Write for CountingWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
