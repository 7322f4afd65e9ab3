//! Whether a passage names somebody.

use crate::terms::words;

/// Letters of an acronym at least.
const LEAST: usize = 2;

/// Whether a passage has a speaker's name: its last word with a capital, or the acronym of its words; of a description all of
/// it. What stands in brackets behind a name is an office.
pub(crate) fn names(passage: &str, speaker: &str) -> bool {
    let speaker = speaker.split_once(" (").map_or(speaker, |(name, _)| name);
    let capitals: Vec<&str> = words(speaker).filter(|word| word.starts_with(char::is_uppercase)).collect();
    let Some(last) = capitals.last() else { return passage.to_lowercase().contains(&speaker.to_lowercase()) };
    let acronym: String = capitals.iter().filter_map(|word| word.chars().next()).collect();
    words(passage).any(|word| {
        let plain = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        plain == *last || acronym.chars().count() >= LEAST && plain.replace('.', "") == acronym
    })
}

/// Whether a speaker is named and not described.
pub(crate) fn is_named(speaker: &str) -> bool {
    speaker.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_last_word_or_its_acronym() {
        assert!(names("Orlin’s bureau was told", "Sigrid Orlin"));
        assert!(names("Orlin said", "Sigrid Orlin (head of the FTA)"));
        assert!(names("the F.T.A. said", "Fair Trade Authority"));
        assert!(!names("the minister said", "Sigrid Orlin"));
        assert!(names("Two officials said so", "two officials"));
    }
}
