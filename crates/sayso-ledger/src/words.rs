//! Words as they are compared across articles: folded, stemmed, without those that say nothing of the matter.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that any sentence may have.
const EMPTY: [&str; 122] = [
    "a",
    "about",
    "above",
    "according",
    "after",
    "again",
    "all",
    "also",
    "among",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "being",
    "between",
    "both",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "done",
    "down",
    "during",
    "each",
    "for",
    "from",
    "further",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "just",
    "may",
    "me",
    "might",
    "more",
    "most",
    "must",
    "my",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "once",
    "only",
    "or",
    "other",
    "our",
    "out",
    "over",
    "own",
    "per",
    "reported",
    "s",
    "said",
    "same",
    "say",
    "says",
    "shall",
    "she",
    "should",
    "so",
    "some",
    "such",
    "t",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "told",
    "too",
    "under",
    "until",
    "up",
    "us",
    "very",
    "was",
    "we",
    "were",
    "what",
    "when",
    "which",
    "while",
    "who",
    "will",
    "with",
    "would",
    "you",
    "your",
];

/// Lower case, without accents, with straight apostrophes.
pub(crate) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
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

/// Stems of the words that say something, in order; numbers are compared as figures.
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
    const BEGINNINGS: [&str; 19] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
        "fri", "sat", "sun",
    ];
    let word = word.to_lowercase();
    word.len() <= "september".len() && BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
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

/// Sorted; irregular forms, and nouns and verbs that newswire uses for one another.
const SAME: [(&str, &str); 127] = [
    ("aboard", "board"),
    ("accord", "agreement"),
    ("account", "account"),
    ("acquire", "buy"),
    ("acquiring", "buy"),
    ("agreement", "agreement"),
    ("allegation", "account"),
    ("allegations", "account"),
    ("became", "become"),
    ("began", "begin"),
    ("begun", "begin"),
    ("boats", "ship"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("buy", "buy"),
    ("buying", "buy"),
    ("came", "come"),
    ("caught", "catch"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("claims", "account"),
    ("dead", "dead"),
    ("deaths", "dead"),
    ("defect", "fault"),
    ("died", "dead"),
    ("documents", "paper"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("employees", "worker"),
    ("fallen", "fall"),
    ("fatalities", "dead"),
    ("fault", "fault"),
    ("faults", "fault"),
    ("faulty", "fault"),
    ("fell", "fall"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("image", "photograph"),
    ("images", "photograph"),
    ("jobs", "job"),
    ("kept", "keep"),
    ("killed", "dead"),
    ("killing", "dead"),
    ("knew", "know"),
    ("known", "know"),
    ("led", "lead"),
    ("left", "leave"),
    ("logged", "record"),
    ("lost", "lose"),
    ("made", "make"),
    ("men", "soldier"),
    ("met", "meet"),
    ("missing", "missing"),
    ("negotiating", "talk"),
    ("negotiations", "talk"),
    ("noted", "record"),
    ("ordered", "order"),
    ("paid", "pay"),
    ("papers", "paper"),
    ("photo", "photograph"),
    ("photograph", "photograph"),
    ("photographs", "photograph"),
    ("photos", "photograph"),
    ("picture", "photograph"),
    ("pictures", "photograph"),
    ("posts", "job"),
    ("purchase", "buy"),
    ("ran", "run"),
    ("recorded", "record"),
    ("report", "account"),
    ("reports", "account"),
    ("risen", "rise"),
    ("rose", "rise"),
    ("sank", "sink"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("servicemen", "soldier"),
    ("ship", "ship"),
    ("ships", "ship"),
    ("shot", "shoot"),
    ("sold", "sell"),
    ("soldier", "soldier"),
    ("soldiers", "soldier"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("staff", "worker"),
    ("stood", "stand"),
    ("struck", "strike"),
    ("sunk", "sink"),
    ("taken", "take"),
    ("talks", "talk"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("toll", "dead"),
    ("took", "take"),
    ("troops", "soldier"),
    ("unaccounted", "missing"),
    ("understood", "understand"),
    ("vessel", "ship"),
    ("vessels", "ship"),
    ("went", "go"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("won", "win"),
    ("wore", "wear"),
    ("workers", "worker"),
    ("worn", "wear"),
    ("wounded", "injur"),
    ("written", "write"),
    ("wrote", "write"),
];
