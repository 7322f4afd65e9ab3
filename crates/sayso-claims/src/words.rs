//! Words as they are compared across articles: folded, stemmed, without those that say nothing of the matter.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::vocabulary::english;

/// Lower case, without accents, with straight apostrophes.
pub(crate) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let straight = |letter: char| if matches!(letter, '’' | '‘') { '\'' } else { letter };
    text.nfd().filter(|letter| !is_combining_mark(*letter)).map(straight).flat_map(char::to_lowercase).collect()
}

/// The words of a text in order, folded; a possessive ending, as English has it, is cut off.
pub(crate) fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Stems of the words that say something, in order, as English makes them; numbers are compared as figures.
pub(crate) fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    words(text)
        .into_iter()
        .filter(|word| !is_empty(word) && !word.starts_with(|letter: char| letter.is_numeric()))
        .map(|word| match same(&word) {
            Some(class) => class.to_owned(),
            None => stemmer.stem(&word).into_owned(),
        })
        .collect()
}

/// The words of a text, as written, that have a stem, with it.
pub(crate) fn stemmed(text: &str) -> Vec<(&str, String)> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’');
    words.filter_map(|word| Some((word, stems(word).into_iter().next()?))).collect()
}

/// Whether a word is the name of a month or a day, or short for one.
pub(crate) fn is_of_calendar(word: &str) -> bool {
    let word = word.to_lowercase();
    word.len() <= "september".len() && english().compared.calendar.iter().any(|beginning| word.starts_with(beginning))
}

/// Whether any sentence may have the word.
pub(crate) fn is_empty(word: &str) -> bool {
    english().compared.empty.contains(word)
}

/// Words that news uses for one another, under one of them.
fn same(word: &str) -> Option<&'static str> {
    english().compared.same.get(word).map(String::as_str)
}
