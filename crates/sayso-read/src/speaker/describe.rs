//! Speakers without a proper name: by role, by what they are, by the document they speak through.

use std::ops::Range;

use sayso_lang::Standing;

use crate::tokens::Kind;

use super::SpeakerKind;
use super::class::Class;
use super::description::Description;
use super::found::{Referent, Resolution};
use super::name_part;
use super::past::Past;
use super::resolve::Resolver;
use super::shape;
use super::words::{has_any_number, singular};

impl Resolver<'_, '_> {
    /// Keeps a description; the same words a second time are the same speaker.
    pub(super) fn describe(&mut self, name: String, head: &str, kind: SpeakerKind, phrase: Range<usize>) -> Referent {
        let known = self.descriptions.iter().rev().take(64).position(|known| known.name == name);
        if let Some(back) = known {
            return Referent::Described(self.descriptions.len() - 1 - back);
        }
        let span = self.tokens.span_of(phrase.clone()).unwrap_or_else(|| self.tokens.span(0));
        let plural = self.tokens.language().speaker.is_plural(head);
        self.descriptions.push(Description { name, head: head.to_owned(), kind, plural, span });
        Referent::Described(self.descriptions.len() - 1)
    }

    /// Whom a phrase built on a common noun means.
    pub(super) fn described(
        &mut self,
        phrase: &Range<usize>,
        noun: usize,
        around: &[Resolution],
        parent: Option<usize>,
    ) -> Vec<Resolution> {
        let known = &self.tokens.language().speaker;
        let head = self.tokens.word(noun).trim_end_matches('.').to_owned();
        if phrase.len() == 1 && self.tokens.is_capital(noun) {
            let surname = self.cast.find(std::slice::from_ref(&head), &[self.tokens.raw(noun)], noun, None);
            // 'Conners' ends as a plural does.
            let is_surname = |entity: &usize| !known.is_plural(&head) || self.cast.entities[*entity].evidence.person;
            let surname = surname.filter(is_surname);
            if let Some(entity) = surname.filter(|entity| self.cast.entities[*entity].words.last() == Some(&head)) {
                return vec![Resolution { referent: Referent::Entity(entity), because: Vec::new() }];
            }
        }
        if let Some(found) = self.person_behind(phrase, noun).or_else(|| self.restated(phrase, noun)) {
            return vec![found];
        }
        if has_any_number(&known.nouns.issued, &head)
            && let Some(found) = self.issuer(phrase, noun, around, parent)
        {
            return found;
        }
        let opener = self.tokens.word(phrase.start);
        let owned = known.pronouns.owners.contains(opener);
        let definite = matches!(opener, "the" | "this" | "that") || owned;
        let titled = known.is_role(opener) && (phrase.len() == 1 || self.tokens.is_capital(phrase.start));
        if (definite || (titled && !known.is_plural(&head)))
            && let Some(found) = self.before(phrase, noun, &head)
        {
            return found;
        }
        if head.ends_with("-year-old") && definite {
            return self.antecedent(phrase.start, Class::Human, &[]).unwrap_or_default();
        }
        if owned {
            return self.owned(phrase, &head, around, parent);
        }
        vec![self.literal(phrase, &head)]
    }

    /// Who was named or described before and is meant by a role or a general noun: 'the spokesman', 'the court', 'the
    /// company'.
    pub(super) fn before(&mut self, phrase: &Range<usize>, noun: usize, head: &str) -> Option<Vec<Resolution>> {
        let details = self.details(phrase, noun);
        let same = self.same_before(phrase, noun, head).or_else(|| self.unnamed(head, phrase, noun));
        let role = self.role_before(phrase, head, &details);
        let referent = match (same, role) {
            (Some((referent, at)), Some((_, place))) if place >= phrase.start || at > place => Some(referent),
            (_, Some((entity, _))) => Some(Referent::Entity(entity)),
            (Some((referent, _)), None) => Some(referent),
            (None, None) => None,
        };
        if let Some(referent) = referent {
            return Some(vec![Resolution { referent, because: Vec::new() }]);
        }
        // 'his party' is his, whichever was last spoken of.
        let owned = self.tokens.language().speaker.pronouns.their.contains(self.tokens.word(phrase.start));
        let is_bare = details.is_empty() && phrase.end <= noun + 1 && !owned;
        if is_bare { self.general(phrase, head) } else { None }
    }

    /// The words of a phrase beside its noun that tell which one is meant.
    fn details(&self, phrase: &Range<usize>, noun: usize) -> Vec<usize> {
        let words = &self.tokens.language().speaker;
        let word = |at: usize| self.tokens.word(at);
        let is_name = |at: usize| name_part::is_part(self.tokens, at) && !words.small.function.contains(word(at));
        let is_small =
            |at: usize| words.small.function.contains(word(at)) || words.phrases.unspecific.contains(word(at));
        let is_owner = |at: usize| {
            let before_owner = self.tokens.is(at + 1, Kind::Possessive);
            self.tokens.is(at, Kind::Possessive)
                || before_owner && (words.nouns.generic.contains(word(at)) || words.nouns.countries.contains(word(at)))
        };
        let tells = |at: &usize| {
            let beside = *at != noun && !words.is_role(word(*at));
            beside && (is_name(*at) || *at < noun && !is_small(*at) && !is_owner(*at))
        };
        phrase.clone().filter(tells).collect()
    }

    /// Who was last described by the same noun, where what the phrase adds was said too.
    fn same_before(&self, phrase: &Range<usize>, noun: usize, head: &str) -> Option<(Referent, usize)> {
        let word = |at: usize| self.tokens.word(at);
        let adds = |at: &usize| {
            !self.tokens.language().speaker.small.function.contains(word(*at))
                && !matches!(word(*at), "current" | "same")
        };
        let (referent, at) = self.same_noun(head, phrase.start)?;
        (phrase.start..noun).filter(adds).all(|at| self.is_said_of(referent, at)).then_some((referent, at))
    }

