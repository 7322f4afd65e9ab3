//! What can be told of a word from its form: plurals, ordinals, past tenses, singulars.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use super::line::{Kind, Line};

/// What can be told of a word, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NounWords {
    /// Plurals without an s, and those whose singular is not what is left without it.
    plurals: Table<Box<str>>,
    /// Past tenses and participles that lack an -ed.
    past: Words,
    /// Ordinals and the like that follow 'thirty-' in numbers that count nothing.
    ordinals: Words,
    /// Words that end a noun phrase, or that none begins with: prepositions, conjunctions, pronouns, auxiliaries.
    function_words: Words,
}

/// Whether a token is a plural noun in lower case, by the endings of English.
pub(super) fn is_plural(line: &Line<'_>, index: usize) -> bool {
    let word = line.word(index);
    line.is(index, Kind::Word)
        && !line.is_capital(index)
        && (word.len() > 3 && word.ends_with('s') && !line.is_function_word(index)
            || line.language().nouns.plurals.contains(word))
}

impl Line<'_> {
    /// Whether a token is one of the small words of the language.
    pub(super) fn is_function_word(&self, index: usize) -> bool {
        self.language().nouns.is_function_word(self.word(index))
    }

    /// Whether a token is a verb in the past.
    pub(super) fn is_past(&self, index: usize) -> bool {
        self.language().nouns.is_past(self.word(index))
    }
}

impl NounWords {
    /// Whether a word is one of the small words of the language.
    pub(super) fn is_function_word(&self, word: &str) -> bool {
        self.function_words.contains(word)
    }

    /// Whether a word is an ordinal below ten.
    pub(super) fn is_ordinal(&self, word: &str) -> bool {
        self.ordinals.contains(word)
    }

    /// Whether a word is a verb in the past, by the ending of English.
    pub(super) fn is_past(&self, word: &str) -> bool {
        word.ends_with("ed") && word.len() > 3 || self.past.contains(word)
    }

    /// The singular of a noun, by the endings of English.
    pub(super) fn singular(&self, word: &str) -> String {
        if let Some(singular) = self.plurals.get(word) {
            return singular.to_string();
        }
        if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
            return format!("{stem}y");
        }
        let hissing = ["ches", "shes", "sses", "xes", "zes"];
        if hissing.iter().any(|ending| word.ends_with(ending)) {
            return word[..word.len() - 2].to_owned();
        }
        let plural =
            word.len() > 2 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
        word[..word.len() - usize::from(plural)].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::english;

    #[test]
    fn singulars() {
        let all = ["officers", "countries", "people", "women", "launches", "viruses", "pass", "bus", "lives"];
        let singulars: Vec<String> = all.iter().map(|word| english().nouns.singular(word)).collect();
        assert_eq!(singulars, ["officer", "country", "people", "woman", "launch", "virus", "pass", "bus", "life"]);
    }
}
