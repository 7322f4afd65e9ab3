//! What a common noun makes of those it describes.

use sayso_lang::Places;

use super::SpeakerKind;
use super::vocabulary::SpeakerWords;
use super::words::{has_any_number, singular};

impl SpeakerWords {
    /// What a noun makes of those it describes.
    pub(super) fn kind(&self, head: &str, counted: bool) -> SpeakerKind {
        let nouns = &self.nouns;
        if has_any_number(&nouns.roles, head) && !nouns.groups.contains(head) {
            SpeakerKind::Unnamed
        } else if self.is_plural(head) && !has_any_number(&nouns.documents, head) {
            if counted && head == "people" { SpeakerKind::Unnamed } else { SpeakerKind::Group }
        } else if has_any_number(&nouns.documents, head) {
            SpeakerKind::Document
        } else if has_any_number(&nouns.organisations, head) || nouns.generic.contains(head) {
            SpeakerKind::Organisation
        } else {
            SpeakerKind::Unnamed
        }
    }

    /// Whether a word in lower case is a common noun as far as its lists and its ending tell.
    pub(super) fn is_known(&self, word: &str) -> bool {
        let Self { nouns, small, .. } = self;
        self.is_role(word)
            || [&nouns.organisations, &nouns.documents, &nouns.issued, &nouns.generic]
                .iter()
                .any(|list| has_any_number(list, word))
            || [&nouns.countries, &nouns.plural_people, &small.function, &small.indefinite]
                .iter()
                .any(|list| list.contains(word))
            || nouns
                .people_endings
                .iter()
                .chain(nouns.plural_people_endings.iter())
                .any(|ending| word.ends_with(ending))
    }

    /// Whether a noun in lower case, no plural, is of a person as far as its lists and its ending tell: 'plumber'.
    pub(super) fn is_person(&self, head: &str) -> bool {
        let ends = self.nouns.people_endings.iter().any(|ending| head.ends_with(ending));
        self.is_role(head) || matches!(head, "person" | "one" | "another") || ends && !self.is_plural(head)
    }

    /// Whether a noun in lower case is a plural.
    pub(super) fn is_plural(&self, head: &str) -> bool {
        self.nouns.plural_people.contains(head) || singular(head).is_some() || self.nouns.plural_words.contains(head)
    }

    /// Whether a word in lower case is a role or a title, alone or behind a hyphen: 'ex-minister'.
    pub(crate) fn is_role(&self, word: &str) -> bool {
        let bare = word.trim_end_matches('.');
        let nouns = &self.nouns;
        bare.split('-').chain([bare]).any(|word| has_any_number(&nouns.roles, word) || nouns.titles.contains(word))
    }

    /// Whether a noun in lower case, in any number, is of what is written, shown or found.
    pub(crate) fn is_document(&self, word: &str) -> bool {
        has_any_number(&self.nouns.documents, word)
    }

    /// Whether a word in lower case is the plural, by the English ending, for the people of a country or a belief.
    pub(crate) fn is_people(&self, word: &str) -> bool {
        let one = word.strip_suffix('s');
        one.is_some_and(|one| self.places.is_adjective(one) || self.names.peoples.contains(one))
    }

    /// Whether a word ends a company's name that its short form lacks.
    pub(crate) fn is_corporate(&self, word: &str) -> bool {
        self.names.corporate.contains(word)
    }

    /// Whether a word ties to a role what it is of.
    pub(crate) fn is_tie(&self, word: &str) -> bool {
        self.roles.ties.contains(word)
    }

    /// Whether a word is a pronoun that means a person.
    pub(crate) fn is_human_pronoun(&self, word: &str) -> bool {
        self.pronouns.man.contains(word) || self.pronouns.woman.contains(word) || word == "who"
    }

    /// Countries and other places.
    pub(crate) fn places(&self) -> &Places {
        &self.places
    }
}
