//! The words of a language that show how something came into an article.

use sayso_lang::{Language, LanguageError, Places};

use super::evidence_words::EvidenceWords;
use super::medium_words::MediumWords;
use super::outlet_names::OutletNames;
use super::outlet_words::OutletWords;
use super::phrase_words::PhraseWords;
use super::relay_words::RelayWords;

/// The words of a language that tell how something came into an article, a file each.
#[derive(Debug, Default)]
pub struct ProvenanceWords {
    pub(super) evidence: EvidenceWords,
    pub(super) medium: MediumWords,
    pub(super) names: OutletNames,
    pub(super) outlets: OutletWords,
    pub(super) phrase: PhraseWords,
    pub(super) places: Places,
    pub(super) relay: RelayWords,
}

impl ProvenanceWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            evidence: language.parse("reading/provenance/evidence.toml")?,
            medium: language.parse("reading/provenance/medium.toml")?,
            names: language.parse("reading/provenance/outlet-names.toml")?,
            outlets: language.parse("reading/provenance/outlets.toml")?,
            phrase: PhraseWords::load(language)?,
            places: language.parse("places.toml")?,
            relay: language.parse("reading/provenance/relay.toml")?,
        })
    }
}
