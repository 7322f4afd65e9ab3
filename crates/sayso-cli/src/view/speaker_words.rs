//! Whom an attribution comes down to, in words.

use sayso::{Attribution, Reading, SpeakerKind};

use super::words::words;

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

/// The speakers' names, the role of one with a name, and through whom the article has it: 'Hana Orlin, harbour master, via
/// Radio East'.
pub fn names(reading: &Reading, attribution: &Attribution) -> String {
    let speakers: Vec<&str> = attribution.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let via: String = attribution.provenance.via.iter().map(|via| format!(", via {}", via.name)).collect();
    speakers.join("; ") + &role(reading, attribution) + &via
}

/// The role of a speaker who is one person with a name; a description says it already.
fn role(reading: &Reading, attribution: &Attribution) -> String {
    let [speaker] = attribution.speakers.as_slice() else { return String::new() };
    let role = attribution.role.filter(|_| speaker.kind == SpeakerKind::Person);
    role.map(|role| format!(", {}", words(reading, &[role]))).unwrap_or_default()
}
