//! Who speaks: every source of an article resolved to a name and a kind.
//!
//! ```text
//! Greek President Maria Doukas met reporters. She said the talks would go on. “I am hopeful,” Doukas added.
//!                                             ^^^ Maria Doukas          Maria Doukas ^^^^^^
//! ```
//!
//! An index of the proper names is built once ([`cast`]); each source is then cut into phrases ([`phrase`]), and each
//! phrase is looked up by name, by role or by description ([`describe`]), or followed back as a pronoun ([`pronoun`]).

mod antecedent;
mod cast;
mod class;
mod describe;
mod description;
mod entity;
mod evidence;
mod fits;
mod found;
mod impersonal;
mod issuer;
mod lookup;
mod name;
mod name_words;
mod named;
mod noun;
mod noun_words;
mod past;
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
#[cfg(test)]
mod tests;
mod titles;
mod verb_words;
mod vocabulary;
mod who;
mod words;

use crate::attribution::Triple;
use crate::tokens::Tokens;

pub(crate) use vocabulary::SpeakerWords;
pub use who::{Speaker, SpeakerKind};

/// The speakers of each attribution: one for most, several for 'Ukraine and South Korea both claimed', none where the
/// attribution has no source and no sign of who speaks.
pub fn speakers(tokens: &Tokens<'_>, attributions: &[Triple]) -> Vec<Vec<Speaker>> {
    resolve::Resolver::new(tokens, attributions).all()
}
