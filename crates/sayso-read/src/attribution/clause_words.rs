//! Words by which a clause and its verb are found.

use sayso_lang::Words;
use serde::Deserialize;

/// Words by which a clause and its verb are found.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseWords {
    /// Words behind which a clause begins, so that its subject does.
    pub openers: Words,
    /// Adverbs that stand with a verb and do not end as most do.
    pub adverbs: Words,
    /// Forms of 'be'.
    pub be: Words,
    /// Participles behind 'be' whose subject is told, asked or expected, and says nothing.
    pub passives: Words,
    /// Words that join a second verb to the subject of the first.
    pub joins: Words,
    /// Words before a participle that goes on about a subject: 'by saying'.
    pub before_participles: Words,
    /// Words that end as a participle does and are none.
    pub no_participles: Words,
    /// Articles and prepositions, behind which no phrase ends.
    pub dangling: Words,
    /// Words with which another clause or phrase begins.
    pub closing: Words,
    /// Finite verbs that do not end as others do.
    pub finite: Words,
}
