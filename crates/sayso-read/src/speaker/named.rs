//! Whom a proper name means.

use std::ops::Range;

use super::SpeakerKind;
use super::entity;
use super::evidence;
use super::name;
use super::noun::is_plural;
use super::phrase;
use super::place::{self, Standing};
use super::resolve::{Found, Referent, Resolver};
use super::shape;
use super::titles;
use super::words::{GENERIC, ORGANISATIONS, has};

/// Peoples and believers who have no country of the table, sorted.
const PEOPLES: &[&str] = &[
    "arab",
    "buddhist",
    "catholic",
    "christian",
    "hindu",
    "jew",
    "kurd",
    "muslim",
    "palestinian",
    "protestant",
    "shiite",
    "sikh",
    "sunni",
];

impl Resolver<'_, '_> {
    /// Whether a name is of many who share a party or a country: 'Republicans'.
    pub(super) fn is_partisans(&self, name: &Range<usize>) -> bool {
        let word = self.tokens.word(name.start);
        name.len() == 1
            && word
                .strip_suffix('s')
                .is_some_and(|one| titles::is_role(one) || place::is_adjective(one) || has(PEOPLES, one))
    }

    /// Whom a proper name means.
    pub(super) fn named(&mut self, phrase: &Range<usize>, name: Range<usize>) -> Found {
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
        if let Some(country) = place::country(&lower, standings) {
            return self.country(country, name);
        }
        let here =
            self.cast.ending(name.end).filter(|(mention, _)| mention.start >= name.start).map(|(_, entity)| entity);
        match here.or_else(|| self.cast.find(&words, &raw, name.start, evidence::title_gender(tokens, name.start))) {
            Some(entity) => Found { referent: Referent::Entity(entity), because: Vec::new() },
            None if name.len() == 1
                && alone
                && name::begins(tokens, name.start)
                && !name::is_acronym(raw[0])
                && is_plural(&lower) =>
            {
                self.literal(phrase, &lower)
            }
            None => {
                let organised =
                    name.clone().any(|at| has(ORGANISATIONS, tokens.word(at)) || has(GENERIC, tokens.word(at)));
                let kind = if organised || name.len() == 1 { SpeakerKind::Organisation } else { SpeakerKind::Person };
                let written = shape::written(tokens, name.clone());
                Found { referent: self.describe(written, &lower, kind, name), because: Vec::new() }
            }
        }
    }

    /// A country that something in the text stands for.
    pub(super) fn country(&mut self, country: &str, at: Range<usize>) -> Found {
        let words = [country.to_lowercase()];
        let referent = match self.cast.find(&words, &[country], at.start, None) {
            Some(entity) => Referent::Entity(entity),
            None => self.describe(country.to_owned(), &words[0], SpeakerKind::Place, at),
        };
        Found { referent, because: Vec::new() }
    }
}
