//! A page that a browser saved with all that belongs to it, in one file (MHTML, RFC 2557): its main part is the page.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders};

use crate::article::{Article, Known};
use crate::{LONGEST_DOCUMENT, PageError, from_html_bytes};

/// What such a file is called in errors.
const WHAT: &str = "the saved page";

/// Where browsers write the address of the page that was saved.
const ADDRESS: &str = "Snapshot-Content-Location";

/// Reads the page in a file that a browser saved (.mhtml, .mht).
///
/// # Errors
///
/// Where it is too large, or has no page in it.
pub fn from_saved_page(bytes: &[u8], known: &Known) -> Result<Article, PageError> {
    if bytes.len() > LONGEST_DOCUMENT {
        return Err(PageError::TooLarge { bytes: bytes.len() });
    }
    let damaged = |reason: &str| PageError::Damaged { what: WHAT, reason: reason.to_owned() };
    let message = MessageParser::default().parse(bytes).ok_or_else(|| damaged("its parts cannot be told apart"))?;
    let part = page(&message).ok_or_else(|| damaged("it has no page in it"))?;
    let page = decoded(part, bytes).ok_or_else(|| damaged("its page breaks off"))?;
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    let address = address(&message).or_else(|| location(part).map(str::to_owned));
    let url = known.url.clone().or(address).filter(|url| url.starts_with("http"));
    from_html_bytes(&page, charset, &Known { url, ..known.clone() })
}

fn address(message: &Message<'_>) -> Option<String> {
    message.header_raw(ADDRESS).map(|address| address.split_whitespace().collect())
}

fn location<'m>(part: &'m MessagePart<'_>) -> Option<&'m str> {
    part.content_location()
}

/// The part that the head names; else the one that was at the address of the whole; else the first page.
fn page<'m>(message: &'m Message<'m>) -> Option<&'m MessagePart<'m>> {
    let pages = || message.parts.iter().filter(|part| is_page(part));
    let start = message.content_type().and_then(|kind| kind.attribute("start")).map(|id| id.trim_matches(['<', '>']));
    let address = address(message);
    let named = start.and_then(|start| pages().find(|part| part.content_id() == Some(start)));
    let there = || address.as_deref().and_then(|address| pages().find(|part| location(part) == Some(address)));
    named.or_else(there).or_else(|| pages().next())
}

fn is_page(part: &MessagePart<'_>) -> bool {
    let is = |kind: &str, subkind: &str| part.is_content_type(kind, subkind);
    is("text", "html") || is("application", "xhtml+xml")
}

/// A part's own bytes: in which encoding they are, the page says better than its head.
fn decoded(part: &MessagePart<'_>, bytes: &[u8]) -> Option<Vec<u8>> {
    let sent = bytes.get(part.raw_body_offset() as usize..part.raw_end_offset() as usize)?;
    match part.encoding {
        Encoding::None => Some(sent.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(sent),
        Encoding::Base64 => base64_decode(sent),
    }
}
