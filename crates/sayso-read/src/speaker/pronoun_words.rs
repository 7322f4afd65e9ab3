//! Pronouns, and what is looked at to find whom they mean.

use sayso_lang::Words;
use serde::Deserialize;

/// Pronouns, and what is looked at to find whom they mean.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PronounWords {
    /// Words for whose a document is: 'their statement'.
    pub(super) issuers: Words,
    /// Words that open the noun phrase before 'who'.
    pub(super) noun_openers: Words,
    /// Words beyond which the noun phrase before 'who' does not begin.
    pub(super) noun_stops: Words,
    /// Prepositions between several and what they are of: 'members of Congress, who'.
    pub(super) member_ties: Words,
    /// Relative pronouns.
    pub(super) relative: Words,
    /// Pronouns of the first person.
    pub(super) first_person: Words,
    /// Pronouns for several.
    pub(super) many: Words,
    /// Personal pronouns that open a sentence as its subject.
    pub(super) personal: Words,
    /// Pronouns that are a subject right before a verb.
    pub(super) subjects: Words,
    /// Words for what belongs to somebody else than who speaks.
    pub(super) their: Words,
    /// Words for whose something is: 'his family'.
    pub(super) owners: Words,
    /// Pronouns for a woman.
    pub(super) woman: Words,
    /// Pronouns for a man.
    pub(super) man: Words,
    /// Conjunctions that open a clause whose subject goes on in the next.
    pub(super) subordinators: Words,
    /// Pronouns for a thing.
    pub(super) thing: Words,
}
