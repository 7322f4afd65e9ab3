//! Who is who in a story, and who stands behind a claim, as it is exported.

use sayso_read::SpeakerKind;
use serde::{Deserialize, Serialize};

use super::At;

/// Somebody whose claims a story has: a person, a body, or somebody who is only described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRecord {
    /// Derived from the first article of its story, and the first of its names.
    pub id: String,
    /// The name that claims show.
    pub name: String,
    /// What sort of source the readings take it for most often.
    pub kind: SpeakerKind,
    /// The role with which an article introduces the person.
    pub role: Option<String>,
    /// All names by which articles call it, in order of their letters.
    pub aliases: Vec<String>,
}

/// One of the sources that a claim's count counts, with the words that it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceBehind {
    /// The entity's id.
    pub entity: String,
    /// Its name.
    pub name: String,
    /// Where it says so: in this claim, or in one that supports it.
    pub mentions: Vec<At>,
}
