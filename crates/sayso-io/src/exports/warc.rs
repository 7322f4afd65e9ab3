//! What was fetched as a web archive (WARC 1.1, ISO 28500), an answer a record.

use std::io::{self, Write};

use jiff::Timestamp;
use sayso::ledger::store::{Capture, Fetched};

use super::format::{ExportError, ExportFormat, ExportSource};

pub const FORMAT: ExportFormat =
    ExportFormat { name: "warc", help: "What was fetched, as a web archive", is_binary: false, write: write_captures };

/// Fields that were true of the bytes as they were sent, and are not of them unpacked and whole.
const OF_THE_SENDING: [&str; 3] = ["content-encoding", "transfer-encoding", "content-length"];

/// What was fetched, one after another: the whole need not fit into memory.
fn write_captures(source: &ExportSource<'_>, out: &mut dyn Write) -> Result<(), ExportError> {
    let reader = source.reader;
    write_head(out)?;
    for number in reader.captures()? {
        let Some(capture) = reader.capture(number)? else { continue };
        let bytes = capture.bytes().ok_or(ExportError::Damaged)?;
        write_capture(out, &capture, &bytes)?;
    }
    Ok(())
}

/// Writes what tells of the archive itself.
fn write_head(out: &mut dyn Write) -> io::Result<()> {
    let block = concat!("software: sayso/", env!("CARGO_PKG_VERSION"), "\r\nformat: WARC File Format 1.1\r\n");
    // Of what it says alone, so that the same ledger gives the same bytes.
    let fields = [
        ("WARC-Type", "warcinfo".to_owned()),
        ("WARC-Record-ID", "<urn:uuid:00000000-0000-4000-8000-000000000000>".to_owned()),
        ("WARC-Date", date(None)),
        ("Content-Type", "application/warc-fields".to_owned()),
    ];
    write_record(out, &fields, &[block.as_bytes()])
}

/// Writes one capture; `bytes` are its own.
fn write_capture(out: &mut dyn Write, capture: &Capture, bytes: &[u8]) -> io::Result<()> {
    let Fetched { url, at, status, headers, .. } = &capture.fetched;
    let hash: String = capture.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let fields = [
        ("WARC-Type", "response".to_owned()),
        ("WARC-Record-ID", format!("<urn:uuid:{}>", uuid(&hash))),
        ("WARC-Target-URI", one_line(url.as_deref().unwrap_or("urn:unknown"))),
        ("WARC-Date", date(at.as_deref())),
        ("WARC-Payload-Digest", format!("sha256:{hash}")),
        ("Content-Type", "application/http;msgtype=response".to_owned()),
    ];
    let mut head = format!("HTTP/1.1 {} -\r\n", status.unwrap_or(200));
    let kept = headers.iter().filter(|(name, _)| !OF_THE_SENDING.iter().any(|other| name.eq_ignore_ascii_case(other)));
    for (name, value) in kept {
        head.push_str(&format!("{}: {}\r\n", one_line(name), one_line(value)));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", bytes.len()));
    write_record(out, &fields, &[head.as_bytes(), bytes])
}

fn write_record(out: &mut dyn Write, fields: &[(&str, String)], block: &[&[u8]]) -> io::Result<()> {
    out.write_all(b"WARC/1.1\r\n")?;
    for (name, value) in fields {
        write!(out, "{name}: {value}\r\n")?;
    }
    write!(out, "Content-Length: {}\r\n\r\n", block.iter().map(|part| part.len()).sum::<usize>())?;
    block.iter().try_for_each(|part| out.write_all(part))?;
    out.write_all(b"\r\n\r\n")
}

/// A time as archives have it; the beginning of the calendar where it is not known.
fn date(at: Option<&str>) -> String {
    let at = at.and_then(|at| at.parse::<Timestamp>().ok()).unwrap_or(Timestamp::UNIX_EPOCH);
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A name that the same bytes have wherever they are exported: made of their hash, marked as one of the custom kind
/// (RFC 9562, 5.8).
fn uuid(hash: &str) -> String {
    format!("{}-{}-8{}-8{}-{}", &hash[..8], &hash[8..12], &hash[13..16], &hash[17..20], &hash[20..32])
}

/// What a server sent may break no line.
fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}
