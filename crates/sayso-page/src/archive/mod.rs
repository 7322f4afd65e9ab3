//! Pages in a web archive (WARC, ISO 28500), one after another as they were captured.

mod record;
mod response;

use std::fmt;
use std::io::{self, BufRead};

use record::RecordReader;
use response::Payload;

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
            Self::Unread { url, reason } => write!(f, "{}: {reason}", url.as_deref().unwrap_or("a capture")),
        }
    }
}

impl std::error::Error for ArchiveError {}

/// The pages and plain texts that an archive has, in its order; images, requests, failed and moved pages are passed over.
///
/// ```
/// use sayso_page::Captures;
///
/// let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>She agreed.</p>";
/// let archive = format!(
///     "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n\
///      Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
///     http.len()
/// );
/// let captures: Vec<_> = Captures::new(archive.as_bytes()).collect::<Result<_, _>>()?;
/// assert_eq!(captures[0].url.as_deref(), Some("https://a.example/"));
/// assert_eq!(captures[0].bytes, b"<p>She agreed.</p>");
/// # Ok::<(), sayso_page::ArchiveError>(())
/// ```
#[derive(Debug)]
pub struct Captures<R> {
    records: RecordReader<R>,
    ended: bool,
}

impl<R: BufRead> Captures<R> {
    /// The captures of an archive that is already unpacked.
    pub fn new(stream: R) -> Self {
        Self { records: RecordReader::new(stream), ended: false }
    }

    fn broken(&mut self, error: &io::Error) -> ArchiveError {
        self.ended = true;
        ArchiveError::Broken { records: self.records.read(), reason: error.to_string() }
    }
}

impl<R: BufRead> Iterator for Captures<R> {
    type Item = Result<Capture, ArchiveError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let record = match self.records.next_record() {
                Ok(record) => record?,
                Err(error) => return Some(Err(self.broken(&error))),
            };
            let url = record.header("WARC-Target-URI").map(|url| url.trim_matches(['<', '>']).to_owned());
            match response::payload(&record) {
                Ok(None) => {}
                Ok(Some(Payload { bytes, charset })) => {
                    let fetched = record.header("WARC-Date");
                    return Some(Ok(Capture { url, fetched, charset, bytes }));
                }
                Err(reason) => return Some(Err(ArchiveError::Unread { url, reason })),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn record(kind: &str, uri: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-02-03T08:00:00Z\r\n\
             Content-Length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body, b"\r\n\r\n"].concat()
    }

    fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
        [format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n").as_bytes(), body].concat()
    }

    #[test]
    fn pages_come_out_as_their_servers_meant_them() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"<p>Packed.</p>").unwrap();
        let packed = packed.finish().unwrap();
        let archive = [
            record("warcinfo", "", b"software: none\r\n"),
            record("request", "https://a.example/1", b"GET / HTTP/1.1\r\n\r\n"),
            record(
                "response",
                "https://a.example/1",
                &answer("Content-Type: text/html; charset=\"windows-1251\"", b"<p>One."),
            ),
            record("response", "https://a.example/2", &answer("content-type: image/png", b"\x89PNG")),
            record("response", "https://a.example/3", b"HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
            record(
                "response",
                "<https://a.example/4>",
                &answer("Content-Type: text/html\r\nContent-Encoding: gzip", &packed),
            ),
            record(
                "response",
                "https://a.example/5",
                &answer(
                    "Content-Type: text/plain\r\nTransfer-Encoding: chunked",
                    b"4\r\nShe \r\n7;x=y\r\nagreed.\r\n0\r\n\r\n",
                ),
            ),
        ]
        .concat();
        let captures: Vec<Capture> = Captures::new(&*archive).collect::<Result<_, _>>().unwrap();
        let told: Vec<(&str, &[u8])> =
            captures.iter().map(|capture| (capture.url.as_deref().unwrap(), &*capture.bytes)).collect();
        assert_eq!(
            told,
            [
                ("https://a.example/1", &b"<p>One."[..]),
                ("https://a.example/4", b"<p>Packed.</p>"),
                ("https://a.example/5", b"She agreed.")
            ]
        );
        assert_eq!(captures[0].charset.as_deref(), Some("windows-1251"));
        assert_eq!(captures[0].fetched.as_deref(), Some("2026-02-03T08:00:00Z"));
    }

    #[test]
    fn a_capture_that_cannot_be_read_costs_only_itself_and_a_cut_archive_its_rest() {
        let page = |uri| record("response", uri, &answer("Content-Type: text/html", b"<p>Whole.</p>"));
        let strange =
            record("response", "https://a.example/s", &answer("Content-Type: text/html\r\nContent-Encoding: br", b"?"));
        let archive =
            [page("https://a.example/1"), strange, page("https://a.example/2"), page("https://a.example/3")].concat();
        let found: Vec<_> = Captures::new(&archive[..archive.len() - 9]).collect();
        assert!(found[0].is_ok() && found[2].is_ok());
        assert!(matches!(&found[1], Err(ArchiveError::Unread { url: Some(url), .. }) if url.ends_with("/s")));
        assert!(matches!(found[3], Err(ArchiveError::Broken { records: 3, .. })));
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn lengths_that_lie_ask_for_no_memory() {
        let lie =
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
        let found: Vec<_> = Captures::new(&lie[..]).collect();
        assert!(matches!(found[..], [Err(ArchiveError::Broken { records: 0, .. })]));
    }
}
