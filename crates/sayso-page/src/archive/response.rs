//! What a server sent, out of a record of its answer (RFC 9112): without chunks, unpacked.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::PassedOver;
use super::record::Record;
use crate::binary;
use crate::error::LONGEST_DOCUMENT;
use crate::kind::{DocumentKind, kind_of};

/// Header fields of an answer that are parsed at most.
const MOST_FIELDS: usize = 128;

/// The status of an answer that has the page.
const OK: u16 = 200;

/// A page or a plain text, and the encoding that its server declared.
pub struct Payload {
    pub bytes: Vec<u8>,
    pub charset: Option<String>,
    /// The status and the fields of the answer, where it is one.
    pub answer: Option<(u16, Vec<(String, String)>)>,
}

/// What a record holds.
pub enum WarcContent {
    /// A request, or what describes other records.
    Description,
    /// What is passed over.
    Passed(PassedOver),
    /// A page or a plain text.
    Text(Payload),
}

/// What a record holds for a reader of news.
pub fn found(record: &Record) -> Result<WarcContent, String> {
    let kind = record.header("WARC-Type").unwrap_or_default();
    let (declared, bytes, answer) = match kind.as_str() {
        "resource" | "conversion" => (record.header("Content-Type"), Ok(record.block.clone()), None),
        "response" => match answer(&record.block)? {
            Some(answer) => {
                (answer.field("Content-Type").map(str::to_owned), answer.body(), Some((OK, answer.fields())))
            }
            None => return Ok(WarcContent::Passed(PassedOver::NotSent)),
        },
        "revisit" => return Ok(WarcContent::Passed(PassedOver::Unchanged)),
        _ => return Ok(WarcContent::Description),
    };
    let declared = declared.unwrap_or_default();
    let kind = essence(&declared);
    if !is_read(&kind) && !is_unknown(&kind) {
        return Ok(WarcContent::Passed(PassedOver::OtherKind));
    }
    if record.cut {
        return Err(format!("longer than {} MiB; it was passed over", LONGEST_DOCUMENT >> 20));
    }
    let bytes = bytes?;
    if !is_read(&kind) && !looks_like_document(&bytes) {
        return Ok(WarcContent::Passed(PassedOver::OtherKind));
    }
    Ok(WarcContent::Text(Payload { bytes, charset: charset(&declared), answer }))
}

/// How what is packed by gzip begins (RFC 1952, section 2.3.1).
const GZIP: [u8; 3] = [0x1f, 0x8b, 8];

/// An answer's fields, and what comes after them.
struct HttpAnswer<'r> {
    fields: Vec<(&'r str, &'r [u8])>,
    rest: &'r [u8],
}

/// A whole answer that succeeded; nothing where a server moved the page or failed.
fn answer(block: &[u8]) -> Result<Option<HttpAnswer<'_>>, String> {
    let mut fields = [httparse::EMPTY_HEADER; MOST_FIELDS];
    let mut response = httparse::Response::new(&mut fields);
    let end = match response.parse(block) {
        Ok(httparse::Status::Complete(end)) => end,
        Ok(httparse::Status::Partial) => return Err("the server's answer breaks off in its header".to_owned()),
        Err(error) => return Err(format!("the server's answer is not of HTTP/1: {error}")),
    };
    let fields = response.headers.iter().map(|field| (field.name, field.value)).collect();
    Ok((response.code == Some(OK)).then_some(HttpAnswer { fields, rest: &block[end..] }))
}

impl HttpAnswer<'_> {
    fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| field.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| str::from_utf8(value).ok()).map(str::trim)
    }

    /// All fields, as text.
    fn fields(&self) -> Vec<(String, String)> {
        let text = |value: &[u8]| String::from_utf8_lossy(value).trim().to_owned();
        self.fields.iter().map(|(name, value)| ((*name).to_owned(), text(value))).collect()
    }

    /// The page as it was before it was sent. Archives keep what a server said of its packing, and have unpacked the page all
    /// the same, or the other way round: the bytes tell more than the field.
    fn body(&self) -> Result<Vec<u8>, String> {
        let chunked = self.field("Transfer-Encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"));
        let sent = if chunked { joined(self.rest)? } else { self.rest.to_vec() };
        match self.field("Content-Encoding").map(str::to_ascii_lowercase).as_deref() {
            _ if sent.starts_with(&GZIP) => unpacked(MultiGzDecoder::new(&*sent)),
            None | Some("" | "identity") => Ok(sent),
            Some(_) if looks_like_document(&sent) => Ok(sent),
            Some("gzip" | "x-gzip") => unpacked(MultiGzDecoder::new(&*sent)),
            Some("deflate") => unpacked(ZlibDecoder::new(&*sent)).or_else(|_| unpacked(DeflateDecoder::new(&*sent))),
            Some(other) => {
                Err(format!("it is packed as '{other}', which is not read; unpack the archive's pages first"))
            }
        }
    }
}

fn unpacked(stream: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = LONGEST_DOCUMENT as u64;
    stream.take(most + 1).read_to_end(&mut bytes).map_err(|error| format!("it cannot be unpacked: {error}"))?;
    if bytes.len() as u64 > most {
        return Err(format!("longer than {} MiB unpacked; it was passed over", LONGEST_DOCUMENT >> 20));
    }
    Ok(bytes)
}

/// The chunks of a body put together. Some archives keep the field and have the body already whole: such a body stays.
fn joined(body: &[u8]) -> Result<Vec<u8>, String> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let Ok(httparse::Status::Complete((start, size))) = httparse::parse_chunk_size(rest) else {
            return if whole.is_empty() { Ok(body.to_vec()) } else { Err("its chunks break off".to_owned()) };
        };
        if size == 0 {
            return Ok(whole);
        }
        let end = usize::try_from(size).ok().and_then(|size| start.checked_add(size));
        let chunk = end.and_then(|end| rest.get(start..end)).ok_or("its chunks break off")?;
        whole.extend_from_slice(chunk);
        rest = rest[start + chunk.len()..].strip_prefix(b"\r\n").ok_or("its chunks break off")?;
    }
}

/// The type alone, without its parameters.
fn essence(declared: &str) -> String {
    declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

// no words of a language: media types
const READ: [&str; 5] = [
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

fn is_read(kind: &str) -> bool {
    READ.contains(&kind)
}

/// What says nothing of the type: then the content is looked at, as browsers do (MIME Sniffing, sections 5 and 7).
fn is_unknown(kind: &str) -> bool {
    matches!(kind, "*/*" | "unknown/unknown" | "application/unknown") || !kind.contains('/')
}

fn looks_like_document(bytes: &[u8]) -> bool {
    match kind_of(bytes) {
        DocumentKind::Pdf | DocumentKind::Word => true,
        DocumentKind::Html | DocumentKind::Text => !bytes.trim_ascii().is_empty() && binary::recognise(bytes).is_none(),
        _ => false,
    }
}

fn charset(declared: &str) -> Option<String> {
    let parameters = declared.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut found = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    found.next().map(|(_, value)| value.trim().trim_matches('"').to_owned())
}
