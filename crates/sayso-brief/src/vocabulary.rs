//! The words of `lang/XX/brief/`: templates of sentences, and what shows that words stand alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_claims::Document;
use sayso_lang::{Language, LanguageError, Languages, Offer, Words, primary};
use serde::Deserialize;

/// What one language's folder says; `lang/en/brief/` says what each is for.
#[derive(Debug)]
pub(crate) struct BriefWords {
    pub(crate) sentences: Sentences,
    pub(crate) standing: StandingWords,
    pub(crate) sides: SideWords,
}

/// `brief/sentences.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Sentences {
    pub(crate) said: String,
    pub(crate) quoted: String,
    pub(crate) also: String,
    pub(crate) one_source: String,
    pub(crate) figure_first: String,
    pub(crate) figure_later: String,
    pub(crate) changed: String,
    pub(crate) taken_out: String,
    pub(crate) added: String,
    pub(crate) place: String,
    pub(crate) no_outlet: String,
    pub(crate) day: String,
    pub(crate) and: String,
    pub(crate) heads: Heads,
}

/// The heads under which sentences stand.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Heads {
    pub(crate) claimed: String,
    pub(crate) disputed: String,
    pub(crate) declined: String,
    pub(crate) figure: String,
    pub(crate) corrected: String,
    pub(crate) silent: String,
    pub(crate) one_source: String,
    pub(crate) sources: String,
}

/// `brief/standing.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StandingWords {
    pub(crate) pointing: Words,
    pub(crate) personal: Words,
    pub(crate) definite: String,
    pub(crate) voices: Words,
    pub(crate) loose: Words,
    pub(crate) distant: String,
    pub(crate) prepositions: Words,
    pub(crate) own: Words,
    pub(crate) empty: Words,
}

/// `brief/sides.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SideWords {
    pub(crate) disputing: Words,
    pub(crate) negating: Words,
    pub(crate) declining: Words,
}

impl BriefWords {
    fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            sentences: language.parse("brief/sentences.toml")?,
            standing: language.parse("brief/standing.toml")?,
            sides: language.parse("brief/sides.toml")?,
        })
    }
}

static ALL: LazyLock<BTreeMap<String, BriefWords>> = LazyLock::new(|| {
    let offering = Languages::shipped().that_offer(Offer::Brief);
    let tagged = offering.map(|language| Ok((language.tag().to_owned(), BriefWords::load(language)?)));
    tagged.collect::<Result<_, LanguageError>>().expect("the folders that ship are loaded in tests")
});

static NONE: LazyLock<BriefWords> = LazyLock::new(|| BriefWords {
    sentences: Sentences::default(),
    standing: StandingWords::default(),
    sides: SideWords::default(),
});

/// The words of a document's language: none where its folder does not offer them, and English ones where the language is
/// not known.
pub(crate) fn of_article(document: &Document) -> &'static BriefWords {
    let tag = document.entry.record.article.language.as_deref();
    tag.map_or_else(english, |tag| ALL.get(&primary(tag)).unwrap_or(&NONE))
}

/// The words of English, in which briefs are written.
pub(crate) fn english() -> &'static BriefWords {
    ALL.get("en").expect("English ships")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_ships_is_loaded() {
        for language in Languages::shipped().that_offer(Offer::Brief) {
            BriefWords::load(language).unwrap_or_else(|error| panic!("{error}"));
        }
    }
}
