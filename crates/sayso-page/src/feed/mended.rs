//! Feeds that are not quite valid, made so that they can be parsed. A feed that is valid stays as it is, byte for byte.
//!
//! Feeds are written by templates: an ampersand that nobody escaped, an entity of HTML, a control character or a byte of
//! another encoding in one entry would cost all of them.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde_json::Value;

/// Entities that XML itself has.
// no words of a language: names of entities
const OF_XML: [&str; 5] = ["amp", "lt", "gt", "quot", "apos"];

/// No name of an entity is longer.
const LONGEST_ENTITY: usize = 32;

/// Two digits stand for a year from 1970 on.
const FIRST_YEAR: u32 = 70;

/// The feed, mended.
pub(super) fn mended(bytes: &[u8]) -> Cow<'_, [u8]> {
    if bytes.iter().take(4).any(|byte| *byte == 0) || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Cow::Borrowed(bytes);
    }
    if bytes.trim_ascii_start().starts_with(b"{") {
        return json(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned);
    }
    let whole = in_utf8(bytes);
    let Ok(text) = str::from_utf8(&whole) else { return whole };
    let marked = marked_up(text);
    let dated = DATES.replace_all(&marked, |found: &Captures<'_>| format!("{}{}", &found[1], date(&found[2])));
    if dated == text { whole } else { Cow::Owned(dated.into_owned().into_bytes()) }
}

/// A JSON Feed whose ids are numbers, with them as strings; one that breaks off, up to its last whole item.
fn json(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut feed: Value =
        serde_json::from_slice(bytes).or_else(|_| serde_json::from_slice(&closed_json(bytes))).ok()?;
    for item in feed.get_mut("items")?.as_array_mut()? {
        if let Some(id) = item.get_mut("id").filter(|id| id.is_number()) {
            *id = Value::String(id.to_string());
        }
    }
    serde_json::to_vec(&feed).ok()
}

/// JSON up to the last object of a list that is whole, closed.
fn closed_json(bytes: &[u8]) -> Vec<u8> {
    let (mut open, mut in_string, mut escaped, mut end) = (Vec::new(), false, false, None);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => open.push(*byte),
            b'}' | b']' => {
                open.pop();
                end = if open == b"{[" { Some(at + 1) } else { end };
            }
            _ => {}
        }
    }
    [&bytes[..end.unwrap_or(0)], b"]}"].concat()
}

/// The bytes that are no UTF-8 in a feed that says it is, each as Windows has it.
fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_ascii_lowercase();
    let says_utf8 = head.contains("utf-8") || !head.contains("encoding");
    if !says_utf8 || str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    Cow::Owned(text.into_bytes())
}

/// The markup with what XML forbids taken out, and every ampersand and angle bracket that is none escaped.
fn marked_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.extend(rest[..at].chars().filter(|letter| is_allowed(*letter)));
        rest = &rest[at..];
        let length = match verbatim(rest) {
            Some(length) => {
                out.extend(rest[..length].chars().filter(|letter| is_allowed(*letter)));
                length
            }
            None if rest.starts_with('&') => entity(rest, &mut out),
            None => bracket(rest, &mut out),
        };
        rest = &rest[length..];
    }
    out.extend(rest.chars().filter(|letter| is_allowed(*letter)));
    out
}

/// The length of what is no markup inside: a CDATA section or a comment.
fn verbatim(rest: &str) -> Option<usize> {
    let close = [("<![CDATA[", "]]>"), ("<!--", "-->")].into_iter().find(|(open, _)| rest.starts_with(open))?.1;
    Some(rest.find(close).map_or(rest.len(), |at| at + close.len()))
}

/// What XML 1.0 allows, of what stands in texts (section 2.2).
fn is_allowed(letter: char) -> bool {
    !letter.is_control() || matches!(letter, '\t' | '\n' | '\r' | '\u{85}') || ('\u{7f}'..='\u{9f}').contains(&letter)
}

