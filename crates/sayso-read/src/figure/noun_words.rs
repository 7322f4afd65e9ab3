//! Words that the rules of `noun.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

/// What can be told of a word, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NounWords {
    /// Plurals without an s, and those whose singular is not what is left without it.
    pub plurals: Table<Box<str>>,
    /// Past tenses and participles that lack an -ed.
    pub past: Words,
    /// Ordinals and the like that follow 'thirty-' in numbers that count nothing.
    pub ordinals: Words,
    /// Words that end a noun phrase, or that none begins with: prepositions, conjunctions, pronouns, auxiliaries.
    pub function_words: Words,
}

impl NounWords {
    /// Whether a word is one of the small words of the language.
    pub fn is_function_word(&self, word: &str) -> bool {
        self.function_words.contains(word)
    }

    /// Whether a word is an ordinal below ten.
    pub fn is_ordinal(&self, word: &str) -> bool {
        self.ordinals.contains(word)
    }

    /// Whether a word is a verb in the past, by the ending of English.
    pub fn is_past(&self, word: &str) -> bool {
        word.ends_with("ed") && word.len() > 3 || self.past.contains(word)
    }

    /// The singular of a noun, by the endings of English.
    pub fn singular(&self, word: &str) -> String {
        if let Some(singular) = self.plurals.get(word) {
            return singular.to_string();
        }
        if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
            return format!("{stem}y");
        }
        // no words of a language: endings, which an English rule takes off
        let hissing = ["ches", "shes", "sses", "xes", "zes"];
        if hissing.iter().any(|ending| word.ends_with(ending)) {
            return word[..word.len() - 2].to_owned();
        }
        let plural =
            word.len() > 2 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
        word[..word.len() - usize::from(plural)].to_owned()
    }
}
