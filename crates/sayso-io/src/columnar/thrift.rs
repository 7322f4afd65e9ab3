//! Thrift's compact protocol, as far as the heads of a Parquet file need it: numbers out of structs, all else passed over.
//!
//! The library's own readers of these heads are not public, and reserve memory by what a file says of itself.

use std::io::{self, Read};

/// Structs within structs; the deepest head of Parquet has four.
const DEEPEST: usize = 16;

/// The type of a field or an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort(u8);

impl Sort {
    const TRUE: u8 = 1;
    const FALSE: u8 = 2;
    const BYTE: u8 = 3;
    const DOUBLE: u8 = 7;
    const BINARY: u8 = 8;
    const LIST: u8 = 9;
    const SET: u8 = 10;
    const MAP: u8 = 11;
    const STRUCT: u8 = 12;

    /// Whether it is a struct.
    pub fn is_struct(self) -> bool {
        self.0 == Self::STRUCT
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.0 == Self::LIST
    }

    fn is_number(self) -> bool {
        (Self::BYTE + 1..Self::DOUBLE).contains(&self.0)
    }
}

/// A reader that counts what it takes.
#[derive(Debug)]
pub struct Compact<R> {
    stream: R,
    taken: u64,
}

impl<R: Read> Compact<R> {
    /// From the first byte of a struct.
    pub fn new(stream: R) -> Self {
        Self { stream, taken: 0 }
    }

    /// Bytes taken.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Hands each field of a struct to `take`, which answers whether it took the field's value.
    pub fn fields(&mut self, mut take: impl FnMut(&mut Self, i64, Sort) -> io::Result<bool>) -> io::Result<()> {
        let mut id = 0;
        while let Some(sort) = self.field(&mut id)? {
            if !take(self, id, sort)? {
                self.pass_over(sort, false, DEEPEST)?;
            }
        }
        Ok(())
    }

    /// The numbers of a struct: each field's id and value, true as 1.
    pub fn numbers(&mut self, mut take: impl FnMut(i64, i64)) -> io::Result<()> {
        self.fields(|stream, id, sort| {
            match sort {
                Sort(Sort::TRUE) => take(id, 1),
                Sort(Sort::FALSE) => take(id, 0),
                sort if sort.is_number() => take(id, stream.number()?),
                _ => return Ok(false),
            }
            Ok(true)
        })
    }

    /// The number of elements of a list and their type.
    pub fn list(&mut self) -> io::Result<(u64, Sort)> {
        let head = self.byte()?;
        let count = match head >> 4 {
            15 => self.whole()?,
            count => u64::from(count),
        };
        Ok((count, Sort(head & 15)))
    }

    /// A number of up to 64 bits.
    pub fn number(&mut self) -> io::Result<i64> {
        let coded = self.whole()?;
        Ok((coded >> 1).cast_signed() ^ -(coded & 1).cast_signed())
    }

    fn field(&mut self, id: &mut i64) -> io::Result<Option<Sort>> {
        let head = self.byte()?;
        if head == 0 {
            return Ok(None);
        }
        *id = match head >> 4 {
            0 => self.number()?,
            further => id.saturating_add(i64::from(further)),
        };
        Ok(Some(Sort(head & 15)))
    }

    /// Every element takes a byte at least, so a count that lies ends with the bytes.
    fn pass_over(&mut self, sort: Sort, in_list: bool, depth: usize) -> io::Result<()> {
        let depth = depth.checked_sub(1).ok_or_else(|| invalid("a head nests too deep"))?;
        match sort.0 {
            Sort::TRUE | Sort::FALSE if !in_list => Ok(()),
            Sort::TRUE | Sort::FALSE | Sort::BYTE => self.byte().map(drop),
            Sort::DOUBLE => self.bytes(8),
            Sort::BINARY => self.whole().and_then(|length| self.bytes(length)),
            Sort::LIST | Sort::SET => {
                let (count, element) = self.list()?;
                (0..count).try_for_each(|_| self.pass_over(element, true, depth))
            }
            Sort::MAP => self.pass_over_map(depth),
            Sort::STRUCT => {
                let mut id = 0;
                while let Some(sort) = self.field(&mut id)? {
                    self.pass_over(sort, false, depth)?;
                }
                Ok(())
            }
            _ if sort.is_number() => self.whole().map(drop),
            _ => Err(invalid("a head has a field of no type")),
        }
    }

    fn pass_over_map(&mut self, depth: usize) -> io::Result<()> {
        let count = self.whole()?;
        if count == 0 {
            return Ok(());
        }
        let sorts = self.byte()?;
        (0..count).try_for_each(|_| {
            self.pass_over(Sort(sorts >> 4), true, depth)?;
            self.pass_over(Sort(sorts & 15), true, depth)
        })
    }

    fn whole(&mut self) -> io::Result<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(invalid("a head has a number that does not end"))
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.stream.read_exact(&mut byte)?;
        self.taken += 1;
        Ok(byte[0])
    }

    fn bytes(&mut self, length: u64) -> io::Result<()> {
        let passed = io::copy(&mut self.stream.by_ref().take(length), &mut io::sink())?;
        self.taken += passed;
        if passed == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

/// What a damaged head is told as.
pub fn invalid(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_out_and_the_rest_is_passed_over() {
        // 1: i32 = -3; 2: "ab"; 3: list of two structs with a true each; 5: false; the end.
        let bytes = [0x15, 5, 0x18, 2, b'a', b'b', 0x19, 0x2c, 0x11, 0, 0x11, 0, 0x22, 0];
        let mut found = Vec::new();
        let mut stream = Compact::new(&bytes[..]);
        stream.numbers(|id, number| found.push((id, number))).unwrap();
        assert_eq!(found, [(1, -3), (5, 0)]);
        assert_eq!(stream.taken(), bytes.len() as u64);
    }

    #[test]
    fn what_lies_or_nests_without_end_is_an_error() {
        let lists = [&[0x19][..], &[0x19; 100]].concat();
        let long = [0x18, 0xff, 0xff, 0xff, 0xff, 0x0f];
        for bytes in [&lists[..], &long, &[0x15, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], &[0x1d]] {
            assert!(Compact::new(bytes).numbers(|_, _| {}).is_err(), "{bytes:?}");
        }
    }
}
