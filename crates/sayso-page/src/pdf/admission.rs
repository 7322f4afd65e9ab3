//! What a PDF may hold, counted before anything in it is unpacked by its parser, which has no limits of its own.
//!
//! A stream packed with deflate unfolds to a thousand times its length, and a PDF may have as many as it likes. So each is
//! unpacked here first, into nothing, and what is too much is refused. Pictures are not needed: their bytes are blanked, which
//! costs less than counting them and leaves nothing to unpack.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use memchr::memmem;

/// What all streams but pictures may be together once unpacked: 256 MiB. The text of a book of 1,000 pages has 5 MiB, its
/// fonts 20.
const MOST_UNPACKED: u64 = 256 << 20;

/// So many times its length is what a run length (of two bytes, 128 times one) or LZW (a table of 4,096 words) makes at most
/// of a stream.
const RUN_LENGTH: u64 = 64;
const LZW: u64 = 1400;

/// Streams of a protected file cannot be counted before they are deciphered. Deflate makes at most 1,032 times their length of
/// them, so that these stay within 2 GiB.
const MOST_PROTECTED: u64 = 2 << 20;

/// How far a reader may look for the ends of streams that have none, all in all: four times the longest file.
const MOST_SOUGHT: usize = 256 << 20;

/// How far before its data a stream's dictionary is looked for.
const LONGEST_DICTIONARY: usize = 16 << 10;

const BEGIN: &[u8] = b"stream";
const END: &[u8] = b"endstream";

/// Why a file is not read, by what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It would unfold beyond all measure.
    TooMuch,
    /// It is protected, so that it cannot be found out whether it would.
    Protected,
}

/// The file with its pictures blanked, where the rest may be unpacked.
pub(super) fn admit(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut admitted = bytes.to_vec();
    let is_protected = memmem::find(bytes, b"/Encrypt").is_some();
    let mut counted = Counted::default();
    for stream in Streams::of(bytes) {
        counted.sought += stream.data.len();
        if stream.is_picture() {
            admitted[stream.start..stream.start + stream.data.len()].fill(0);
        } else if is_protected {
            counted.protected += stream.data.len() as u64;
        } else {
            counted.unpacked += stream.unpacked(MOST_UNPACKED.saturating_sub(counted.unpacked))?;
        }
        counted.check()?;
    }
    Ok(admitted)
}

#[derive(Default)]
struct Counted {
    unpacked: u64,
    protected: u64,
    sought: usize,
}

impl Counted {
    fn check(&self) -> Result<(), Refused> {
        match self {
            Self { protected: MOST_PROTECTED.., .. } => Err(Refused::Protected),
            Self { unpacked: MOST_UNPACKED.., .. } | Self { sought: MOST_SOUGHT.., .. } => Err(Refused::TooMuch),
            _ => Ok(()),
        }
    }
}

/// A stream, found by its keywords alone: what the parser takes for a stream stands between them, whatever else it believes.
struct RawStream<'b> {
    /// What stands before it, and whatever comes before that: its dictionary is the end of it.
    before: Vec<u8>,
    start: usize,
    data: &'b [u8],
}

struct Streams<'b> {
    bytes: &'b [u8],
    at: usize,
    before: usize,
}

impl<'b> Streams<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, before: 0 }
    }
}

impl<'b> Iterator for Streams<'b> {
    type Item = RawStream<'b>;

    fn next(&mut self) -> Option<RawStream<'b>> {
        loop {
            let at = self.at + memmem::find(&self.bytes[self.at..], BEGIN)?;
            self.at = at + BEGIN.len();
            if self.bytes[..at].ends_with(b"end") {
                self.before = self.at;
                continue;
            }
            let start = self.at + line_end(&self.bytes[self.at..]);
            let rest = &self.bytes[start..];
            let data = &rest[..memmem::find(rest, END).unwrap_or(rest.len())];
            let from = self.before.max(at.saturating_sub(LONGEST_DICTIONARY));
            return Some(RawStream { before: unescaped(&self.bytes[from..at]), start, data });
        }
    }
}

fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// Names as they are meant: any byte of one may be written as '#' and two hexadecimal digits.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'#').then(|| after.get(..2).and_then(hexadecimal)).flatten();
        plain.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    plain
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Whether a name ends where these bytes begin.
fn ends_name(rest: &[u8]) -> bool {
    rest.first().is_none_or(|byte| byte.is_ascii_whitespace() || *byte == 0 || b"/[]<>(){}%".contains(byte))
}

impl RawStream<'_> {
    /// How often a filter is named, in full or in short; a short name with a number behind it is that of a resource.
    fn names(&self, full: &str, short: &str) -> usize {
        let named = |name: &str, before_number: bool| {
            let name = format!("/{name}");
            let places = memmem::find_iter(&self.before, name.as_bytes()).map(|at| at + name.len());
            let behind = places.filter_map(|end| self.before.get(end..)).filter(|rest| ends_name(rest));
            behind
                .filter(|rest| before_number || !rest.trim_ascii_start().first().is_some_and(u8::is_ascii_digit))
                .count()
        };
        named(full, true) + named(short, false)
    }

    fn is_picture(&self) -> bool {
        let dictionary = memmem::rfind(&self.before, b" obj").map_or(&self.before[..], |at| &self.before[at..]);
        memmem::find(dictionary, b"/Image").is_some() && memmem::find(dictionary, b"/Width").is_some()
    }

    /// How long it is once unpacked; refused where that is more than `most`, or cannot be told because it is packed twice
    /// or does not itself say how.
    fn unpacked(&self, most: u64) -> Result<u64, Refused> {
        let (lzw, run_length) = (self.names("LZWDecode", "LZW"), self.names("RunLengthDecode", "RL"));
        if self.names("FlateDecode", "Fl") + lzw + run_length > 1 || self.filter_is_elsewhere() {
            return Err(Refused::TooMuch);
        }
        let length = self.data.len() as u64;
        let unpacked = match (lzw, run_length) {
            (1, _) => length * LZW,
            (_, 1) => length * RUN_LENGTH,
            _ => deflated(self.data, most),
        };
        if unpacked > most { Err(Refused::TooMuch) } else { Ok(unpacked) }
    }

    /// '/Filter 12 0 R': how a stream is packed stands in another object, which no producer does.
    fn filter_is_elsewhere(&self) -> bool {
        let filters = memmem::find_iter(&self.before, b"/Filter").filter_map(|at| self.before.get(at + 7..));
        filters.map(<[u8]>::trim_ascii_start).any(|rest| {
            let within = if rest.starts_with(b"[") { rest.split(|byte| *byte == b']').next() } else { rest.get(..1) };
            let mut tokens = within.unwrap_or_default().split(|byte| byte.is_ascii_whitespace() || *byte == b'[');
            rest.starts_with(b"%") || tokens.any(|token| token.first().is_some_and(u8::is_ascii_digit))
        })
    }
}

/// How much deflate makes of some bytes, up to one more than `most`, and of what it makes of them; those that it does not
/// know stay as they are. What a stream's dictionary says is not asked: it may be hidden.
fn deflated(data: &[u8], most: u64) -> u64 {
    let once = length(ZlibDecoder::new(data), most).max(length(DeflateDecoder::new(data), most));
    let again = |packed: &mut dyn Read| length(ZlibDecoder::new(packed), most);
    let twice = again(&mut ZlibDecoder::new(data)).max(again(&mut DeflateDecoder::new(data)));
    once.max(twice).max(data.len() as u64)
}

fn length(mut packed: impl Read, most: u64) -> u64 {
    let mut unpacked = 0;
    let mut buffer = vec![0; 64 << 10];
    while let Ok(read @ 1..) = packed.read(&mut buffer) {
        unpacked += read as u64;
        if unpacked > most {
            break;
        }
    }
    unpacked
}
