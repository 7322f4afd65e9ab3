//! A row of a table as a line of a stream, never longer than a limit.

use std::io::{self, Write};

use serde::Serialize;

use super::column::Cell;
use crate::lines::{InputLine, too_long};

/// The cells of a row, each under its column's name, as one JSON object.
pub fn line<'n>(limit: u64, cells: impl Iterator<Item = (&'n str, Cell)>) -> InputLine {
    let mut line = Bounded { bytes: vec![b'{'], limit };
    for (name, cell) in cells {
        let written = match cell {
            Cell::Null => continue,
            Cell::Value(value) => field(&mut line, name, &value),
            Cell::Bytes(bytes) => match str::from_utf8(bytes.data()) {
                Ok(text) => field(&mut line, name, text),
                Err(_) => return InputLine::Refused(not_text(name)),
            },
        };
        if written.is_err() {
            return InputLine::Refused(too_long());
        }
    }
    line.bytes.push(b'}');
    InputLine::Whole(line.bytes)
}

fn field(line: &mut Bounded, name: &str, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
    if line.bytes.len() > 1 {
        line.bytes.push(b',');
    }
    serde_json::to_writer(&mut *line, name)?;
    line.bytes.push(b':');
    Ok(serde_json::to_writer(&mut *line, value)?)
}

fn not_text(name: &str) -> String {
    format!("'{name}' is not UTF-8; give a page in another encoding as 'html_b64', its bytes in Base64")
}

/// Bytes up to a limit.
struct Bounded {
    bytes: Vec<u8>,
    limit: u64,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.bytes.len() + bytes.len()) as u64 > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
