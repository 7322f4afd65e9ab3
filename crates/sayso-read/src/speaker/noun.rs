//! What a common noun makes of those it describes.

use super::SpeakerKind;
use super::words::{DOCUMENTS, GENERIC, ORGANISATIONS, PLURAL_PEOPLE, ROLES, has, has_any_number, singular};

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

/// Whether a noun in lower case is a plural.
pub(super) fn is_plural(head: &str) -> bool {
    has(PLURAL_PEOPLE, head)
        || singular(head).is_some()
        || matches!(head, "many" | "some" | "most" | "those" | "others" | "few")
}
