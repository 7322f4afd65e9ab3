//! Pronouns, and the words that decide whom they stand for.

use sayso_lang::Words;
use serde::Deserialize;

/// Pronouns, and what is looked at to find whom they mean.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PronounWords {
    /// Pronouns for a thing.
    pub(super) thing: Words,
    /// Conjunctions that open a clause whose subject goes on in the next.
    pub(super) subordinators: Words,
    /// Pronouns for a man.
    pub(super) man: Words,
    /// Pronouns for a woman.
    pub(super) woman: Words,
    /// Words for whose something is: 'his family'.
    pub(super) owners: Words,
    /// Words for what belongs to somebody else than who speaks.
    pub(super) their: Words,
    /// Pronouns that are a subject right before a verb.
    pub(super) subjects: Words,
    /// Personal pronouns that open a sentence as its subject.
    pub(super) personal: Words,
    /// Pronouns for several.
    pub(super) many: Words,
    /// Pronouns of the first person.
    pub(super) first_person: Words,
    /// Relative pronouns.
    pub(super) relative: Words,
    /// Prepositions between several and what they are of: 'members of Congress, who'.
    pub(super) member_ties: Words,
    /// Words beyond which the noun phrase before 'who' does not begin.
    pub(super) noun_stops: Words,
    /// Words that open the noun phrase before 'who'.
    pub(super) noun_openers: Words,
    /// Words for whose a document is: 'their statement'.
    pub(super) issuers: Words,
}
