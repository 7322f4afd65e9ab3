//! The packed bytes of an archive with some put back: behind a member that is damaged, its last are looked through again.

use std::io::{self, BufRead, Chain, Cursor, Read};

use super::mark::MARK;

/// How far behind the end of a cut member its unpacking can run on into the next, and is gone back: a block is seldom
/// longer.
const BACK: usize = 64 << 10;

/// A stream with some bytes put back before it.
pub(super) type Back<R> = Chain<Cursor<Vec<u8>>, R>;

/// A member's packed bytes, the last of which are kept.
#[derive(Debug)]
pub(super) struct TailKept<R> {
    stream: Back<R>,
    last: Vec<u8>,
    all: usize,
}

/// A stream with bytes before it.
pub(super) fn before<R: BufRead>(bytes: Vec<u8>, stream: R) -> Back<R> {
    Cursor::new(bytes).chain(stream)
}

/// The same stream with more bytes before it.
pub(super) fn put_before<R: BufRead>(mut bytes: Vec<u8>, stream: Back<R>) -> Back<R> {
    let (back, stream) = stream.into_inner();
    let left = usize::try_from(back.position()).ok().and_then(|at| back.get_ref().get(at..));
    bytes.extend(left.unwrap_or_default());
    before(bytes, stream)
}

impl<R: BufRead> TailKept<R> {
    /// From the mark of a member.
    pub(super) fn new(stream: Back<R>) -> Self {
        Self { stream, last: Vec::new(), all: 0 }
    }

    /// What comes behind a member that ended.
    pub(super) fn rest(self) -> Back<R> {
        self.stream
    }

    /// What a damaged member leaves to be looked through: what comes behind its own mark, or behind what was taken of it.
    pub(super) fn left(self, goes_back: bool) -> Back<R> {
        let own = MARK.len().saturating_sub(self.all - self.last.len());
        let last = if goes_back { self.last.get(own..).unwrap_or_default().to_vec() } else { Vec::new() };
        put_before(last, self.stream)
    }
}

impl<R: BufRead> BufRead for TailKept<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.stream.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(bytes) = self.stream.fill_buf() {
            self.last.extend_from_slice(&bytes[..amount.min(bytes.len())]);
        }
        self.stream.consume(amount);
        self.all += amount;
        if self.last.len() > 2 * BACK {
            self.last.drain(..self.last.len() - BACK);
        }
    }
}

impl<R: BufRead> Read for TailKept<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(bytes)?;
        self.consume(read);
        Ok(read)
    }
}
