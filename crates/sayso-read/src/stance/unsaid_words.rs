//! Words that show that something was not said.

use sayso_lang::Words;
use serde::Deserialize;

/// Words that tell what was not said from what was.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnsaidWords {
    /// Words that open a condition or an open question.
    pub conditions: Words,
    /// Helping verbs that open a condition at the head of a clause.
    pub inverted: Words,
    /// Words that make a saying behind 'to' one that is still to come, or that never came.
    pub governors: Words,
    /// Things that one may have and not use to say something.
    pub chances: Words,
    /// Words before 'saying' where nothing is said.
    pub before_gerunds: Words,
    /// Words before those that turn them into something else.
    pub not_before_gerunds: Words,
    /// Nouns for what an outlet published before.
    pub versions: Words,
    /// Words that tell an earlier one.
    pub earlier: Words,
    /// Words that open a note of correction at the head of a paragraph.
    pub correction_openers: Words,
    /// Adverbs with which an outlet takes back what it wrote.
    pub wrongly: Words,
    /// How an outlet speaks of itself.
    pub ourselves: Words,
}
