//! Whether a source is named, by a rule on the surface of its words.
//!
//! A source is *unnamed* where the first of `NOUNS` in it is its head: no word of `ENDS` stands before it (in 'Hana
//! Orlin, who spoke to officials' the head is the name), no capital follows it ('official Hana Orlin' has a name), and
//! the article before it, if any, is indefinite. 'the official' harks back to someone, so it counts for `official` and
//! `source` alone, which news uses of people whom it does not name.

/// How a source is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// No words of the article say who speaks.
    Absent,
    /// 'two officials briefed on the matter', 'a person familiar with the talks'.
    Unnamed,
    /// Anything else: a name, a pronoun, an organisation.
    Given,
}

/// People whom news names by what they are when it does not name them.
const NOUNS: &[&str] = &[
    "adviser",
    "advisers",
    "aide",
    "aides",
    "analysts",
    "critics",
    "diplomat",
    "diplomats",
    "employee",
    "employees",
    "executives",
    "experts",
    "insider",
    "insiders",
    "observers",
    "official",
    "officials",
    "people",
    "person",
    "residents",
    "source",
    "sources",
    "witness",
    "witnesses",
];

/// The head of a source stands before the first of these.
const ENDS: &[&str] = &[
    "at", "briefed", "by", "close", "familiar", "for", "from", "in", "of", "on", "that", "to", "which", "who", "with",
];

/// What makes the noun stand for someone in particular.
const DEFINITE: &[&str] = &["her", "his", "its", "my", "our", "that", "the", "their", "these", "this", "those"];

/// How the words of a source give it.
pub fn source_kind(source: &str) -> SourceKind {
    let words: Vec<&str> = source.split_whitespace().collect();
    if words.is_empty() {
        SourceKind::Absent
    } else if is_unnamed(&words) {
        SourceKind::Unnamed
    } else {
        SourceKind::Given
    }
}

fn is_unnamed(words: &[&str]) -> bool {
    let reach = words.iter().position(|word| ends_head(word)).map_or(words.len(), |end| end + 1);
    let Some(head) = words[..reach].iter().position(|word| NOUNS.contains(&plain(word).as_str())) else {
        return false;
    };
    let name_follows = !words[head].ends_with(',') && words.get(head + 1).is_some_and(|word| is_capitalised(word));
    !name_follows && (!DEFINITE.contains(&plain(words[0]).as_str()) || is_official_or_source(words[head]))
}

/// Whether the head is over with this word: a comma closes it, a preposition or a relative opens something else.
fn ends_head(word: &str) -> bool {
    word.ends_with(',') || ENDS.contains(&plain(word).as_str())
}

fn is_official_or_source(word: &str) -> bool {
    let word = plain(word);
    word.starts_with("official") || word.starts_with("source")
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn plain(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_whom_news_does_not_name() {
        for source in [
            "officials",
            "two officials briefed on the matter",
            "a person familiar with the talks",
            "Sources",
            "three people",
            "A senior Caldrian official",
            "two Selvan officials, who asked not to be named",
            "the officials",
            "White House officials",
            "a Whitecourt insider",
            "sources in the Ministry of Defence",
        ] {
            assert_eq!(source_kind(source), SourceKind::Unnamed, "{source}");
        }
    }

    #[test]
    fn those_whom_it_does() {
        for source in [
            "Hana Orlin",
            "Hana Orlin, who spoke to officials",
            "official Hana Orlin",
            "she",
            "the National Security Bureau",
            "the American people",
            "Open Source Initiative",
            "the head of a group of experts",
            "Corrand's intelligence service",
        ] {
            assert_eq!(source_kind(source), SourceKind::Given, "{source}");
        }
        assert_eq!(source_kind(" "), SourceKind::Absent);
    }
}
