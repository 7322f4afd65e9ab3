//! Words in the singular and the plural, by the rules of English.

use sayso_lang::Words;

/// Whether a list holds a word or what the word is the plural of.
pub(super) fn has_any_number(list: &Words, word: &str) -> bool {
    list.contains(word) || singular(word).is_some_and(|one| list.contains(&one))
}

/// Whether an English plural of a word ends in '-es'.
fn hisses(word: &str) -> bool {
    let pairs = word.ends_with("ss") || word.ends_with("sh") || word.ends_with("ch");
    pairs || word.ends_with('x')
}

/// The noun that an English plural belongs to: 'officials', 'companies', 'spokesmen'.
pub(crate) fn singular(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    if let Some(stem) = word.strip_suffix("es").filter(|stem| hisses(stem)) {
        return Some(stem.to_owned());
    }
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return None;
    }
    word.strip_suffix('s').map(str::to_owned)
}
