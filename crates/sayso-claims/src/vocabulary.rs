//! The words by which articles are compared, as a language's folder holds them in `ledger/`.
//!
//! Where a document is looked at, its own language is asked ([`DocumentData::language`](crate::document::Held::language)), and what that does
//! not offer is done without. Where words of several documents are put together, English alone is known ([`english`]).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_lang::{Language, LanguageError, Languages, Offer, Phrases, Places, Table, Words, primary};
use sayso_read::{FigureRelation, Vocabularies, Vocabulary};
use sayso_text::{Span, Text};
use serde::{Deserialize, Deserializer};

use crate::series::FigureOutcome;

/// What one language's folder says; `lang/en/ledger/` says what each list is for.
#[derive(Debug, Default)]
pub(crate) struct LedgerWords {
    pub(crate) claim: ClaimWords,
    pub(crate) speakers: SpeakerWords,
    pub(crate) link: LinkWords,
    pub(crate) mention: MentionWords,
    pub(crate) entity: EntityWords,
    pub(crate) series: SeriesWords,
    pub(crate) story: StoryWords,
    pub(crate) version: VersionWords,
    pub(crate) compared: ComparedWords,
    pub(crate) places: Places,
    pub(crate) statement: StatementWords,
    /// What a reading knows of the language, where it is read.
    reading: Option<&'static Vocabulary>,
}

/// `ledger/claim.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ClaimWords {
    pub(crate) refusing: Words,
    pub(crate) negations: Words,
    pub(crate) first_persons: Words,
}

/// `ledger/speakers.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SpeakerWords {
    pub(crate) definite: Words,
    pub(crate) pronouns: Words,
}

/// `ledger/link.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LinkWords {
    pub(crate) pointing: Words,
    pub(crate) negations: Words,
    pub(crate) retracting: Words,
}

/// `ledger/mention.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct MentionWords {
    pub(crate) holds: Joints,
    pub(crate) held: Phrases,
    pub(crate) is_that: Joints,
    pub(crate) citing: Words,
    pub(crate) voices: Words,
    pub(crate) called: Table<Words>,
    pub(crate) persons_pronouns: Words,
    pub(crate) continues: Joints,
}

/// Of `reading/statement/`, what is asked of claims, too.
#[derive(Debug, Default)]
pub(crate) struct StatementWords {
    pub(crate) carry_on: Words,
    pub(crate) plain_cues: Words,
}

/// `ledger/entity.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EntityWords {
    pub(crate) offices: Words,
    pub(crate) clause: Words,
    pub(crate) articles: Words,
    pub(crate) at: Joints,
    pub(crate) everywhere: Words,
    pub(crate) bodies: Words,
    pub(crate) ranks: Words,
    pub(crate) voices: Words,
    pub(crate) titles: Words,
    pub(crate) joints: Words,
    pub(crate) outlet_kinds: Words,
}

/// `ledger/series.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SeriesWords {
    pub(crate) ahead: Words,
    pub(crate) anybody: Words,
    pub(crate) outcomes: Table<FigureOutcome>,
}

/// `ledger/story.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StoryWords {
    pub(crate) unrelated: Phrases,
    pub(crate) labels: Words,
    pub(crate) calendar: Words,
}

/// `ledger/version.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct VersionWords {
    pub(crate) light: Words,
    pub(crate) numbers: Words,
    pub(crate) neutral_cues: Words,
    pub(crate) pronouns: Words,
}

/// `ledger/words.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ComparedWords {
    pub(crate) empty: Words,
    pub(crate) calendar: Words,
    pub(crate) same: Table<String>,
}

/// Words that join two parts of a sentence, in the order in which they are tried: with a blank on either side, or with
/// the comma that is written before them.
#[derive(Debug, Default)]
pub(crate) struct Joints(Vec<String>);

impl Joints {
    /// The joints with their blanks: ' and that ', ', and that '.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Joints {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let joint = |words: &str| if words.starts_with(',') { format!("{words} ") } else { format!(" {words} ") };
        Ok(Self(Phrases::deserialize(deserializer)?.iter().map(joint).collect()))
    }
}

