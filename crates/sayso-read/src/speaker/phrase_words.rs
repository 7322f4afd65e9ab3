//! What opens, parts and ends the phrases of a source.

use sayso_lang::Words;
use serde::Deserialize;

/// What opens, parts and ends the phrases of a source.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseWords {
    /// Words that open an apposition before a name: 'the Prime Minister of Singapore, Mr. Lee'.
    pub(super) before_roles: Words,
    /// Words that end an apposition behind a name.
    pub(super) behind_appositions: Words,
    /// Words that may stand between the beginning of a clause and the name that is its subject.
    pub(super) before_subjects: Words,
    /// Words behind which a clause begins.
    pub(super) before_clauses: Words,
    /// Prepositions between a role and a body or a country, before the name of who holds it.
    pub(super) before_holders: Words,
    /// Adjectives that do not tell which one is meant: 'the current minister'.
    pub(super) unspecific: Words,
    /// Words at the beginning of a phrase that are none of it.
    pub(super) leads: Words,
    /// Words at the end of a phrase that are none of it, in small letters.
    pub(super) trails: Words,
    /// Words behind a name that are none of it, beside participles: 'Ana Silva today'.
    pub(super) behind_names: Words,
    /// Words with which what follows the head of a phrase begins: a preposition, a participle, a clause.
    pub(super) behind_heads: Words,
    /// Small words that may stand in the noun phrase behind 'by'.
    pub(super) inside_agents: Words,
    /// Words before a name that make it many of a kind: 'many Democrats'.
    pub(super) counting: Words,
    /// Prepositions behind a role, before what it is of: 'minister of Foreign Affairs'.
    pub(super) behind_roles: Words,
    /// Words behind a comma with which examples or a clause begin, so that the list is over.
    pub(super) examples: Words,
    /// Words behind a plural before a list that tells which ones: 'groups such as Oxfam'.
    pub(super) gathering: Words,
    /// The same, where the list is of names without roles: 'officials from Poland and Romania'.
    pub(super) gathering_names: Words,
    /// Words in small letters that open a further member of a list rather than an apposition.
    pub(super) no_apposition: Words,
    /// Words that begin a noun phrase of their own.
    pub(super) openers: Words,
    /// Words by which two are meant who were named before: 'both leaders'.
    pub(super) both: Words,
}
