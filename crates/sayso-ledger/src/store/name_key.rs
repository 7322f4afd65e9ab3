//! Names as they are compared: without case, accents or spacing.

use unicode_normalization::UnicodeNormalization;

/// Letters that stand for a letter with a stroke, or for two, and that have no decomposition in Unicode.
const LETTERS: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('œ', "oe"),
    ('ŧ', "t"),
];

/// A name folded: 'Lech  WAŁĘSA' and 'lech walesa' are one. Only accents of the Latin, Greek and Cyrillic kind go;
/// the vowel signs of other scripts are letters.
#[must_use]
pub fn name_key(name: &str) -> String {
    let plain: String = name.nfkd().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}')).collect();
    let mut folded = String::with_capacity(plain.len());
    for word in plain.to_lowercase().split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        word.chars().for_each(|letter| push(&mut folded, letter));
    }
    folded
}

fn push(folded: &mut String, letter: char) {
    match LETTERS.binary_search_by_key(&letter, |(from, _)| *from) {
        Ok(place) => folded.push_str(LETTERS[place].1),
        Err(_) => folded.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_spacing_do_not_part_names() {
        assert_eq!(name_key("Lech \u{a0}WAŁĘSA"), "lech walesa");
        assert_eq!(name_key("Lech Wałęsa "), name_key("lech walesa"));
        assert_eq!(name_key("Jos\u{65}\u{301}"), name_key("JOSÉ"));
        assert_ne!(name_key("कि"), name_key("क"));
        assert!(LETTERS.is_sorted());
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(name in "\\PC*") {
            prop_assert_eq!(name_key(&name_key(&name)), name_key(&name));
        }
    }
}
