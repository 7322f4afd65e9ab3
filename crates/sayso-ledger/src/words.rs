//! Words as they are compared across articles: folded, stemmed, without those that say nothing of the matter.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that any sentence may have.
const EMPTY: [&str; 122] = [
    "a", "about", "above", "according", "after", "again", "all", "also", "among", "an", "and", "any", "are", "as", "at",
    "be", "been", "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing",
    "done", "down", "during", "each", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here",
    "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me", "might", "more", "most", "must", "my",
    "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "per",
    "reported", "s", "said", "same", "say", "says", "shall", "she", "should", "so", "some", "such", "t", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "told", "too", "under",
    "until", "up", "us", "very", "was", "we", "were", "what", "when", "which", "while", "who", "will", "with", "would",
    "you", "your",
];

/// Lower case, without accents, with straight apostrophes.
pub(crate) fn folded(text: &str) -> String {
    let straight = |letter: char| if matches!(letter, '’' | '‘') { '\'' } else { letter };
    text.nfd().filter(|letter| !is_combining_mark(*letter)).map(straight).flat_map(char::to_lowercase).collect()
}

/// The words of a text in order, folded; a possessive ending is cut off.
pub(crate) fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Stems of the words that say something, in order.
pub(crate) fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    words(text)
        .into_iter()
        .filter(|word| !is_empty(word))
        .map(|word| match same(&word) {
            Some(class) => class.to_owned(),
            None => stemmer.stem(&word).into_owned(),
        })
        .collect()
}

/// Whether any sentence may have the word.
pub(crate) fn is_empty(word: &str) -> bool {
    EMPTY.binary_search(&word).is_ok()
}

/// Words that news uses for one another, under one of them.
fn same(word: &str) -> Option<&'static str> {
    let at = SAME.binary_search_by_key(&word, |(word, _)| word).ok()?;
    Some(SAME[at].1)
}

/// Sorted; general news English.
const SAME: [(&str, &str); 64] = [
    ("aboard", "board"),
    ("accord", "agreement"),
    ("account", "account"),
    ("acquire", "buy"),
    ("acquiring", "buy"),
    ("agreement", "agreement"),
    ("allegation", "account"),
    ("allegations", "account"),
    ("bill", "bill"),
    ("boats", "ship"),
    ("bought", "buy"),
    ("buy", "buy"),
    ("buying", "buy"),
    ("call", "call"),
    ("claims", "account"),
    ("conversation", "talk"),
    ("dead", "dead"),
    ("deaths", "dead"),
    ("defect", "fault"),
    ("died", "dead"),
    ("documents", "paper"),
    ("employees", "worker"),
    ("fatalities", "dead"),
    ("fault", "fault"),
    ("faults", "fault"),
    ("faulty", "fault"),
    ("image", "photograph"),
    ("images", "photograph"),
    ("jobs", "job"),
    ("killed", "dead"),
    ("killing", "dead"),
    ("logged", "record"),
    ("men", "soldier"),
    ("missing", "missing"),
    ("negotiating", "talk"),
    ("negotiations", "talk"),
    ("noted", "record"),
    ("ordered", "order"),
    ("papers", "paper"),
    ("photo", "photograph"),
    ("photograph", "photograph"),
    ("photographs", "photograph"),
    ("photos", "photograph"),
    ("picture", "photograph"),
    ("pictures", "photograph"),
    ("posts", "job"),
    ("purchase", "buy"),
    ("recorded", "record"),
    ("report", "account"),
    ("reports", "account"),
    ("servicemen", "soldier"),
    ("ship", "ship"),
    ("ships", "ship"),
    ("soldier", "soldier"),
    ("soldiers", "soldier"),
    ("staff", "worker"),
    ("talks", "talk"),
    ("toll", "dead"),
    ("troops", "soldier"),
    ("unaccounted", "missing"),
    ("vessel", "ship"),
    ("vessels", "ship"),
    ("workers", "worker"),
    ("wounded", "injur"),
];
