//! Whom a proper name means.

use std::ops::Range;

use sayso_lang::Standing;

use super::SpeakerKind;
use super::entity;
use super::evidence;
use super::found::{Referent, Resolution};
use super::name;
use super::phrase;
use super::resolve::Resolver;
use super::shape;

impl Resolver<'_, '_> {
    /// Whether a name is of many who share a party or a country, by the English plural: 'Republicans'.
    pub(super) fn is_partisans(&self, name: &Range<usize>) -> bool {
        let words = &self.tokens.language().speaker;
        let word = self.tokens.word(name.start);
        name.len() == 1
            && word.strip_suffix('s').is_some_and(|one| {
                words.is_role(one) || words.places.is_adjective(one) || words.names.peoples.contains(one)
            })
    }

    /// Whom a proper name means.
    pub(super) fn named(&mut self, phrase: &Range<usize>, name: Range<usize>) -> Resolution {
        let known = &self.tokens.language().speaker;
        let tokens = self.tokens;
        let words = entity::words(tokens, name.clone());
        let raw: Vec<&str> = name.clone().map(|at| tokens.raw(at)).collect();
        let lower = name::lower(tokens, name.clone());
        let alone = phrase::bare(tokens, phrase.clone()).len() == name.len();
        let standings: &[Standing] = if alone {
            &[Standing::Name, Standing::Capital, Standing::Adjective]
        } else {
            &[Standing::Name, Standing::Capital]
        };
        if let Some(country) = known.places.country(&lower, standings) {
            return self.country(country, name);
        }
        let here =
            self.cast.ending(name.end).filter(|(mention, _)| mention.start >= name.start).map(|(_, entity)| entity);
        match here.or_else(|| self.cast.find(&words, &raw, name.start, evidence::title_gender(tokens, name.start))) {
            Some(entity) => Resolution { referent: Referent::Entity(entity), because: Vec::new() },
            None if name.len() == 1
                && alone
                && name::begins(tokens, name.start)
                && !name::is_acronym(raw[0])
                && known.is_plural(&lower) =>
            {
                self.literal(phrase, &lower)
            }
            None => {
                let organised = name.clone().any(|at| {
                    known.nouns.organisations.contains(tokens.word(at)) || known.nouns.generic.contains(tokens.word(at))
                });
                let kind = if organised || name.len() == 1 { SpeakerKind::Organisation } else { SpeakerKind::Person };
                let written = shape::written(tokens, name.clone());
                Resolution { referent: self.describe(written, &lower, kind, name), because: Vec::new() }
            }
        }
    }

    /// A country that something in the text stands for.
    pub(super) fn country(&mut self, country: &str, at: Range<usize>) -> Resolution {
        let words = [country.to_lowercase()];
        let referent = match self.cast.find(&words, &[country], at.start, None) {
            Some(entity) => Referent::Entity(entity),
            None => self.describe(country.to_owned(), &words[0], SpeakerKind::Place, at),
        };
        Resolution { referent, because: Vec::new() }
    }
}
