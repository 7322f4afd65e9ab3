//! A stream of which only so much may be read for one document, so that what is never closed does not take in the rest.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::source::Stream;

/// How much may still be read; set anew for each document.
#[derive(Clone, Debug, Default)]
pub struct Allowance(Arc<AtomicU64>);

impl Allowance {
    /// Allows so many bytes from here on.
    pub fn renew(&self, bytes: u64) {
        self.0.store(bytes, Ordering::Relaxed);
    }
}

/// The stream.
pub struct Allowed {
    stream: Stream,
    allowance: Allowance,
    over: &'static str,
}

impl Allowed {
    /// Fails with `over` where more is read than is allowed.
    pub fn new(stream: Stream, allowance: Allowance, over: &'static str) -> Self {
        Self { stream, allowance, over }
    }
}

impl Read for Allowed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.allowance.0.load(Ordering::Relaxed);
        if left == 0 && !self.stream.fill_buf()?.is_empty() {
            return Err(io::Error::other(self.over));
        }
        let buffer = self.stream.fill_buf()?;
        let taken = buffer.len().min(into.len());
        into[..taken].copy_from_slice(&buffer[..taken]);
        self.stream.consume(taken);
        self.allowance.renew(left.saturating_sub(taken as u64));
        Ok(taken)
    }
}
