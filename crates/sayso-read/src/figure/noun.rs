//! What can be told of a word from its form: plurals, ordinals, past tenses, singulars.

use super::line::{Kind, Line};
use super::table::{self, Words};
use super::words;

/// Plurals without an s.
const PLURALS: &[(&str, &str)] = &[
    ("people", "people"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("policemen", "policeman"),
    ("police", "police"),
    ("staff", "staff"),
    ("personnel", "personnel"),
    ("aircraft", "aircraft"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("buses", "bus"),
    ("viruses", "virus"),
    ("crises", "crisis"),
    ("movies", "movie"),
    ("zombies", "zombie"),
    ("series", "series"),
];

/// Past tenses and participles that lack an -ed.
static PAST: Words = Words::new(|| {
    table::words(
        "\
    began came did fell felt found gave got had held kept killed led left lost made put ran said sat saw sent \
    shot stood thought told took was went were won wrote",
    )
});

/// Ordinals and '-something' that follow 'thirty-' in numbers that count nothing.
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth something odd";

/// Whether a token is a plural noun in lower case.
pub(super) fn is_plural(line: &Line<'_>, index: usize) -> bool {
    let word = line.word(index);
    line.is(index, Kind::Word)
        && !line.is_capital(index)
        && (word.len() > 3 && word.ends_with('s') && !words::is_function_word(word)
            || PLURALS.iter().any(|(plural, _)| *plural == word))
}

/// Whether a word is an ordinal below ten.
pub(super) fn is_ordinal(word: &str) -> bool {
    table::holds(ORDINALS, word)
}

/// Whether a word is a verb in the past.
pub(super) fn is_past(word: &str) -> bool {
    word.ends_with("ed") && word.len() > 3 || PAST.contains(word)
}

/// The singular of a noun in lower case.
pub(super) fn singular(word: &str) -> String {
    if let Some((_, singular)) = PLURALS.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_owned();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singulars() {
        let all = ["officers", "countries", "people", "women", "launches", "viruses", "pass", "bus", "lives"];
        let singulars: Vec<String> = all.iter().map(|word| singular(word)).collect();
        assert_eq!(singulars, ["officer", "country", "people", "woman", "launch", "virus", "pass", "bus", "life"]);
    }
}
