//! The bytes of an archive, unpacked where it is packed with gzip, and the way on behind what is damaged in it.
//!
//! Archives are packed record by record, each in a member of its own (WARC 1.1, annex D), so that one that is damaged
//! hides no other.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

use super::kept::{Back, TailKept, before, put_before};
use super::mark::MARK;

/// What the first line of a record begins with.
const HEAD: &[u8] = b"WARC/1.";

/// How much of a line is held while the next record is looked for.
const LINE: u64 = 16 << 10;

/// Bytes that are unpacked at once.
const BUFFER: usize = 32 << 10;

/// How often a damaged member is gone back in, at most: what is unpacked twice is work.
const MOST_BACK: usize = 100;

/// Where in the stream the reading is.
#[derive(Debug)]
enum StreamState<R> {
    /// In a stream that is not packed.
    Plain(R),
    /// In a member.
    Within(Box<GzDecoder<TailKept<R>>>),
    /// Between two members.
    Between(Back<R>),
}

/// An archive's bytes.
#[derive(Debug)]
pub struct Members<R> {
    /// There but for the moments in which one place becomes another.
    place: Option<StreamState<R>>,
    /// Bytes that are unpacked, or were put back, and not taken yet.
    buffer: Vec<u8>,
    taken: usize,
    /// Whether a member could not be unpacked.
    damaged: bool,
    /// How often it may still be gone back.
    back: usize,
}

impl<R: BufRead> Members<R> {
    /// Tells by the first bytes whether an archive is packed. One that cannot be read says so later.
    pub fn new(mut stream: R) -> Self {
        let packed = stream.fill_buf().is_ok_and(|head| head.starts_with(&MARK[..2]));
        let place = if packed { StreamState::Between(before(Vec::new(), stream)) } else { StreamState::Plain(stream) };
        Self { place: Some(place), buffer: Vec::new(), taken: 0, damaged: false, back: MOST_BACK }
    }

    /// An error where the member that was read to its end does not have the checksum that it says.
    pub fn verify(&mut self) -> io::Result<()> {
        if self.taken < self.buffer.len() {
            return Ok(());
        }
        match self.place.take() {
            Some(StreamState::Within(member)) => self.unpack(member),
            place => {
                self.place = place;
                Ok(())
            }
        }
    }

    /// Goes on to the head of the next record; false where there is none.
    pub fn skip_damage(&mut self) -> io::Result<bool> {
        loop {
            if std::mem::take(&mut self.damaged) && !self.next_member()? {
                return Ok(false);
            }
            match self.next_head() {
                Err(_) if self.damaged => {}
                found => return found,
            }
        }
    }

    /// Leaves the member and finds the mark of another.
    fn next_member(&mut self) -> io::Result<bool> {
        self.buffer.clear();
        self.taken = 0;
        let Some(place) = self.place.take() else { return Ok(false) };
        let mut stream = match place {
            StreamState::Plain(stream) => before(Vec::new(), stream),
            StreamState::Between(stream) => stream,
            StreamState::Within(member) => {
                let goes_back = self.back > 0;
                self.back = self.back.saturating_sub(1);
                member.into_inner().left(goes_back)
            }
        };
        let found = find_mark(&mut stream)?;
        self.place = Some(if found { within(put_before(MARK.to_vec(), stream)) } else { StreamState::Between(stream) });
        Ok(found)
    }

    fn next_head(&mut self) -> io::Result<bool> {
        let mut at_start = true;
        loop {
            let mut line = Vec::new();
            if self.by_ref().take(LINE).read_until(b'\n', &mut line)? == 0 {
                return Ok(false);
            }
            if at_start && line.starts_with(HEAD) {
                self.put_back(&line);
                return Ok(true);
            }
            at_start = line.ends_with(b"\n");
        }
    }

    fn put_back(&mut self, bytes: &[u8]) {
        self.buffer.splice(..self.taken, bytes.iter().copied());
        self.taken = 0;
    }

    /// Has something in the buffer, but at the end.
    fn fill(&mut self) -> io::Result<()> {
        while self.taken == self.buffer.len() {
            match self.place.take() {
                Some(StreamState::Within(member)) => self.unpack(member)?,
                Some(StreamState::Between(mut stream)) => {
                    let ended = stream.fill_buf().is_ok_and(<[u8]>::is_empty);
                    self.place = Some(if ended { StreamState::Between(stream) } else { within(stream) });
                    if ended {
                        return Ok(());
                    }
                }
                plain => {
                    self.place = plain;
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Some of a member; behind it, at its end.
    fn unpack(&mut self, mut member: Box<GzDecoder<TailKept<R>>>) -> io::Result<()> {
        self.taken = 0;
        self.buffer.resize(BUFFER, 0);
        let read = member.read(&mut self.buffer);
        self.buffer.truncate(*read.as_ref().unwrap_or(&0));
        self.damaged |= read.is_err();
        let ended = matches!(read, Ok(0));
        self.place =
            Some(if ended { StreamState::Between(member.into_inner().rest()) } else { StreamState::Within(member) });
        read.map(drop)
    }
}

impl<R: BufRead> BufRead for Members<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if !matches!(self.place, Some(StreamState::Plain(_))) {
            self.fill()?;
        }
        match &mut self.place {
            Some(StreamState::Plain(stream)) if self.taken == self.buffer.len() => stream.fill_buf(),
            _ => Ok(&self.buffer[self.taken..]),
        }
    }

    fn consume(&mut self, amount: usize) {
        match &mut self.place {
            Some(StreamState::Plain(stream)) if self.taken == self.buffer.len() => stream.consume(amount),
            _ => self.taken += amount,
        }
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(bytes)?;
        self.consume(read);
        Ok(read)
    }
}

fn within<R: BufRead>(stream: Back<R>) -> StreamState<R> {
    StreamState::Within(Box::new(GzDecoder::new(TailKept::new(stream))))
}

/// Takes everything up to the mark of a member, and the mark; false where there is none.
fn find_mark(stream: &mut impl BufRead) -> io::Result<bool> {
    let mut last = [0; MARK.len()];
    for byte in stream.bytes() {
        last.rotate_left(1);
        last[MARK.len() - 1] = byte?;
        if last == MARK {
            return Ok(true);
        }
    }
    Ok(false)
}
