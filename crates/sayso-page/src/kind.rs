//! Recognises what a document is by its content: a page, a plain text, a feed, JSON Lines, or a document of another program.

use std::sync::LazyLock;

use regex::bytes::Regex;
use serde::de::IgnoredAny;

use crate::docx;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// An HTML page.
    Html,
    /// Plain text.
    Text,
    /// An RSS, Atom or JSON feed.
    Feed,
    /// One JSON object a line.
    JsonLines,
    /// A PDF.
    Pdf,
    /// A Word document (.docx).
    Word,
    /// A page that a browser saved with all that belongs to it, in one file (.mhtml).
    SavedPage,
}

/// How much of a document is looked at.
const HEAD: usize = 16 << 10;

static FEED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?s-u)^\s*(?:<\?xml[^>]*>|<!--.*?-->|<\?xml-stylesheet[^>]*>|<!DOCTYPE[^>]*>|\s)*<(?:rss|feed|rdf:RDF|channel)\b"#,
    )
});

static JSON_FEED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?s-u)^\s*\{.*"version"\s*:\s*"https?://jsonfeed\.org/"#));

/// A page begins as one; or it has closing tags of blocks, which nobody writes in a plain text.
static HTML: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?is-u)^\s*(?:<!--.*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|html|head|body|title|meta|script|link|style|main|article|section|header|nav|div|p|h[1-6]|ul|table|span|img)\b|<(?:html|body|article)\b[^<]*>|</(?:p|div|h1|article|body|li|td)\s*>",
    )
});

/// What a PDF begins with.
const PDF: &[u8] = b"%PDF-";

/// A message whose head, up to its first empty line, says that it is of several parts that belong together (RFC 2557).
static SAVED_PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i-u)^(?:[a-z][a-z0-9-]*:[^\n]*\n|[ \t]+\S[^\n]*\n)*?content-type:[ \t\r\n]*multipart/related")
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is constant")
}

/// What the bytes of a document hold.
pub fn kind_of(bytes: &[u8]) -> DocumentKind {
    let head = skip_mark(&bytes[..bytes.len().min(HEAD)]);
    if head.trim_ascii_start().starts_with(PDF) {
        DocumentKind::Pdf
    } else if docx::is_word(bytes) {
        DocumentKind::Word
    } else if SAVED_PAGE.is_match(head) {
        DocumentKind::SavedPage
    } else if FEED.is_match(head) || JSON_FEED.is_match(head) {
        DocumentKind::Feed
    } else if is_json_lines(bytes) {
        DocumentKind::JsonLines
    } else if HTML.is_match(&narrow(head)) {
        DocumentKind::Html
    } else {
        DocumentKind::Text
    }
}

fn skip_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Without the zeros, so that a page in UTF-16 shows its tags.
fn narrow(head: &[u8]) -> Vec<u8> {
    head.iter().copied().filter(|byte| *byte != 0).collect()
}

fn is_json_lines(bytes: &[u8]) -> bool {
    let line = skip_mark(bytes).split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let line = line.unwrap_or_default().trim_ascii();
    line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_told_apart_by_content() {
        assert_eq!(kind_of(b"<!DOCTYPE html><html>"), DocumentKind::Html);
        assert_eq!(kind_of(b"<p>He said no.</p>"), DocumentKind::Html);
        assert_eq!(kind_of("<div>".repeat(10_000).as_bytes()), DocumentKind::Html);
        assert_eq!(
            kind_of(b"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"),
            DocumentKind::Html
        );
        assert_eq!(kind_of(b"<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"), DocumentKind::Feed);
        assert_eq!(kind_of(b"{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}"), DocumentKind::Feed);
        assert_eq!(kind_of(b"{\"id\": 1, \"text\": \"He said <b>no</b>.</p>\"}\n{}"), DocumentKind::JsonLines);
        assert_eq!(kind_of("“3 < 4,” she said.\n\nHe agreed.".as_bytes()), DocumentKind::Text);
        assert_eq!(kind_of(b""), DocumentKind::Text);
        assert_eq!(kind_of(b"%PDF-1.7\n"), DocumentKind::Pdf);
        assert_eq!(kind_of(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n"), DocumentKind::SavedPage);
        assert_eq!(kind_of(b"She said:\n\nContent-Type: multipart/related\n"), DocumentKind::Text);
    }
}
