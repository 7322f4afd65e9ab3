//! The base forms that an English word can have: 'denied' is 'deny', 'told' is 'tell'.

use sayso_lang::Grouped;
use serde::Deserialize;

/// The base forms that no rule gives.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormWords {
    /// Irregular forms of verbs that attribute, by their base form.
    irregular: Grouped<String>,
}

/// Longest word in bytes that is taken apart; no English verb comes near.
const LONGEST: usize = 32;

/// A word in lower case, itself first, and what it may be a form of; American '-ize' also as '-ise', so that one
/// spelling in a list serves both.
pub fn forms(word: &str, known: &FormWords) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    if word.len() > LONGEST {
        return all;
    }
    all.extend(known.irregular.get(word).cloned());
    // no words of a language: endings, which an English rule takes off
    for (ending, replacements) in [
        ("ies", &["y"][..]),
        ("ied", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ed", &["", "e"]),
        ("ying", &["ie", "y"]),
        ("ing", &["", "e"]),
    ] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else { continue };
        all.extend(replacements.iter().map(|replacement| format!("{stem}{replacement}")));
        all.extend(undoubled(stem).filter(|_| ending != "s").map(str::to_owned));
    }
    let british = |form: &String| form.strip_suffix("ize").map(|stem| format!("{stem}ise"));
    let spelt: Vec<String> = all.iter().filter_map(british).collect();
    all.extend(spelt);
    all
}

/// A stem without the second of two equal consonants at its end: 'admitt', 'bann'.
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let last = *bytes.last()?;
    let doubled = bytes.len() > 2 && bytes[bytes.len() - 2] == last && last.is_ascii_lowercase();
    (doubled && !b"aeiou".contains(&last)).then(|| &stem[..stem.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_irregular_and_american() {
        let known = &crate::vocabulary::english_reading().stance.forms;
        for (word, base) in [
            ("denied", "deny"),
            ("denying", "deny"),
            ("admitted", "admit"),
            ("urging", "urge"),
            ("criticized", "criticise"),
            ("said", "say"),
            ("claims", "claim"),
            ("pressed", "press"),
        ] {
            assert!(forms(word, known).iter().any(|form| form == base), "{word}");
        }
    }
}
