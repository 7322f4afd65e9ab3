//! Words that a line end parts behind a hyphen, as in text that was copied from a page in columns.

use std::borrow::Cow;

/// The lines of a text; one that ends within a word goes on.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let is_end = |at: &usize| !is_inside(text, *at);
        let end = text.match_indices(['\n', '\r']).map(|(at, _)| at).find(is_end);
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

/// Whether the line end at a byte parts a word.
fn is_inside(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|letter: char| letter.is_whitespace());
    let hyphen = before.char_indices().next_back();
    hyphen.is_some_and(|(start, _)| between(text, start).is_some_and(|length| at < start + length))
}

/// The length of a hyphen with the line end behind it, where a small letter goes on with the word before it.
pub(crate) fn between(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let behind = rest.strip_prefix(['-', '‐', '\u{AD}'])?;
    let next = behind.trim_start_matches(|letter: char| letter.is_whitespace());
    let gap = &behind[..behind.len() - next.len()];
    let breaks = gap.bytes().filter(|byte| *byte == b'\n').count();
    let is_word = text[..at].ends_with(char::is_alphabetic) && next.starts_with(char::is_lowercase);
    (is_word && (breaks == 1 || breaks == 0 && gap.contains('\r'))).then(|| rest.len() - next.len())
}

/// A word without the hyphens and line ends in it.
pub(crate) fn whole(word: &str) -> Cow<'_, str> {
    if !word.contains(['\n', '\r']) {
        return Cow::Borrowed(word);
    }
    let mut whole = String::new();
    let mut rest = 0;
    for (at, _) in word.match_indices(['-', '‐', '\u{AD}']) {
        if let Some(length) = between(word, at).filter(|_| at >= rest) {
            whole.push_str(&word[rest..at]);
            rest = at + length;
        }
    }
    whole.push_str(&word[rest..]);
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_word_goes_on_over_a_line_end() {
        let of = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(of("the inspec-\ntion was\nlong"), ["the inspec-\ntion was", "long"]);
        assert_eq!(of("he left -\nand came\r\nback-\n\nagain"), ["he left -", "and came", "", "back-", "", "again"]);
        assert_eq!(of("in 2020-\nthe end, Anne-\nMarie"), ["in 2020-", "the end, Anne-", "Marie"]);
        assert_eq!(whole("inspec-\r\n tion"), "inspection");
    }
}
