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
mod group;
mod identity;
mod impersonal;
mod issuer;
mod literal;
mod lookup;
mod name;
mod name_part;
mod name_words;
mod named;
mod noun;
mod noun_words;
mod past;
mod phrase;
mod phrase_words;
mod pieces;
mod portraits;
mod pronoun;
mod pronoun_words;
mod quoted;
mod resolve;
mod role;
mod role_words;
mod several;
mod shape;
mod small_words;
mod sourceless;
#[cfg(test)]
mod tests;
mod titles;
mod verb_words;
mod vocabulary;
mod voice;
mod words;

use std::cell::OnceCell;
use std::ops::Range;

use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

pub use identity::{Speaker, SpeakerKind};
pub(crate) use role::{RolePhrase, is_past, phrase as told_by};
pub(crate) use vocabulary::SpeakerWords;
pub(crate) use voice::Voice;
pub(crate) use words::singular;

/// The people whom an article names in full; the article is read for them once, when they are first asked for.
pub(crate) struct People<'p, 't> {
    tokens: &'p Tokens<'t>,
    /// In the order of the text: the name, who is meant, and whether it stands where a subject does.
    named: OnceCell<Vec<(Range<usize>, usize, bool)>>,
}

impl<'p, 't> People<'p, 't> {
    /// Nobody is looked for yet.
    pub(crate) fn new(tokens: &'p Tokens<'t>) -> Self {
        Self { tokens, named: OnceCell::new() }
    }

    /// Where each is named, in order, as often as he is.
    pub(crate) fn all(&self) -> impl Iterator<Item = Span> {
        self.named().iter().filter_map(|(name, ..)| self.tokens.span_of(name.clone()))
    }

    /// The one who is named in a run of tokens where a subject stands, if it is one alone.
    pub(crate) fn only_subject(&self, run: &Range<usize>) -> Option<Span> {
        let all = self.named();
        let first = all.partition_point(|(name, ..)| name.start < run.start);
        let mut subjects =
            all[first..].iter().take_while(|(name, ..)| name.start < run.end).filter(|(.., subject)| *subject);
        let (name, only, _) = subjects.next()?;
        subjects.all(|(_, entity, _)| entity == only).then(|| self.tokens.span_of(name.clone())).flatten()
    }

    fn named(&self) -> &[(Range<usize>, usize, bool)] {
        self.named.get_or_init(|| {
            let cast = cast::Cast::new(self.tokens);
            let is_person =
                |mention: &&cast::CastMention| mention.name.len() > 1 && cast.entities[mention.entity].can_be_person();
            let people = cast.mentions.iter().filter(is_person);
            people.map(|mention| (mention.name.clone(), mention.entity, mention.subject)).collect()
        })
    }
}

/// The speakers of each attribution, with what the article tells of them: one for most, several for 'Ukraine and South Korea both claimed', none where the
/// attribution has no source and no sign of who speaks.
pub fn speakers(tokens: &Tokens<'_>, attributions: &[AttributionSpans]) -> Vec<Vec<Voice>> {
    resolve::Resolver::new(tokens, attributions).all()
}
