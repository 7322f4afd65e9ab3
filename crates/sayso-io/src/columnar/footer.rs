//! What a Parquet file says of its shape, checked before the library reserves memory by it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::thrift::{Compact, invalid};

/// The longest footer that is read, in bytes. The library reserves up to some 150 bytes for each; the footer of a
/// thousand groups of fifteen columns has about 2 MiB.
const LONGEST_FOOTER: u64 = 4 << 20;

/// What follows a footer: its length, and the mark that begins a file, too.
const TAIL: u64 = 8;

/// The elements of a schema, and how deep they nest: tables of documents have some dozens in two or three levels.
const MOST_ELEMENTS: u64 = 10_000;
const DEEPEST: usize = 32;

/// The field of the footer that holds the schema, and that of an element that counts its children.
const SCHEMA: i64 = 2;
const CHILDREN: i64 = 5;

/// Refuses a file whose footer is longer, or whose schema is larger or deeper, than any table of documents has.
pub fn check(file: &mut File) -> io::Result<()> {
    let end = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(end.saturating_sub(TAIL)))?;
    let mut tail = [0; 4];
    file.read_exact(&mut tail)?;
    let length = u64::from(u32::from_le_bytes(tail));
    if length > LONGEST_FOOTER {
        return Err(invalid("its footer is longer than 4 MiB"));
    }
    let start = end.checked_sub(TAIL + length).ok_or_else(|| invalid("it is cut off"))?;
    file.seek(SeekFrom::Start(start))?;
    let mut footer = Vec::new();
    file.take(length).read_to_end(&mut footer)?;
    check_schema(&footer)
}

fn check_schema(footer: &[u8]) -> io::Result<()> {
    Compact::new(footer).fields(|footer, id, sort| {
        if id != SCHEMA || !sort.is_list() {
            return Ok(false);
        }
        let (elements, sort) = footer.list()?;
        if elements > MOST_ELEMENTS || !sort.is_struct() {
            return Err(invalid("its schema has more than 10,000 parts"));
        }
        check_tree(footer, elements).map(|()| true)
    })
}

/// The elements stand in the order of a walk: each says how many children follow it.
fn check_tree(footer: &mut Compact<&[u8]>, elements: u64) -> io::Result<()> {
    let mut open: Vec<i64> = Vec::new();
    for _ in 0..elements {
        let mut children = 0;
        footer.numbers(|id, number| children = if id == CHILDREN { number } else { children })?;
        if children < 0 || children.cast_unsigned() > elements || open.len() > DEEPEST {
            return Err(invalid("its schema has more parts within parts than it can have"));
        }
        if let Some(left) = open.last_mut() {
            *left -= 1;
        }
        open.push(children);
        while open.last().is_some_and(|left| *left <= 0) {
            open.pop();
        }
    }
    Ok(())
}
