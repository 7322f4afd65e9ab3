//! Who a speaker is.

use sayso_text::Span;
use serde::{Deserialize, Serialize};

/// Whom a source comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name that the article has, without titles; a description where it has no name.
    pub name: String,
    /// What kind of speaker it is.
    pub kind: SpeakerKind,
    /// The mentions that the name rests on: the source, what it refers to, the fullest mention; in order of the text.
    pub because: Vec<Span>,
}

/// What a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// Somebody with a name.
    Person,
    /// A company, an authority, a party, a newspaper.
    Organisation,
    /// Many together: 'protesters'.
    Group,
    /// A country or a town, speaking for its government.
    Place,
    /// A law, a survey, a film.
    Document,
    /// Somebody described without a name: 'two officials briefed on the matter'.
    Unnamed,
}

impl SpeakerKind {
    /// All of them, in the order of the contract.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Organisation, Self::Group, Self::Place, Self::Document, Self::Unnamed];

    /// The kind as it stands in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Place => "place",
            Self::Document => "document",
            Self::Unnamed => "unnamed",
        }
    }
}
