//! Words of how news is handed on.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// Words of how news is handed on.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelayWords {
    /// Verbs of a report, behind an outlet as their subject.
    pub(super) reports: Words,
    /// Verbs of relaying, whose subject is the outlet and whose object the source.
    pub(super) relays: Words,
    /// Participles before 'by' and an outlet.
    pub(super) handed_on: Words,
    /// Verbs with an addressee and no 'to'.
    pub(super) tells: Words,
    /// Verbs before these by which nobody is told anything: 'was told'.
    pub(super) passive: Words,
    /// Words of speech before 'to', 'with', 'on' or 'for' and an outlet.
    pub(super) speech: Words,
    /// The press as addressees.
    pub(super) press: Words,
    /// Those who report for an outlet.
    pub(super) reporters: Words,
    /// Nouns that with 'the' before them go back to a source quoted earlier.
    pub(super) again: Words,
    /// Pronouns that go back to a source quoted earlier.
    pub(super) pronouns: Words,
    /// Nouns behind an outlet for those from whom it has something: 'Radio East sources in the ministry'.
    pub(super) insiders: Words,
    /// Prepositions before the outlet in, at or on which something was said or published.
    pub(super) places: Words,
    /// Words between an outlet and the verb that it is the subject of: ', however, has reported'.
    pub(super) before_verb: Words,
    /// What an outlet publishes, as the head of a source: 'a report in the Herald'.
    pub(super) report_nouns: Words,
    /// What a line begins with that says where the whole article comes from, before a colon.
    pub(super) credits: Phrases,
    /// Parts of a day, behind the outlet on which something was said then.
    pub(super) dayparts: Words,
}