    /// Who was given a role before, where the phrase's details stand near the place.
    fn role_before(&self, phrase: &Range<usize>, head: &str, details: &[usize]) -> Option<(usize, usize)> {
        let words = &self.tokens.language().speaker;
        let one = singular(head).unwrap_or_else(|| head.to_owned());
        let role = self.cast.in_role(&one, phrase.start).filter(|_| !words.is_plural(head) && words.is_role(head));
        role.filter(|(_, place)| details.iter().all(|at| self.stands_near(*at, *place)))
    }

    /// 'the court' for a court named before, 'the company' or 'the country' for the one last spoken of.
    fn general(&mut self, phrase: &Range<usize>, head: &str) -> Option<Vec<Resolution>> {
        let words = &self.tokens.language().speaker;
        if (words.nouns.organisations.contains(head)
            || words.nouns.generic.contains(head)
            || words.nouns.documents.contains(head))
            && let Some(entity) = self.cast.with_word(head, phrase.start)
        {
            return Some(vec![Resolution { referent: Referent::Entity(entity), because: Vec::new() }]);
        }
        let class = match head {
            _ if words.nouns.countries.contains(head) => Class::Country,
            word if words.nouns.companies.contains(word) => Class::Company,
            word if words.nouns.outlets.contains(word) => Class::Outlet,
            _ if words.nouns.generic.contains(head) => Class::Organisation,
            _ => return None,
        };
        // 'the union' is nobody who was only called 'the ministry'.
        let is_named = |found: &Vec<Resolution>| found.iter().all(|one| matches!(one.referent, Referent::Entity(_)));
        self.antecedent(phrase.start, class, &[]).filter(is_named)
    }

    /// 'the source' is whoever last spoke without a name.
    fn unnamed(&self, head: &str, phrase: &Range<usize>, noun: usize) -> Option<(Referent, usize)> {
        let words = &self.tokens.language().speaker;
        let plain = words.nouns.unnamed.contains(head) && noun == phrase.start + 1 && phrase.end == noun + 1;
        let fits = |referent: &Referent| matches!(referent, Referent::Described(index) if self.descriptions[*index].kind == SpeakerKind::Unnamed && self.descriptions[*index].plural == words.is_plural(head));
        let end = self.past.partition_point(|past| past.at < phrase.start);
        let past =
            self.past[..end].iter().rev().take(64).filter(|_| plain).find(|past| past.referents.iter().any(fits))?;
        past.referents.iter().find(|referent| fits(referent)).map(|referent| (*referent, past.at))
    }

    /// The speaker that was last described by the same noun before a token.
    fn same_noun(&self, head: &str, at: usize) -> Option<(Referent, usize)> {
        let fits = |past: &&Past| past.referents.iter().any(|referent| self.has_head(*referent, head));
        let end = self.past.partition_point(|past| past.at < at);
        let past = self.past[..end].iter().rev().take(64).find(fits)?;
        past.referents.iter().find(|referent| self.has_head(**referent, head)).map(|referent| (*referent, past.at))
    }

    /// Whether a description has a word.
    fn is_said_of(&self, referent: Referent, word: usize) -> bool {
        matches!(referent, Referent::Described(index) if self.descriptions[index].name.contains(self.tokens.raw(word)))
    }

    fn has_head(&self, referent: Referent, head: &str) -> bool {
        matches!(referent, Referent::Described(index) if self.descriptions[index].head == head)
    }

    /// Whether a word of a description, or its country, stands near the place where a role is given.
    fn stands_near(&self, word: usize, place: usize) -> bool {
        let words = &self.tokens.language().speaker;
        let all = &[Standing::Name, Standing::Adjective];
        let wanted = self.tokens.word(word);
        let country = words.places.country(wanted, all);
        (place.saturating_sub(8)..place + 9).any(|at| {
            let word = self.tokens.word(at);
            word == wanted || (country.is_some() && words.places.country(word, all) == country)
        })
    }

    /// 'his family' is 'Leonard Lomell's family'.
    fn owned(
        &mut self,
        phrase: &Range<usize>,
        head: &str,
        around: &[Resolution],
        parent: Option<usize>,
    ) -> Vec<Resolution> {
        // Outside of quotations 'our correspondent' is the article's own, whoever spoke last.
        let theirs = self.tokens.language().speaker.pronouns.their.contains(self.tokens.word(phrase.start));
        if !theirs && !self.quoted[phrase.start] && around.is_empty() {
            return vec![self.literal(phrase, head)];
        }
        let owner = self.pronoun(&(phrase.start..phrase.start + 1), around, parent).unwrap_or_default();
        let [owner] = owner.as_slice() else { return vec![self.literal(phrase, head)] };
        // Whose nobody knows is left as it stands: 'their landlord'.
        let is_traced = |index: usize| !self.descriptions[index].head.is_empty();
        let name = match owner.referent {
            Referent::Entity(entity) => &self.cast.entities[entity].name,
            Referent::Described(index) if is_traced(index) => &self.descriptions[index].name,
            Referent::Described(_) => return vec![self.literal(phrase, head)],
        };
        let rest = shape::written(self.tokens, phrase.start + 1..phrase.end);
        let name = format!("{name}'s {rest}");
        let referent = self.describe(name, head, self.tokens.language().speaker.kind(head, false), phrase.clone());
        vec![Resolution { referent, because: owner.because.clone() }]
    }
}
