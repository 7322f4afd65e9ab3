//! Verbs that show whether somebody speaks, and who.

use sayso_lang::Words;
use serde::Deserialize;

/// Verbs that tell whether somebody speaks, and who.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbWords {
    /// Verbs after which 'by' tells who handed a document on rather than who issued it.
    pub(super) handed_on: Words,
    /// Forms of 'be' that make a passive: 'it is believed'.
    pub(super) be: Words,
    /// Participles that tell what is held by nobody in particular.
    pub(super) held: Words,
    /// Finite verbs that do not end as others do.
    pub(super) finite: Words,
    /// Words in a cue that make it a passive, or none of whoever stands before it.
    pub(super) passive: Words,
    /// Participles by which the subject of a sentence goes on to speak.
    pub(super) participles: Words,
    /// What somebody is who has an attitude: no passive.
    pub(super) attitudes: Words,
}
