//! Pages in a web archive (WARC, ISO 28500), one after another as they were captured.

mod kept;
mod mark;
mod members;
mod passed_over;
mod record;
mod response;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io::{self, BufRead};

use crate::without_secrets;

use record::RecordReader;
use response::{Payload, WarcContent};

pub use self::passed_over::PassedOver;

/// A page or a plain text as it was captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// Where it was.
    pub url: Option<String>,
    /// When it was fetched, in RFC 3339.
    pub fetched: Option<String>,
    /// The encoding that its server declared.
    pub charset: Option<String>,
    /// As its server sent it, unpacked.
    pub bytes: Vec<u8>,
    /// The status of the server's answer; none where the archive has no answer of one.
    pub status: Option<u16>,
    /// The fields of the answer, in its order.
    pub headers: Vec<(String, String)>,
}

/// What a record of an archive is to a reader of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Captured {
    /// A document.
    Page(Capture),
    /// What a crawler kept and nobody reads here.
    Passed(PassedOver),
}

/// Why a capture, or the rest of an archive, cannot be read.
#[derive(Debug)]
pub enum ArchiveError {
    /// The archive cannot be read any further.
    Broken {
        /// Records before that place.
        records: u64,
        /// What is wrong there.
        reason: String,
    },
    /// Something in the archive is damaged; what comes after it is read.
    Lost {
        /// Records before that place that were read.
        records: u64,
        /// What is wrong there.
        reason: String,
    },
    /// One capture cannot be read; those after it can.
    Unread {
        /// Where it was.
        url: Option<String>,
        /// Why.
        reason: String,
    },
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken { records, reason } => write!(
                f,
                "the archive is damaged after {records} records ({reason}); what comes before was read, get the file again for the rest"
            ),
            Self::Lost { records, reason } => write!(
                f,
                "the archive is damaged after {records} records ({reason}); reading went on at the next record, get the file again for what is lost"
            ),
            Self::Unread { url, reason } => write!(f, "{}: {reason}", url.as_deref().unwrap_or("a capture")),
        }
    }
}

impl std::error::Error for ArchiveError {}

/// What an archive has captured, in its order, packed with gzip or not. Requests and what describes captures are left out.
///
/// A record that is damaged costs itself: reading goes on at the next that can be made out.
///
/// ```
/// use sayso_page::{Captured, Captures};
///
/// let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>She agreed.</p>";
/// let archive = format!(
///     "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n\
///      Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
///     http.len()
/// );
/// let captured: Vec<_> = Captures::new(archive.as_bytes()).collect::<Result<_, _>>()?;
/// let Captured::Page(capture) = &captured[0] else { panic!("a page was captured") };
/// assert_eq!(capture.url.as_deref(), Some("https://a.example/"));
/// assert_eq!(capture.bytes, b"<p>She agreed.</p>");
/// # Ok::<(), sayso_page::ArchiveError>(())
/// ```
#[derive(Debug)]
pub struct Captures<R> {
    records: RecordReader<R>,
    ended: bool,
}

impl<R: BufRead> Captures<R> {
    /// The captures of an archive, from its first byte.
    pub fn new(stream: R) -> Self {
        Self { records: RecordReader::new(stream), ended: false }
    }

    fn damage(&mut self, error: &io::Error) -> ArchiveError {
        let (records, reason) = (self.records.read(), error.to_string());
        if self.records.skip_damage(error) {
            return ArchiveError::Lost { records, reason };
        }
        self.ended = true;
        ArchiveError::Broken { records, reason }
    }
}

impl<R: BufRead> Iterator for Captures<R> {
    type Item = Result<Captured, ArchiveError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let record = match self.records.next_record() {
                Ok(record) => record?,
                Err(error) => return Some(Err(self.damage(&error))),
            };
            let url = record.header("WARC-Target-URI").map(|url| without_secrets(url.trim_matches(['<', '>'])));
            match response::found(&record) {
                Ok(WarcContent::Description) => {}
                Ok(WarcContent::Passed(why)) => return Some(Ok(Captured::Passed(why))),
                Ok(WarcContent::Text(Payload { bytes, charset, answer })) => {
                    let fetched = record.header("WARC-Date");
                    let (status, headers) = answer.map_or((None, Vec::new()), |(code, fields)| (Some(code), fields));
                    return Some(Ok(Captured::Page(Capture { url, fetched, charset, bytes, status, headers })));
                }
                Err(reason) => return Some(Err(ArchiveError::Unread { url, reason })),
            }
        }
        None
    }
}
