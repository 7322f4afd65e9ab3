//! Who speaks: every source of an article resolved to a name and a kind.
//!
//! ```text
//! Greek President Maria Doukas met reporters. She said the talks would go on. “I am hopeful,” Doukas added.
//!                                             ^^^ Maria Doukas          Maria Doukas ^^^^^^
//! ```
//!
//! An index of the proper names is built once ([`cast`]); each source is then cut into phrases ([`phrase`]), and each
//! phrase is looked up by name, by role or by description ([`describe`]), or followed back as a pronoun ([`pronoun`]).

pub(crate) use vocabulary::SpeakerWords;

use sayso_text::Span;
use serde::{Deserialize, Serialize};

use crate::attribution::Triple;
use crate::tokens::Tokens;

mod antecedent;
mod cast;
mod describe;
mod entity;
mod evidence;
mod fits;
mod impersonal;
mod issuer;
mod lookup;
mod name;
mod name_words;
mod named;
mod noun;
mod noun_words;
mod phrase;
mod phrase_words;
mod pieces;
mod pronoun;
mod pronoun_words;
mod quoted;
mod resolve;
mod several;
mod shape;
mod small_words;
mod sourceless;
mod titles;
mod verb_words;
mod words;

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

/// The speakers of each attribution: one for most, several for 'Ukraine and South Korea both claimed', none where the
/// attribution has no source and no sign of who speaks.
pub fn speakers(tokens: &Tokens<'_>, attributions: &[Triple]) -> Vec<Vec<Speaker>> {
    resolve::Resolver::new(tokens, attributions).all()
}

#[cfg(test)]
mod tests;
mod vocabulary;
