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

use std::ops::Range;

use sayso_text::Span;

use crate::attribution::Triple;
use crate::tokens::Tokens;

pub(crate) use vocabulary::SpeakerWords;
pub use who::{Speaker, SpeakerKind};

/// Where each person is first named in full in a run of tokens, in order.
pub(crate) fn people_named(tokens: &Tokens<'_>, run: Range<usize>) -> Vec<Span> {
    named(tokens, run, |_| true)
}

/// The person who is named in full in a run of tokens where a subject stands, if it is one alone.
pub(crate) fn only_subject(tokens: &Tokens<'_>, run: Range<usize>) -> Option<Span> {
    match named(tokens, run, |mention| mention.subject)[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn named(tokens: &Tokens<'_>, run: Range<usize>, is_meant: impl Fn(&cast::Mention) -> bool) -> Vec<Span> {
    let cast = cast::Cast::new(tokens);
    let is_full = |mention: &&cast::Mention| mention.name.len() > 1 && run.contains(&mention.name.start);
    let mut seen = Vec::new();
    let mut people = Vec::new();
    for mention in cast.mentions.iter().filter(is_full).filter(|mention| is_meant(mention)) {
        if cast.entities[mention.entity].can_be_person() && !seen.contains(&mention.entity) {
            seen.push(mention.entity);
            people.extend(tokens.span_of(mention.name.clone()));
        }
    }
    people
}

/// The speakers of each attribution: one for most, several for 'Ukraine and South Korea both claimed', none where the
/// attribution has no source and no sign of who speaks.
pub fn speakers(tokens: &Tokens<'_>, attributions: &[Triple]) -> Vec<Vec<Speaker>> {
    resolve::Resolver::new(tokens, attributions).all()
}
