//! From bytes to text: which encoding a document is in, and what was amiss with it.
//!
//! In order: a byte-order mark; UTF-8 where the bytes are valid UTF-8, whatever is declared; the encoding that the
//! server declared; the one that the document declares in its first kilobytes; a guess by letter frequencies. What is declared
//! is not believed against the bytes.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex::bytes::Regex;

use crate::binary;
use crate::error::LONGEST_DOCUMENT;
use crate::{PageError, Warning};

/// How far into a document its declaration is looked for. The HTML standard says 1024 bytes; pages put scripts first.
const PRESCAN: usize = 8 << 10;

/// So many letters beyond ASCII in a row are rare in Western languages, and a word elsewhere.
const ROW: usize = 4;

static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i-u)<(?:meta|\?xml)\b[^>]{0,400}?\b(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})"#)
        .expect("the pattern is constant")
});

/// Decodes a document. `charset` is what its HTTP header declares, where there was one.
///
/// # Errors
///
/// Where the bytes are too many, or of no text: a picture, an archive.
pub fn decode(bytes: &[u8], charset: Option<&str>) -> Result<(String, Vec<Warning>), PageError> {
    if bytes.len() > LONGEST_DOCUMENT {
        return Err(PageError::TooLarge { bytes: bytes.len() });
    }
    if let Some(seems) = binary::recognise(bytes) {
        return Err(PageError::Binary { seems });
    }
    let (encoding, bytes) = choose(bytes, charset);
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    if text.trim().is_empty() {
        return Err(PageError::Empty);
    }
    let warnings = if lossy { vec![damage(encoding, bytes, &text)] } else { Vec::new() };
    Ok((text.into_owned(), warnings))
}

fn choose<'b>(bytes: &'b [u8], charset: Option<&str>) -> (&'static Encoding, &'b [u8]) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, &bytes[mark..]);
    }
    let declared = charset.and_then(named).or_else(|| declaration(bytes));
    (without_mark(bytes, declared), bytes)
}

fn without_mark(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if let Some(wide) = wide_without_mark(bytes) {
        return wide;
    }
    let escaped = declared == Some(ISO_2022_JP) && bytes.contains(&0x1b);
    match std::str::from_utf8(bytes) {
        Ok(_) if !escaped => UTF_8,
        // Cut off in the middle of a letter: everything before it was sound.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 && !bytes.is_ascii() => UTF_8,
        Ok(_) => ISO_2022_JP,
        Err(_) => declared.filter(|declared| !is_belied(declared, bytes)).unwrap_or_else(|| guess(bytes)),
    }
}

/// Whether the bytes speak against what is declared: UTF-8 where most letters are none of UTF-8, and a Western encoding where
/// most foreign letters stand in rows, as in no Western language.
fn is_belied(declared: &'static Encoding, bytes: &[u8]) -> bool {
    if declared == UTF_8 {
        let (sound, broken) = utf_8_letters(bytes);
        return broken > sound;
    }
    let western = [WINDOWS_1252, ISO_8859_15, MACINTOSH].contains(&declared);
    let rows: Vec<usize> = bytes.split(u8::is_ascii).map(<[u8]>::len).filter(|length| *length > 0).collect();
    let in_rows: usize = rows.iter().filter(|length| **length >= ROW).sum();
    western && in_rows * 2 > rows.iter().sum()
}

/// How many letters beyond ASCII are sound UTF-8, and how many bytes are not.
fn utf_8_letters(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(sound, broken), chunk| {
        let letters = chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        (sound + letters, broken + usize::from(!chunk.invalid().is_empty()))
    })
}

fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().as_bytes())
}

/// A declaration that could be read as ASCII rules UTF-16 out, whatever it says.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let label = DECLARATION.captures(head)?.get(1)?.as_bytes();
    let encoding = Encoding::for_label(label)?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// UTF-16 of a Western text without a mark: every other byte is zero.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let most = head.len() * 2 / 5;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > most => Some(UTF_16LE),
        (even, 0) if even > most => Some(UTF_16BE),
        _ => None,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

fn damage(encoding: &'static Encoding, bytes: &[u8], text: &str) -> Warning {
    let lost = text.matches('\u{FFFD}').count();
    let name = encoding.name();
    let cut = encoding == UTF_8 && std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    Warning::new(if cut {
        "The document ends in the middle of a letter: it was cut off. Fetch it again if its end matters.".to_owned()
    } else {
        format!("The document was read as {name}, but {lost} places in it are not {name}; they stand as '\u{FFFD}'.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None).unwrap().0
    }

    #[test]
    fn a_mark_is_dropped_and_believed() {
        assert_eq!(text(b"\xEF\xBB\xBFHe said"), "He said");
        assert_eq!(text(b"\xFF\xFEH\0i\0"), "Hi");
    }

    #[test]
    fn wide_text_needs_no_mark() {
        let wide: Vec<u8> = "The mayor denied it.".bytes().flat_map(|byte| [byte, 0]).collect();
        assert_eq!(text(&wide), "The mayor denied it.");
    }

    #[test]
    fn valid_utf_8_beats_a_wrong_declaration() {
        let page = "<meta charset=\"iso-8859-1\"><p>Café</p>";
        assert_eq!(text(page.as_bytes()), page);
        assert_eq!(decode("Café".as_bytes(), Some("windows-1252")).unwrap().0, "Café");
    }

    #[test]
    fn what_the_page_declares_is_believed() {
        let page = b"<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>\xC4\xE0</p>";
        assert!(text(page).ends_with("<p>Да</p>"));
    }

    #[test]
    fn what_the_bytes_belie_is_not_believed() {
        let western = b"<meta charset=utf-8><p>\x93No,\x94 said L\xE9na Ort\xE9g\xE0 in a caf\xE9 on the quay.</p>";
        assert!(text(western).contains("“No,” said Léna Ortégà"), "{}", text(western));
        let (cyrillic, _, _) =
            encoding_rs::WINDOWS_1251.encode("<meta charset=iso-8859-1><p>Мэр города отрицал это в среду.</p>");
        assert!(text(&cyrillic).contains("Мэр города"), "{}", text(&cyrillic));
        let damaged = "<meta charset=utf-8><p>Café, née, naïve ".bytes().chain(*b"\xE9</p>").collect::<Vec<_>>();
        assert!(text(&damaged).contains("Café, née, naïve"));
    }

    #[test]
    fn an_undeclared_encoding_is_guessed() {
        let found = text(
            "Die Straßenbahn fährt wieder über die Brücke, sagte der Bürgermeister."
                .chars()
                .map(|letter| u8::try_from(u32::from(letter)).expect("Latin letters alone"))
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert!(found.contains("Straßenbahn fährt"), "{found}");
    }

    #[test]
    fn a_text_that_was_cut_off_is_read_with_a_warning() {
        let cut = &"He said “no”".as_bytes()[.."He said “no”".len() - 1];
        let (text, warnings) = decode(cut, None).unwrap();
        assert!(text.starts_with("He said “no"));
        assert!(warnings[0].message.contains("cut off"));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(decode(b"", None), Err(PageError::Empty));
        assert_eq!(decode(b" \n\t", None), Err(PageError::Empty));
        assert!(matches!(decode(b"\x89PNG\r\n\x1a\n0000", None), Err(PageError::Binary { .. })));
        assert!(matches!(decode(&vec![b'a'; LONGEST_DOCUMENT + 1], None), Err(PageError::TooLarge { .. })));
    }
}
