//! A text as it is compared: without what differs between a page and its text, or between two renderings of one.

use std::ops::Range;

/// Folded characters, each with the code point of the text that it comes from.
pub(super) struct Folded {
    pub(super) signs: Vec<char>,
    origins: Vec<usize>,
    length: usize,
}

impl Folded {
    /// Folds a text: white space to one space, quotation marks and dashes to their plain forms; marks that show nothing
    /// are left out. Case and digits stay: they are what corrections are about.
    pub(super) fn new(text: &str) -> Self {
        let (mut signs, mut origins): (Vec<char>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut length = 0;
        for (place, sign) in text.chars().enumerate() {
            length = place + 1;
            let folded: &[char] = match sign {
                _ if is_invisible(sign) => &[],
                _ if sign.is_whitespace() => {
                    if signs.last() == Some(&' ') {
                        &[]
                    } else {
                        &[' ']
                    }
                }
                '‘' | '’' | '‚' | '‹' | '›' | 'ʼ' => &['\''],
                '“' | '”' | '„' | '«' | '»' => &['"'],
                '‐' | '‑' | '‒' | '–' | '—' | '−' => &['-'],
                '…' => &['.', '.', '.'],
                _ => &[sign],
            };
            signs.extend(folded);
            origins.extend(folded.iter().map(|_| place));
        }
        Self { signs, origins, length }
    }

    /// A short text, folded, without space at its ends.
    pub(super) fn trimmed(text: &str) -> Vec<char> {
        Self::new(text.trim()).signs
    }

    /// Every place that has some characters.
    pub(super) fn occurrences(&self, sought: &[char]) -> Vec<Range<usize>> {
        if sought.is_empty() {
            return Vec::new();
        }
        let starts = self.signs.windows(sought.len()).enumerate().filter(|(_, window)| *window == sought);
        starts.map(|(start, _)| start..start + sought.len()).collect()
    }

    /// A place in the text's own code points.
    pub(super) fn origin(&self, place: &Range<usize>) -> Range<usize> {
        let start = self.origins.get(place.start).copied().unwrap_or(self.length);
        let end = place.end.checked_sub(1).and_then(|last| self.origins.get(last)).map_or(start, |last| last + 1);
        start..end.max(start)
    }

    /// The place of some code points of the text.
    pub(super) fn folded(&self, place: &Range<usize>) -> Range<usize> {
        let at = |code_point: usize| self.origins.partition_point(|origin| *origin < code_point);
        at(place.start)..at(place.end)
    }
}

/// Soft hyphens, joiners, marks of direction, byte-order marks.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
