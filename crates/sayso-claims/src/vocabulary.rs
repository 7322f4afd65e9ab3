//! The words by which articles are compared, as a language's folder holds them in `ledger/`.
//!
//! Where a document is looked at, its own language is asked ([`DocumentData::language`](crate::document::Held::language)), and what that does
//! not offer is done without. Where words of several documents are put together, English alone is known ([`english`]).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_lang::{Language, LanguageError, Languages, Offer, Phrases, Places, Table, Words, primary};
use serde::{Deserialize, Deserializer};

use crate::series::FigureOutcome;

/// What one language's folder says; `lang/en/ledger/` says what each list is for.
#[derive(Debug, Default)]
pub(crate) struct LedgerWords {
    pub(crate) claim: ClaimWords,
    pub(crate) speakers: SpeakerWords,
    pub(crate) link: LinkWords,
    pub(crate) answer: AnswerWords,
    pub(crate) mention: MentionWords,
    pub(crate) entity: EntityWords,
    pub(crate) series: SeriesWords,
    pub(crate) story: StoryWords,
    pub(crate) version: VersionWords,
    pub(crate) compared: ComparedWords,
    pub(crate) places: Places,
}

/// `ledger/claim.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ClaimWords {
    pub(crate) refusing: Words,
    pub(crate) on_top: Words,
    pub(crate) of_those: Phrases,
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

/// `ledger/answer.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AnswerWords {
    pub(crate) negations: Words,
    pub(crate) being: Words,
    pub(crate) doubtful: Words,
    pub(crate) sure: Words,
    pub(crate) openers: Words,
    pub(crate) verifying: Words,
    pub(crate) telling: Words,
    pub(crate) wills: Words,
    pub(crate) between: Words,
    pub(crate) evidence: Words,
    pub(crate) informed: Words,
    pub(crate) indicating: Words,
    pub(crate) hearing: Words,
}

/// `ledger/mention.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct MentionWords {
    pub(crate) carry_on: Words,
    pub(crate) finite: Words,
    pub(crate) abbreviations: Words,
    pub(crate) and_that: Joints,
    pub(crate) before_figure: Joints,
    pub(crate) added: Joints,
    pub(crate) parts: Joints,
    pub(crate) totals: Joints,
    pub(crate) priced: Joints,
    pub(crate) money: Words,
    pub(crate) holds: Joints,
    pub(crate) held: Phrases,
    pub(crate) is_that: Joints,
    pub(crate) citing: Words,
    pub(crate) plain_cues: Words,
    pub(crate) voices: Words,
    pub(crate) conditions: Phrases,
    pub(crate) called: Table<Words>,
    pub(crate) persons_pronouns: Words,
    pub(crate) continues: Joints,
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
            answer: language.parse("ledger/answer.toml")?,
            mention: language.parse("ledger/mention.toml")?,
            entity: language.parse("ledger/entity.toml")?,
            series: language.parse("ledger/series.toml")?,
            story: language.parse("ledger/story.toml")?,
            version: language.parse("ledger/version.toml")?,
            compared: language.parse("ledger/words.toml")?,
            places: language.parse("places.toml")?,
        })
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
        assert!(of(Some("en-GB")).mention.finite.contains("was") && of(None).mention.finite.contains("was"));
        assert!(of(Some("de")).mention.finite.is_empty());
    }

    #[test]
    fn joints_stand_between_blanks() {
        let joints: Vec<&str> = english().mention.and_that.iter().collect();
        assert_eq!(joints, [", and that ", " and that ", " but that "]);
    }
}
