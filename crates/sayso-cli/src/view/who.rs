//! Whom an attribution comes down to, in words.

use sayso::{Attribution, SpeakerKind};

/// How an attribution's source is given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// No words of the article say who speaks.
    Absent,
    /// It is described and not named.
    Unnamed,
    /// Anything else.
    Given,
}

impl Who {
    /// Of an attribution.
    pub fn of(attribution: &Attribution) -> Self {
        if attribution.speakers.is_empty() && attribution.source.is_empty() {
            Self::Absent
        } else if attribution.speakers.iter().any(|speaker| speaker.kind == SpeakerKind::Unnamed) {
            Self::Unnamed
        } else {
            Self::Given
        }
    }
}

/// The speakers' names, and through whom the article has it: 'Hana Orlin, via Radio East'.
pub fn names(attribution: &Attribution) -> String {
    let speakers: Vec<&str> = attribution.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let via: String = attribution.provenance.via.iter().map(|via| format!(", via {}", via.name)).collect();
    speakers.join("; ") + &via
}
