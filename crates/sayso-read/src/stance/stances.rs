//! The nine stances and how one is judged.

use serde::{Deserialize, Serialize};

/// What a source does with a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Holds it to be so: 'said', 'accused', 'warned'.
    Asserts,
    /// Holds it not to be so: 'denied', 'refuted', 'called it a fabrication'.
    Denies,
    /// Grants or vouches for what was open: 'confirmed', 'admitted'.
    Confirms,
    /// Leaves open whether it is so, or thinks not: 'questioned whether', 'could not be verified', 'do not believe'.
    Doubts,
    /// Wants to know it: 'asked', 'wondered'.
    Asks,
    /// Wants somebody to do it: 'urged', 'called for', 'told them to'.
    Demands,
    /// Holds that it will be so, or hopes it: 'predicted', 'is expected'.
    Expects,
    /// Does not say: 'declined to comment', 'did not respond', 'would neither confirm nor deny'.
    Declines,
    /// Plans, decides, likes or dislikes it: 'plans', 'ruled', 'criticised', 'supports'.
    Other,
}

impl Stance {
    /// All of them, in the order of the contract.
    pub const ALL: [Self; 9] = [
        Self::Asserts,
        Self::Denies,
        Self::Confirms,
        Self::Doubts,
        Self::Asks,
        Self::Demands,
        Self::Expects,
        Self::Declines,
        Self::Other,
    ];

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::Confirms => "confirms",
            Self::Doubts => "doubts",
            Self::Asks => "asks",
            Self::Demands => "demands",
            Self::Expects => "expects",
            Self::Declines => "declines",
            Self::Other => "other",
        }
    }

    /// The stance of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.name() == name)
    }
}

/// A stance, and whether words that we know decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The stance.
    pub stance: Stance,
    /// What the cue does, whatever the content does by itself.
    pub by_cue: Stance,
    /// False where no word of the cue is in the lexicon, so that `stance` is a guess from the content's form. Whoever has
    /// better knowledge of the cue, such as a model's, does well to let it decide there, and there only.
    pub known: bool,
}
