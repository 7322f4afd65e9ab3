//! What a common noun makes of those it describes.

use super::SpeakerKind;
use super::titles;
use super::words::{
    COUNTRIES, DOCUMENTS, FUNCTION, GENERIC, INDEFINITE, ISSUED, ORGANISATIONS, PLURAL_PEOPLE, ROLES, has,
    has_any_number, singular,
};

/// What a noun makes of those it describes.
pub(super) fn kind(head: &str, counted: bool) -> SpeakerKind {
    let source = has_any_number(ROLES, head)
        && !matches!(
            head,
            "residents" | "villagers" | "protesters" | "supporters" | "students" | "workers" | "soldiers" | "survivors"
        );
    if source {
        SpeakerKind::Unnamed
    } else if is_plural(head) && !has_any_number(DOCUMENTS, head) {
        if counted && head == "people" { SpeakerKind::Unnamed } else { SpeakerKind::Group }
    } else if has_any_number(DOCUMENTS, head) {
        SpeakerKind::Document
    } else if has_any_number(ORGANISATIONS, head) || has(GENERIC, head) {
        SpeakerKind::Organisation
    } else {
        SpeakerKind::Unnamed
    }
}

/// How nouns for people end that no list has: 'cyclists', 'landowners'.
const PEOPLE: [&str; 10] = ["ers", "ors", "ists", "ians", "ents", "ants", "er", "or", "ist", "men"];

/// Whether a word in lower case is a common noun as far as its lists and its ending tell.
pub(super) fn is_known(word: &str) -> bool {
    titles::is_role(word)
        || [ORGANISATIONS, DOCUMENTS, ISSUED, GENERIC].iter().any(|list| has_any_number(list, word))
        || [COUNTRIES, PLURAL_PEOPLE, FUNCTION, INDEFINITE].iter().any(|list| has(list, word))
        || PEOPLE.iter().any(|ending| word.ends_with(ending))
}

/// Whether a noun in lower case, no plural, is of a person as far as its lists and its ending tell: 'plumber'.
pub(super) fn is_person(head: &str) -> bool {
    let ends = PEOPLE.iter().any(|ending| head.ends_with(ending) && !ending.ends_with('s'));
    titles::is_role(head) || matches!(head, "person" | "one" | "another") || ends && !is_plural(head)
}

/// Whether a noun in lower case is a plural.
pub(super) fn is_plural(head: &str) -> bool {
    has(PLURAL_PEOPLE, head)
        || singular(head).is_some()
        || matches!(head, "many" | "some" | "most" | "those" | "others" | "few")
}
