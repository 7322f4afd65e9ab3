//! Words in a cue, and before it, that show its stance.

use sayso_lang::Words;
use serde::Deserialize;

/// Words that are looked at in and before a cue.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueWords {
    /// Verbs that leave it to a noun in the content what they do: 'expressed | doubts about'.
    pub light: Words,
    /// Words that open a source that is nobody, as in 'Neither country has confirmed'.
    pub nobodies: Words,
}
