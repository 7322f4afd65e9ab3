//! Words by which a number is given without a verb of saying.

use sayso_lang::Words;
use serde::Deserialize;

/// Words by which a number is given without a verb of saying.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenWords {
    /// Verbs right before a number: 'counts 204 cases'.
    pub counts: Words,
    /// Verbs with what is counted and a preposition before the number: 'puts turnout at 61 per cent'.
    pub puts: Words,
    /// Those prepositions.
    pub before_put: Words,
    /// Verbs likewise: 'gives the height as 212 metres'.
    pub gives: Words,
    /// Their prepositions.
    pub before_given: Words,
    /// Verbs whose object is a number that was given before: 'raised the toll to 45'.
    pub raises: Words,
    /// Their prepositions.
    pub before_raised: Words,
    /// Nouns for such a number.
    pub totals: Words,
    /// Words before a verb that make it nobody's statement: 'to put turnout at 61 per cent'.
    pub unsaid: Words,
    /// Subjects that are nobody.
    pub nobodies: Words,
    /// Words with which another clause begins.
    pub closing: Words,
}
