//! Names behind a common noun: who issued a document, whose government it is, what a noun says again.

use std::ops::Range;

use sayso_lang::Standing;

use super::SpeakerKind;
use super::found::{Referent, Resolution};
use super::name;
use super::name_part;
use super::past::Past;
use super::phrase;
use super::pieces;
use super::resolve::Resolver;
use super::words::has_any_number;
use crate::tokens::Kind;

/// How many words behind a document 'by' may stand.
const NEAR: usize = 4;

impl<'l> Resolver<'_, 'l> {
    /// 'the minister of Foreign Affairs Maxime Verhagen': the name that ends the phrase, where it is known as a person's.
    pub(super) fn person_behind(&mut self, phrase: &Range<usize>, noun: usize) -> Option<Resolution> {
        let words = &self.tokens.language().speaker;
        let (name, entity) = self.cast.ending(phrase.end).filter(|(name, _)| name.start > noun + 1)?;
        let held = &self.cast.entities[entity];
        let purview = words.phrases.behind_roles.contains(self.tokens.word(noun + 1));
        let between = self.tokens.before(name.start, 1);
        let apart = purview
            && name_part::is_part(self.tokens, name.start - 1)
            && (!words.is_role(between) || self.is_titled_behind(noun, name.start))
            && words.is_role(self.tokens.word(noun));
        (apart && held.evidence.person)
            .then_some(Resolution { referent: Referent::Entity(entity), because: Vec::new() })
    }

    /// 'the chief of staff General Moss': titles right behind a common noun, not 'a spokesman for President Moss'.
    fn is_titled_behind(&self, noun: usize, name: usize) -> bool {
        let words = &self.tokens.language().speaker;
        let title = |at: &usize| name_part::is_part(self.tokens, *at) && words.is_role(self.tokens.word(*at));
        let length = (noun + 1..name).rev().take_while(title).count();
        let before = self.tokens.before(name - length, 1);
        before.starts_with(char::is_lowercase)
            && !words.small.function.contains(before)
            && self.tokens.is(name - length - 1, Kind::Word)
    }

    /// 'the Interfax news agency' is Interfax.
    pub(super) fn restated(&mut self, phrase: &Range<usize>, noun: usize) -> Option<Resolution> {
        let words = &self.tokens.language().speaker;
        let run = phrase::last_run(self.tokens, phrase.start..noun)?;
        if matches!(self.tokens.word(phrase.start), "a" | "an") {
            return None;
        }
        let restates = (run.end..=noun).all(|at| words.nouns.restating.contains(self.tokens.word(at)));
        let adjective = words.places.is_adjective(&name::lower(self.tokens, run.clone()));
        (restates && !adjective).then(|| self.named(phrase, run))
    }

    /// 'the German government' is Germany, and so are 'the Germans'.
    pub(super) fn governs(&mut self, phrase: &Range<usize>) -> Option<Resolution> {
        if let Some(country) = self.nation(phrase) {
            return Some(self.country(country, phrase.clone()));
        }
        let noun = phrase::head_end(self.tokens, &phrase::bare(self.tokens, phrase.clone())).checked_sub(1)?;
        if self.tokens.word(noun) != "government" {
            return None;
        }
        let bare = phrase::bare(self.tokens, phrase.clone());
        let owner = phrase::trim(self.tokens, bare.start..noun);
        let owner = if owner.is_empty() { phrase::bare(self.tokens, noun + 2..phrase.end) } else { owner };
        let lower = name::lower(self.tokens, owner.clone());
        let country = self.tokens.language().speaker.places.country(&lower, &[Standing::Name, Standing::Adjective])?;
        Some(self.country(country, owner))
    }

    /// The country of 'the Germans', by the English plural; 'Germans' are some of them, and 'the Germans who fled' are too.
    fn nation(&self, phrase: &Range<usize>) -> Option<&'l str> {
        let name = phrase.start + 1;
        let is_bare = phrase.len() == 2 && self.tokens.word(phrase.start) == "the" && self.tokens.is_capital(name);
        let stem = self.tokens.word(name).strip_suffix('s').filter(|_| is_bare)?;
        self.tokens.language().speaker.places.country(stem, &[Standing::Adjective])
    }

    /// Whoever issued a document: 'Bush's written statement', 'a survey by the Pentagon', 'the statement'.
    pub(super) fn issuer(
        &mut self,
        phrase: &Range<usize>,
        noun: usize,
        around: &[Resolution],
        parent: Option<usize>,
    ) -> Option<Vec<Resolution>> {
        let words = &self.tokens.language().speaker;
        let tokens = self.tokens;
        let bare = phrase::bare(tokens, phrase.clone());
        if let Some(owner) = (bare.start..noun).find(|at| tokens.is(*at, Kind::Possessive)) {
            return Some(self.phrase(phrase.start..owner, around, parent));
        }
        if words.pronouns.issuers.contains(tokens.word(phrase.start)) {
            return self.pronoun(&(phrase.start..phrase.start + 1), around, parent);
        }
        if let Some(by) = self.by(phrase, noun) {
            let pieces = pieces::pieces(tokens, by + 1..phrase.end);
            return Some(pieces.into_iter().flat_map(|piece| self.phrase(piece, around, parent)).collect());
        }
        if let Some(run) =
            phrase::last_run(tokens, bare.start..noun).filter(|run| self.names_issuer(run, bare.start, noun))
        {
            return (!words.places.is_adjective(&name::lower(tokens, run.clone())))
                .then(|| vec![self.named(phrase, run)]);
        }
        if noun == bare.start + 1 && words.nouns.generic.contains(tokens.word(bare.start)) {
            return self.before(&(phrase.start..noun), bare.start, tokens.word(bare.start));
        }
        let plain = noun == bare.start && phrase.end == noun + 1 && matches!(tokens.word(phrase.start), "the" | "this");
        if plain { self.issuer_before(phrase.start, noun) } else { None }
    }

    /// Whether a run is the name of whoever issued a document: 'Pentagon' of 'a Pentagon report', not 'Recent' of 'Recent
    /// reports'.
    fn names_issuer(&self, run: &Range<usize>, start: usize, noun: usize) -> bool {
        let common = run.len() == 1 && name::begins(self.tokens, run.start) && self.cast.at(run.start).is_none();
        run.start == start && run.end + 2 >= noun && !common
    }

    /// The word behind a document after which its issuer stands: 'a survey by', 'the verdict of', 'a note on … website'.
    fn by(&self, phrase: &Range<usize>, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let handed_on = |by: &usize| self.tokens.language().speaker.verbs.handed_on.contains(tokens.before(*by, 1));
        let by = (noun + 1..phrase.end).find(|at| matches!(tokens.word(*at), "by" | "from"));
        let is_site = || matches!(tokens.word(phrase.end - 1), "website" | "site" | "page");
        let behind = match tokens.word(noun + 1) {
            "of" => matches!(tokens.word(noun), "ruling" | "sentence" | "verdict"),
            "on" => phrase.end > noun + 2 && is_site(),
            _ => false,
        };
        by.filter(|by| !handed_on(by)).or(behind.then_some(noun + 1)).filter(|by| by - noun < NEAR)
    }

    /// 'The statement' is by whom the same noun was by before; otherwise by whoever last spoke.
    fn issuer_before(&self, at: usize, noun: usize) -> Option<Vec<Resolution>> {
        let tokens = self.tokens;
        let before = self.past.partition_point(|past| past.at < at);
        let has_noun = |past: &&Past| {
            let mut head = tokens.within(past.span).take_while(|at| tokens.word(*at) != "of");
            head.any(|at| tokens.word(at) == tokens.word(noun))
        };
        let same = self.past[..before].iter().rev().take(64).find(has_noun);
        let spoken = self.past[..before].iter().rev().take(8).find(|past| !past.nested);
        let is_found = has_any_number(&self.tokens.language().speaker.nouns.found, tokens.word(noun));
        let issues = |past: &&Past| {
            let of = |referent: &Referent| self.kind(*referent) == SpeakerKind::Organisation;
            !is_found || past.referents.iter().all(of)
        };
        let past = same.or(spoken.filter(issues))?;
        Some(
            past.referents
                .iter()
                .map(|referent| Resolution { referent: *referent, because: vec![past.span] })
                .collect(),
        )
    }
}
