//! How firmly a content can be held to be so.

use serde::{Deserialize, Serialize};

/// How firmly a content is held to be so; a greater value leaves more open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Said plainly.
    Certain,
    /// Held to be likely.
    Probable,
    /// Held to be possible, or passed on as hearsay.
    Possible,
    /// Not held to be so at all.
    Unknown,
}

impl Certainty {
    /// All of them, the firmest first.
    pub const ALL: [Self; 4] = [Self::Certain, Self::Probable, Self::Possible, Self::Unknown];

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Possible => "possible",
            Self::Unknown => "unknown",
        }
    }
}
