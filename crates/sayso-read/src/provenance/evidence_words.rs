//! Words for evidence and for those who are cited and are none.

use sayso_lang::Words;
use serde::Deserialize;

/// Words for evidence and for those who are cited and are none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceWords {
    /// Nouns for what evidence is made of.
    pub(super) evidence: Words,
    /// What evidence does.
    pub(super) shows: Words,
    /// Nouns for people and bodies, who are cited as sources and are no evidence.
    pub(super) people: Words,
    /// Those that go on with what evidence is: of whom, from where, on what.
    pub(super) of_evidence: Words,
    /// Verbs directly before evidence: 'citing satellite images'.
    pub(super) leads: Words,
}
