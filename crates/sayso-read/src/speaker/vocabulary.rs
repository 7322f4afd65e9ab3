//! The words of a language by which a source is traced to its speaker.

use sayso_lang::{Language, LanguageError, Places};

use super::name_words::NameWords;
use super::noun_words::NounWords;
use super::phrase_words::PhraseWords;
use super::pronoun_words::PronounWords;
use super::role_words::RoleWords;
use super::small_words::SmallWords;
use super::verb_words::VerbWords;

/// The words of a language by which a source is traced to its speaker, a file each.
#[derive(Debug, Default)]
pub struct SpeakerWords {
    pub(super) nouns: NounWords,
    pub(super) small: SmallWords,
    pub(super) names: NameWords,
    pub(super) phrases: PhraseWords,
    pub(super) pronouns: PronounWords,
    pub(super) verbs: VerbWords,
    pub(super) roles: RoleWords,
    pub(super) places: Places,
}

impl SpeakerWords {
    /// Whether a word is a finite verb: 'said', 'warns'.
    pub(crate) fn is_finite_verb(&self, word: &str) -> bool {
        self.verbs.finite.contains(word)
    }

    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            nouns: language.parse("reading/speaker/nouns.toml")?,
            small: SmallWords::load(language)?,
            names: language.parse("reading/speaker/names.toml")?,
            phrases: language.parse("reading/speaker/phrases.toml")?,
            pronouns: language.parse("reading/speaker/pronouns.toml")?,
            verbs: language.parse("reading/speaker/verbs.toml")?,
            roles: language.parse("reading/speaker/roles.toml")?,
            places: language.parse("places.toml")?,
        })
    }

    /// Whether a word is a participle by which the subject of a sentence goes on to speak.
    pub(crate) fn is_speaking(&self, word: &str) -> bool {
        self.verbs.participles.contains(word)
    }

    /// Whether a word is a conjunction that opens a clause beside the main one.
    pub(crate) fn is_subordinator(&self, word: &str) -> bool {
        self.pronouns.subordinators.contains(word)
    }

    /// Whether a word is a day of the week or a month.
    pub(crate) fn is_calendar(&self, word: &str) -> bool {
        self.small.calendar.contains(word)
    }

    /// Whether a word is a personal pronoun that opens a sentence as its subject.
    pub(crate) fn is_subject_pronoun(&self, word: &str) -> bool {
        self.pronouns.personal.contains(word)
    }

    /// Whether a word stands for one person: 'he', 'her'.
    pub(crate) fn is_person_pronoun(&self, word: &str) -> bool {
        self.pronouns.man.contains(word) || self.pronouns.woman.contains(word)
    }
}
