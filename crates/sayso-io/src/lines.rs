//! Lines of bytes, none held longer than a limit.

use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes: room for a page of the longest size, as Base64 in JSON.
pub const LONGEST: u64 = 96 << 20;

/// One line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub enum InputLine {
    /// As it stands.
    Whole(Vec<u8>),
    /// Passed over, and why.
    Refused(String),
}

impl InputLine {
    /// Bytes that it holds.
    #[must_use]
    pub fn weight(&self) -> u64 {
        match self {
            Self::Whole(line) => line.len() as u64,
            Self::Refused(_) => 0,
        }
    }
}

/// The lines of a stream, each with its number; the last is an error where the stream breaks off.
pub struct Lines {
    stream: Box<dyn BufRead + Send>,
    limit: u64,
    number: u64,
    broken: bool,
}

impl Lines {
    /// Lines of up to [`LONGEST`] bytes.
    #[must_use]
    pub fn new(stream: Box<dyn BufRead + Send>) -> Self {
        Self { stream, limit: LONGEST, number: 0, broken: false }
    }

    fn read(&mut self) -> io::Result<Option<InputLine>> {
        let mut line = Vec::new();
        // One more for the line's end.
        if self.stream.by_ref().take(self.limit + 1).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() as u64 > self.limit {
            self.stream.skip_until(b'\n')?;
            return Ok(Some(InputLine::Refused(too_long())));
        }
        Ok(Some(InputLine::Whole(line)))
    }
}

impl Iterator for Lines {
    type Item = io::Result<(u64, InputLine)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken {
            return None;
        }
        let line = self.read().transpose()?;
        self.broken = line.is_err();
        self.number += 1;
        Some(line.map(|line| (self.number, line)))
    }
}

/// Says that a line is too long, and what to do.
#[must_use]
pub fn too_long() -> String {
    format!("the line is longer than {} MiB; split it, or leave out the fields that are not read", LONGEST >> 20)
}

/// Whether nothing stands in a line.
#[must_use]
pub fn is_blank(line: &[u8]) -> bool {
    without_mark(line).trim_ascii().is_empty()
}

/// Without a byte-order mark, which files put together from others have at the head of any line.
#[must_use]
pub fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(stream: &'static [u8]) -> Vec<(u64, InputLine)> {
        Lines { limit: 4, ..Lines::new(Box::new(stream)) }.map(Result::unwrap).collect()
    }

    #[test]
    fn a_line_over_the_limit_costs_only_itself() {
        let whole = |line: &str| InputLine::Whole(line.as_bytes().to_vec());
        let refused = || InputLine::Refused(too_long());
        let expected = [whole("1234"), refused(), whole(""), refused(), whole("12")];
        assert_eq!(lines(b"1234\n12345\n\n12345678\n12"), (1..).zip(expected).collect::<Vec<_>>());
        assert_eq!(lines(b"12345"), [(1, refused())]);
        assert_eq!(lines(b""), []);
    }
}