impl LedgerWords {
    fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            claim: language.parse("ledger/claim.toml")?,
            speakers: language.parse("ledger/speakers.toml")?,
            link: language.parse("ledger/link.toml")?,
            mention: language.parse("ledger/mention.toml")?,
            entity: language.parse("ledger/entity.toml")?,
            series: language.parse("ledger/series.toml")?,
            story: language.parse("ledger/story.toml")?,
            version: language.parse("ledger/version.toml")?,
            compared: language.parse("ledger/words.toml")?,
            places: language.parse("places.toml")?,
            statement: StatementWords::load(language)?,
            reading: Vocabularies::shipped().get(language.tag()),
        })
    }
}

impl LedgerWords {
    /// Whether words by themselves are a clause, with a finite verb.
    pub(crate) fn is_finite(&self, words: &str) -> bool {
        self.reading.is_some_and(|reading| reading.is_finite(words))
    }

    /// Whether a verb stands in some words that is finite whatever stands around it.
    pub(crate) fn has_clear_verb(&self, words: &str) -> bool {
        self.reading.is_some_and(|reading| reading.has_clear_verb(words))
    }

    /// How a figure that a person added stands to those that its line told of before.
    pub(crate) fn figure_relations(&self, text: &Text, figure: Span) -> Vec<FigureRelation> {
        let whole = text.as_str();
        let start = whole[..figure.start()].rfind('\n').map_or(0, |at| at + 1);
        let end = whole[figure.end()..].find('\n').map_or(whole.len(), |at| figure.end() + at);
        let line = text.span(start, end).unwrap_or(figure);
        self.reading.map(|reading| reading.figure_relations(text, line, figure)).unwrap_or_default()
    }

    /// Whether a word of some negates.
    pub(crate) fn negates(&self, words: &str) -> bool {
        self.reading.is_some_and(|reading| reading.negates(words))
    }
}

impl StatementWords {
    fn load(language: &Language) -> Result<Self, LanguageError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        struct JointWords {
            carry_on: Words,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        struct ShownWords {
            plain_cues: Words,
        }
        if !language.offers(Offer::Reading) {
            return Ok(Self::default());
        }
        let JointWords { carry_on } = language.parse("reading/statement/joints.toml")?;
        let ShownWords { plain_cues } = language.parse("reading/statement/shown.toml")?;
        Ok(Self { carry_on, plain_cues })
    }
}

static ALL: LazyLock<BTreeMap<String, LedgerWords>> = LazyLock::new(|| {
    let offering = Languages::shipped().that_offer(Offer::Ledger);
    let tagged = offering.map(|language| Ok((language.tag().to_owned(), LedgerWords::load(language)?)));
    tagged.collect::<Result<_, LanguageError>>().expect("the folders that ship are loaded in tests")
});

static NONE: LazyLock<LedgerWords> = LazyLock::new(LedgerWords::default);

static ENGLISH: LazyLock<&LedgerWords> = LazyLock::new(|| ALL.get("en").expect("English ships"));

/// The words of a document's language by its BCP 47 tag: none where its folder does not offer them, and English ones where
/// the language is not known.
pub(crate) fn of(tag: Option<&str>) -> &'static LedgerWords {
    tag.map_or_else(english, |tag| ALL.get(&primary(tag)).unwrap_or(&NONE))
}

/// The words of English.
pub(crate) fn english() -> &'static LedgerWords {
    &ENGLISH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_ships_is_loaded() {
        for language in Languages::shipped().that_offer(Offer::Ledger) {
            LedgerWords::load(language).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    #[test]
    fn a_language_without_a_folder_has_no_words() {
        assert!(of(Some("en-GB")).is_finite("he was") && of(None).is_finite("he was"));
        assert!(!of(Some("de")).is_finite("he was"));
    }

    #[test]
    fn joints_stand_between_blanks() {
        let joints: Vec<&str> = english().mention.is_that.iter().collect();
        assert_eq!(joints, [" is that ", " was that "]);
    }
}
