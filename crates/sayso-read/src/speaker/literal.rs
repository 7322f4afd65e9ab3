//! A source that nothing before it explains: the phrase as it stands.

use std::ops::Range;

use super::SpeakerKind;
use super::found::Resolution;
use super::name;
use super::name_part;
use super::phrase;
use super::resolve::Resolver;
use super::shape;

/// Tokens behind a name among which a pronoun for it is looked for.
const CALLED_WITHIN: usize = 12;

impl Resolver<'_, '_> {
    /// The phrase itself, without article, as a description.
    pub(super) fn literal(&mut self, phrase: &Range<usize>, head: &str) -> Resolution {
        let words = &self.tokens.language().speaker;
        let tokens = self.tokens;
        let bare = phrase::bare(tokens, phrase.clone());
        let counted = words.small.indefinite.contains(tokens.word(phrase.start));
        let mut name = shape::written(tokens, bare.clone());
        let word = tokens.word(bare.start);
        let proper = words.places.is_adjective(word)
            || name::is_acronym(tokens.raw(bare.start))
            || matches!(word, "democrats" | "republicans" | "liberals");
        let common = self.cast.at(bare.start).is_none() && !proper && name_part::is_part(tokens, bare.start);
        // 'Hamas' at the head of a sentence is no plural of a noun that nobody knows.
        let unknown = common && bare.len() == 1 && tokens.is_capital(bare.start) && !words.is_known(word);
        if unknown {
            let kind = if self.is_called_person(bare.end) { SpeakerKind::Person } else { SpeakerKind::Organisation };
            let referent = self.describe(name, head, kind, phrase.clone());
            return Resolution { referent, because: Vec::new() };
        }
        let plain = tokens.raw(bare.start).chars().skip(1).all(|letter| letter.is_lowercase() || letter == '-');
        if common && plain && name::begins(tokens, bare.start) {
            let rest = name.split_off(name.chars().next().map_or(0, char::len_utf8));
            name = name.to_lowercase() + &rest;
        }
        Resolution {
            referent: self.describe(name, head, words.kind(head, counted), phrase.clone()),
            because: Vec::new(),
        }
    }

    /// Whether the first pronoun behind a name in its sentence, before another name, is a person's: 'Ostrow said he'.
    fn is_called_person(&self, end: usize) -> bool {
        let pronouns = &self.tokens.language().speaker.pronouns;
        let is_person = |word: &str| pronouns.man.contains(word) || pronouns.woman.contains(word);
        let sentence = end..self.tokens.sentence(end.saturating_sub(1)).end;
        let mut near = sentence.take(CALLED_WITHIN).take_while(|at| !name_part::is_part(self.tokens, *at));
        near.any(|at| is_person(self.tokens.word(at)))
    }
}
