//! The last door of text on its way into a document of XML or HTML: characters that the format forbids, which no escaping
//! lets in, are taken out. One of them makes a whole feed unreadable.

/// A finished document of XML 1.0 without the characters that its `Char` production leaves out: controls but tab and line
/// ends, U+FFFE and U+FFFF.
///
/// ```
/// use sayso::wording::markup::xml;
///
/// assert_eq!(xml("<title>12\u{0} dead\u{fffe}</title>\n".to_owned()), "<title>12 dead</title>\n");
/// ```
#[must_use]
pub fn xml(document: String) -> String {
    without(
        document,
        |character| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'),
    )
}

/// A finished document of HTML, or a piece of one, without the characters that the standard calls a parse error wherever
/// they stand: controls but white space, and noncharacters (WHATWG HTML, 13.2.3.5).
#[must_use]
pub fn html(document: String) -> String {
    without(document, |character| {
        let is_blank = matches!(character, '\t' | '\n' | '\u{c}' | '\r');
        let is_noncharacter = matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe;
        (character.is_control() && !is_blank) || is_noncharacter
    })
}

/// Nearly every document has none of them, and is given back as it is.
fn without(mut document: String, is_forbidden: impl Fn(char) -> bool) -> String {
    if document.contains(&is_forbidden) {
        document.retain(|character| !is_forbidden(character));
    }
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_format_forbids_goes_and_all_else_stays() {
        let every: String = ('\0'..=char::MAX).collect();
        let of_xml = xml(every.clone());
        assert!(of_xml.chars().all(|character| {
            matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        }));
        let gone = every.chars().count() - of_xml.chars().count();
        assert_eq!(gone, 29 + 2);
        let of_html = html(every.clone());
        assert_eq!(every.chars().count() - of_html.chars().count(), 28 + 33 + 32 + 34);
        for kept in ["\t\n\r", "\u{202e}reversed\u{202c}", "🚢", "a\u{301}"] {
            assert_eq!((xml(kept.to_owned()), html(kept.to_owned())), (kept.to_owned(), kept.to_owned()));
        }
    }
}
