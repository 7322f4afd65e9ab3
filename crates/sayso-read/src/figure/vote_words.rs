//! Words that the rules of `vote.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// The words of votes.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VoteWords {
    /// Words before or behind a tally that say that it is one.
    pub tallies: Words,
    /// Words of those on the side of a motion, beside 'for'.
    pub supporting: Words,
    /// Words of those on the other side.
    pub opposing: Words,
}
