//! Names behind a common noun: who issued a document, whose government it is, what a noun says again.

use std::ops::Range;

use super::name;
use super::phrase;
use super::pieces;
use super::place::{self, Standing};
use super::resolve::{Found, Past, Referent, Resolver};
use super::titles;
use super::words::{GENERIC, has};
use crate::tokens::Kind;

/// Nouns that say again what a name before them is: 'the Interfax news agency'.
const RESTATING: &[&str] = &[
    "agency",
    "airline",
    "channel",
    "company",
    "firm",
    "foundation",
    "magazine",
    "movement",
    "network",
    "news",
    "newspaper",
    "paper",
    "party",
    "site",
    "station",
    "television",
    "union",
    "website",
];

impl Resolver<'_, '_> {
    /// 'the minister of Foreign Affairs Maxime Verhagen': the name that ends the phrase, where it is known as a person's.
    pub(super) fn person_behind(&mut self, phrase: &Range<usize>, noun: usize) -> Option<Found> {
        let (name, entity) = self.cast.ending(phrase.end).filter(|(name, _)| name.start > noun + 1)?;
        let held = &self.cast.entities[entity];
        let purview = matches!(self.tokens.word(noun + 1), "of" | "for" | "to" | "at" | "with" | "from");
        let between = self.tokens.before(name.start, 1);
        let apart = purview
            && name::is_part(self.tokens, name.start - 1)
            && !titles::is_role(between)
            && titles::is_role(self.tokens.word(noun));
        (apart && held.evidence.person).then_some(Found { referent: Referent::Entity(entity), because: Vec::new() })
    }

    /// 'the Interfax news agency' is Interfax.
    pub(super) fn restated(&mut self, phrase: &Range<usize>, noun: usize) -> Option<Found> {
        let run = phrase::last_run(self.tokens, phrase.start..noun)?;
        if matches!(self.tokens.word(phrase.start), "a" | "an") {
            return None;
        }
        let restates = (run.end..=noun).all(|at| has(RESTATING, self.tokens.word(at)));
        let adjective = place::is_adjective(&name::lower(self.tokens, run.clone()));
        (restates && !adjective).then(|| self.named(phrase, run))
    }

    /// 'the German government' is Germany.
    pub(super) fn governs(&mut self, phrase: &Range<usize>) -> Option<Found> {
        let noun = phrase::head_end(self.tokens, &phrase::bare(self.tokens, phrase.clone())).checked_sub(1)?;
        if self.tokens.word(noun) != "government" {
            return None;
        }
        let bare = phrase::bare(self.tokens, phrase.clone());
        let owner = phrase::trim(self.tokens, bare.start..noun);
        let owner = if owner.is_empty() { phrase::bare(self.tokens, noun + 2..phrase.end) } else { owner };
        let lower = name::lower(self.tokens, owner.clone());
        let country = place::country(&lower, &[Standing::Name, Standing::Adjective])?;
        Some(self.country(country, owner))
    }

    /// Whoever issued a document: 'Bush's written statement', 'a survey by the Pentagon', 'the statement'.
    pub(super) fn issuer(
        &mut self,
        phrase: &Range<usize>,
        noun: usize,
        around: &[Found],
        parent: Option<usize>,
    ) -> Option<Vec<Found>> {
        let tokens = self.tokens;
        let bare = phrase::bare(tokens, phrase.clone());
        if let Some(owner) = (bare.start..noun).find(|at| tokens.is(*at, Kind::Possessive)) {
            return Some(self.phrase(phrase.start..owner, around, parent));
        }
        if matches!(tokens.word(phrase.start), "his" | "her" | "its" | "their" | "my" | "our") {
            return self.pronoun(&(phrase.start..phrase.start + 1), around, parent);
        }
        let by = (noun + 1..phrase.end).find(|at| matches!(tokens.word(*at), "by" | "from"));
        let ruling = matches!(tokens.word(noun), "ruling" | "sentence" | "verdict");
        let by = by.filter(|by| {
            !matches!(
                tokens.before(*by, 1),
                "broadcast" | "aired" | "published" | "carried" | "obtained" | "seen" | "leaked"
            )
        });
        let by = by.or_else(|| (tokens.word(noun + 1) == "of" && ruling).then_some(noun + 1));
        let by = by.or_else(|| {
            (tokens.word(noun + 1) == "on"
                && phrase.end > noun + 2
                && matches!(tokens.word(phrase.end - 1), "website" | "site" | "page"))
            .then_some(noun + 1)
        });
        if let Some(by) = by.filter(|by| by - noun < 4) {
            let pieces = pieces::pieces(tokens, by + 1..phrase.end);
            return Some(pieces.into_iter().flat_map(|piece| self.phrase(piece, around, parent)).collect());
        }
        if let Some(run) =
            phrase::last_run(tokens, bare.start..noun).filter(|run| run.start == bare.start && run.end + 2 >= noun)
        {
            return (!place::is_adjective(&name::lower(tokens, run.clone()))).then(|| vec![self.named(phrase, run)]);
        }
        if noun == bare.start + 1 && has(GENERIC, tokens.word(bare.start)) {
            return self.before(&(phrase.start..noun), bare.start, tokens.word(bare.start));
        }
        let plain = noun == bare.start && phrase.end == noun + 1 && matches!(tokens.word(phrase.start), "the" | "this");
        if !plain {
            return None;
        }
        let before = self.past.partition_point(|past| past.at < phrase.start);
        let noun_before = |past: &&Past| {
            tokens
                .within(past.span)
                .take_while(|at| tokens.word(*at) != "of")
                .any(|at| tokens.word(at) == tokens.word(noun))
        };
        let same = self.past[..before].iter().rev().take(64).find(noun_before);
        let past = same.or(self.past[..before].iter().rev().take(8).find(|past| !past.nested))?;
        Some(past.referents.iter().map(|referent| Found { referent: *referent, because: vec![past.span] }).collect())
    }
}