/// Writes what begins with an ampersand, and gives its length: an entity of XML as it is, one of HTML as its number, one that
/// stands for what XML forbids not at all, and anything else as an ampersand.
fn entity(rest: &str, out: &mut String) -> usize {
    let length =
        rest.bytes().skip(1).take(LONGEST_ENTITY).position(|byte| byte != b'#' && !byte.is_ascii_alphanumeric());
    let end = length.map(|length| length + 1).filter(|end| rest.as_bytes()[*end] == b';');
    let (whole, name) = end.map_or(("", ""), |end| (&rest[..=end], &rest[1..end]));
    let decoded = html_escape::decode_html_entities(whole);
    if OF_XML.contains(&name) {
        out.push_str(whole);
    } else if let Some(number) = name.strip_prefix('#').and_then(number) {
        out.push_str(if char::from_u32(number).is_some_and(is_allowed) { whole } else { "" });
    } else if decoded != whole {
        decoded.chars().for_each(|letter| out.push_str(&format!("&#{};", u32::from(letter))));
    } else {
        out.push_str("&amp;");
        return 1;
    }
    whole.len()
}

fn number(digits: &str) -> Option<u32> {
    match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => digits.parse().ok(),
    }
}

/// Writes an angle bracket; one that opens no tag is escaped.
fn bracket(rest: &str, out: &mut String) -> usize {
    let opens = rest[1..].starts_with(|letter: char| letter.is_alphabetic() || matches!(letter, '/' | '!' | '?' | '_'));
    out.push_str(if opens { "<" } else { "&lt;" });
    1
}

/// What stands in elements for dates.
static DATES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(<(?:pubDate|dc:date|updated|published)[^<>]*>\s*(?:<!\[CDATA\[)?\s*)([^<\]]{6,60})")
        .expect("it is one")
});

/// 'Wed, 23 Jul 14': a year in two digits.
static SHORT_YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\d{1,2}[ -][A-Za-z]{3,9}[ -])(\d{2})( \d{1,2}:)").expect("it is one"));

/// A date with its year in full and its zone once.
fn date(written: &str) -> String {
    let full = SHORT_YEAR.replace(written, |found: &Captures<'_>| {
        let year: u32 = found[2].parse().unwrap_or_default();
        let century = if year < FIRST_YEAR { 20 } else { 19 };
        format!("{}{century}{:02}{}", &found[1], year, &found[3])
    });
    let mut words: Vec<&str> = full.split(' ').collect();
    words.dedup_by(|later, earlier| later == earlier && !later.is_empty());
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(feed: &str) -> String {
        String::from_utf8_lossy(&mended(feed.as_bytes())).into_owned()
    }

    #[test]
    fn what_is_valid_stays() {
        let feed = "<rss><title>D &amp; D &#233; &lt;b&gt;</title><d><![CDATA[a & b < c &nbsp;]]></d><!-- & --></rss>";
        assert_eq!(text(feed), feed);
        assert!(matches!(mended(feed.as_bytes()), Cow::Borrowed(_)));
    }

    #[test]
    fn ampersands_brackets_and_entities() {
        assert_eq!(
            text("<t>D&D &nbsp;caf&eacute; a < b &; &#8;x & y</t>"),
            "<t>D&amp;D &#160;caf&#233; a &lt; b &amp;; x &amp; y</t>"
        );
    }

    #[test]
    fn control_characters_and_wrong_bytes() {
        assert_eq!(text("<t>Quay \u{8}shut\u{1e}</t>"), "<t>Quay shut</t>");
        assert_eq!(String::from_utf8_lossy(&mended(b"<t>caf\xe9 \xe2\x82\xac</t>")), "<t>café €</t>");
    }

    #[test]
    fn dates_that_are_written_oddly() {
        let feed = "<pubDate>Wed, 23 Jul 14 23:18:39 +0200 +0200</pubDate>";
        assert_eq!(text(feed), "<pubDate>Wed, 23 Jul 2014 23:18:39 +0200</pubDate>");
    }

    #[test]
    fn json_with_numbers_as_ids_and_json_that_breaks_off() {
        assert_eq!(text(r#"{"items":[{"id":3}]}"#), r#"{"items":[{"id":"3"}]}"#);
        assert_eq!(text(r#"{"items":[{"id":"a","x":{"y":"}"}},{"id":"b","#), r#"{"items":[{"id":"a","x":{"y":"}"}}]}"#);
    }
}
