//! Words that say why a source is not named.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// Words that say why a source is not named.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymityWords {
    /// What says so by itself.
    pub(super) grounds: Phrases,
    /// Words behind 'on condition that' by which it is about names.
    pub(super) conditions: Words,
    /// Words before a ground that belong to it.
    pub(super) leads: Words,
    /// Words that a ground does not begin with.
    pub(super) no_openers: Words,
    /// Words with which a ground goes on: the reason for it.
    pub(super) goes_on: Words,
    /// Last words of a ground behind which it goes on to the end of its clause.
    pub(super) open: Words,
    /// Verbs of a sentence whose subject spoke so.
    pub(super) spoke: Words,
}
