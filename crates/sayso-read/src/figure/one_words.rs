//! Words that the rules of `one.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What tells whether 'one' counts.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OneWords {
    /// Words in front of 'one' that make it a pronoun or part of a name.
    pub before_pronoun: Words,
    /// Words behind 'one' that leave nothing for it to count.
    pub behind_pronoun: Words,
    /// Words that make a member of a class of what follows 'one of': nobody counts 'one of the most important'.
    pub classes: Words,
    /// Words and marks in front of 'one of' that says what somebody is.
    pub before_member: Words,
    /// What befalls one of several.
    pub fates: Words,
}
