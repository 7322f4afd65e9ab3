//! What can be told of a word from its form: plurals, ordinals, past tenses, singulars.

use super::line::{Line, TokenKind};

/// Whether a token is a plural noun in lower case, by the endings of English.
pub(super) fn is_plural(line: &Line<'_>, index: usize) -> bool {
    let word = line.word(index);
    line.is(index, TokenKind::Word)
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
