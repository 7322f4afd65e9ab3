//! Nouns for titles, roles, organisations, groups and documents.

use sayso_lang::Words;
use serde::Deserialize;

/// Nouns that tell titles, roles, organisations, groups and documents.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounWords {
    /// Forms of address and ranks, which stand before a name and say nothing of what somebody does in this story.
    pub(super) titles: Words,
    /// What a person does or is.
    pub(super) roles: Words,
    /// Nouns that head the names of organisations.
    pub(super) organisations: Words,
    /// Nouns by which an organisation named before is meant: 'the company'.
    pub(super) generic: Words,
    /// Nouns by which a country named before is meant.
    pub(super) countries: Words,
    /// Nouns for what is written, shown or found.
    pub(super) documents: Words,
    /// Documents that speak for whoever issued them.
    pub(super) issued: Words,
    /// Plurals without an s.
    pub(super) plural_people: Words,
    /// Words that give a man.
    pub(super) male: Words,
    /// Words that give a woman.
    pub(super) female: Words,
    /// Nouns for two organisations.
    pub(super) two_organisations: Words,
    /// Nouns for two countries.
    pub(super) two_countries: Words,
    /// Nouns for two people.
    pub(super) two_people: Words,
    /// Nouns that say again what a name before them is: 'the Interfax news agency'.
    pub(super) restating: Words,
    /// Documents that are an organisation's rather than a person's who spoke before them.
    pub(super) found: Words,
    /// Nouns by which whoever last spoke without a name is meant: 'the source'.
    pub(super) unnamed: Words,
    /// Nouns by which a newspaper or a broadcaster named before is meant.
    pub(super) outlets: Words,
    /// Nouns by which a company named before is meant, and no newspaper.
    pub(super) companies: Words,
    /// Forms of address for a woman, without a stop.
    pub(super) titles_of_women: Words,
    /// Forms of address for a man, without a stop.
    pub(super) titles_of_men: Words,
    /// Words other than nouns that mean several.
    pub(super) plural_words: Words,
    /// Plurals of roles that are a group rather than sources who are not named.
    pub(super) groups: Words,
    /// How nouns for people end that no list has: 'plumber'.
    pub(super) people_endings: Words,
    /// How plurals of such nouns end: 'cyclists', 'landowners'.
    pub(super) plural_people_endings: Words,
}
