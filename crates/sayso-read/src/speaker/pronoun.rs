//! Pronouns followed back to whom they mean.

use std::ops::Range;

use super::SpeakerKind;
use super::cast::CastMention;
use super::class::Class;
use super::found::{Referent, Resolution};
use super::name;
use super::past::Past;
use super::pronoun_words::PronounWords;
use super::resolve::{DEEPEST, Resolver};

/// Sources that are looked at for the one that ends before 'who'.
const NEAR: usize = 8;

/// Words of an institution that has no name: 'the national weather service'.
const LONGEST_INSTITUTION: usize = 4;

/// What a pronoun asks of whom it means.
pub(super) fn class_of(word: &str, words: &PronounWords) -> Option<Class> {
    Some(match word {
        word if words.man.contains(word) => Class::Man,
        word if words.woman.contains(word) => Class::Woman,
        word if words.thing.contains(word) => Class::Thing,
        word if words.many.contains(word) => Class::Many,
        _ => return None,
    })
}

impl Resolver<'_, '_> {
    /// Whom a pronoun means; `None` where the phrase is no pronoun.
    pub(super) fn pronoun(
        &mut self,
        phrase: &Range<usize>,
        around: &[Resolution],
        parent: Option<usize>,
    ) -> Option<Vec<Resolution>> {
        let word = self.tokens.word(phrase.start);
        let word = word.split(['\'', '’']).next().unwrap_or(word);
        // 'WHO', 'IT' and 'US' are names.
        let is_name = |at: usize| name::is_acronym(self.tokens.raw(at)) && !name::is_shouted(self.tokens, at);
        if phrase.len() != 1 || is_name(phrase.start) {
            return None;
        }
        if self.tokens.language().speaker.pronouns.first_person.contains(word) {
            return Some(self.first_person(phrase.start, around));
        }
        if self.tokens.language().speaker.pronouns.relative.contains(word) {
            let found = self.relative(phrase.start);
            let class = if word.starts_with("who") { Class::Human } else { Class::Thing };
            return Some(if found.is_empty() {
                self.antecedent(phrase.start, class, &[]).unwrap_or_default()
            } else {
                found
            });
        }
        let class = class_of(word, &self.tokens.language().speaker.pronouns)?;
        let quoted = self.quoted[phrase.start];
        let outer_quoted = parent.is_some() && quoted && self.outer_is_unquoted(parent) || self.is_passed_on(parent);
        let allows = self.agree(around, class) || class == Class::Thing && self.may_be_thing(around);
        if !outer_quoted && !around.is_empty() && allows {
            return Some(around.to_vec());
        }
        let barred = if outer_quoted { self.around(parent) } else { Vec::new() };
        if let Some(found) = self.institution_before(phrase.start).filter(|_| class == Class::Thing && !outer_quoted) {
            return Some(found);
        }
        if let Some(group) = self.group_before(phrase.start, &barred).filter(|_| class == Class::Many) {
            return Some(self.phrase(group, &[], None));
        }
        let found = self.antecedent(phrase.start, class, &barred);
        Some(found.unwrap_or_else(|| vec![self.literal(phrase, "")]))
    }

    /// The institution that is the subject of the sentence before: 'The coastguard has given its first update. It says'.
    fn institution_before(&mut self, at: usize) -> Option<Vec<Resolution>> {
        let sentence = self.tokens.sentence(at).start;
        let before = self.tokens.sentence(sentence.checked_sub(1).filter(|_| at == sentence)?);
        let paragraph = self.tokens.paragraph_number(before.start) == self.tokens.paragraph_number(at);
        if !paragraph || self.tokens.word(before.start) != "the" {
            return None;
        }
        let nouns = before.start + 1..before.end.min(before.start + 1 + LONGEST_INSTITUTION);
        let common = nouns.take_while(|index| !self.tokens.is_capital(*index));
        let mut heads = common
            .filter(|index| self.tokens.language().speaker.nouns.organisations.contains(self.tokens.word(*index)));
        let head = heads.next()?;
        Some(self.phrase(before.start..head + 1, &[], None))
    }

    /// Whoever speaks the quotations around.
    fn around(&self, mut parent: Option<usize>) -> Vec<Referent> {
        let mut all = Vec::new();
        for _ in 0..DEEPEST {
            let Some(index) = parent.filter(|index| *index < self.attributions.len()) else { break };
            all.extend(self.resolved(index).iter().map(|found| found.referent));
            parent = self.attributions[index].parent;
        }
        all
    }

    /// Whether the attribution around quotes: 'he was quoted by the paper as saying', where 'he' is not the paper.
    fn is_passed_on(&self, parent: Option<usize>) -> bool {
        let cue = parent.and_then(|parent| self.attributions[parent].cue.first());
        let words = &self.tokens.language().attribution;
        cue.is_some_and(|cue| self.tokens.within(*cue).any(|at| words.quotes(self.tokens.word(at))))
    }

    /// Whether the attribution around a quoted pronoun has its source outside the quotation.
    fn outer_is_unquoted(&self, parent: Option<usize>) -> bool {
        let source = parent.and_then(|parent| self.attributions[parent].source.first());
        source.is_none_or(|span| !self.quoted.get(self.tokens.within(*span).start).copied().unwrap_or(false))
    }

    /// The quoted speaker, otherwise whoever spoke last.
    fn first_person(&mut self, at: usize, around: &[Resolution]) -> Vec<Resolution> {
        if !around.is_empty() {
            return around.to_vec();
        }
        // Outside of quotations the article speaks of itself, or quotes without marks whoever spoke right before.
        let before = self.past.partition_point(|past| past.at < at);
        let near = |past: &&Past| {
            self.quoted[at] || self.tokens.sentence_number(past.at) + 1 >= self.tokens.sentence_number(at)
        };
        let Some(past) = before.checked_sub(1).map(|index| &self.past[index]).filter(near) else {
            return vec![self.ourselves(at)];
        };
        past.referents.iter().map(|referent| Resolution { referent: *referent, because: vec![past.span] }).collect()
    }

    /// 'We' and 'I' as they stand.
    fn ourselves(&mut self, at: usize) -> Resolution {
        let word = self.tokens.word(at).split(['\'', '’']).next().unwrap_or_default();
        let name = if word == "i" { "I".to_owned() } else { word.to_owned() };
        Resolution { referent: self.describe(name, "", SpeakerKind::Unnamed, at..at + 1), because: Vec::new() }
    }

    /// Whoever is the source that ends directly before a token: 'two officials briefed on the matter, who asked'.
    fn spoke_before(&self, end: usize) -> Option<Vec<Resolution>> {
        let from = self.past.partition_point(|past| past.at < end);
        // A source can hold the 'who' itself.
        let ends = |past: &&Past| {
            let last = self.tokens.within(past.span).end;
            (last == end || last == end + 1) && !past.referents.is_empty()
        };
        let past = self.past[..from].iter().rev().take(NEAR).find(ends)?;
        let found = |referent: &Referent| Resolution { referent: *referent, because: vec![past.span] };
        Some(past.referents.iter().map(found).collect())
    }

    /// Whom 'who' belongs to behind a name: that person, the members of 'members of Congress', or whoever stands before.
    fn relative_to(&mut self, human: bool, name: Range<usize>, entity: usize) -> Vec<Resolution> {
        let sentence = self.tokens.sentence(name.start).start;
        let person = |mention: &&CastMention| {
            mention.name.start >= sentence && self.cast.entities[mention.entity].evidence.person
        };
        let is_wanted = !human || self.kind(Referent::Entity(entity)) == SpeakerKind::Person;
        if let Some(many) = self.many_before(name.start).filter(|_| !is_wanted) {
            return self.phrase(many..name.end, &[], None);
        }
        let before = self.cast.before(name.end).take(8).find(person).filter(|_| !is_wanted);
        let (name, entity) = before.map_or((name, entity), |mention| (mention.name.clone(), mention.entity));
        let because = self.tokens.span_of(name).into_iter().collect();
        vec![Resolution { referent: Referent::Entity(entity), because }]
    }

    /// Where 'members of Congress' begins, given where its name does.
    fn many_before(&self, name: usize) -> Option<usize> {
        let of = name.checked_sub(1 + usize::from(self.tokens.before(name, 1) == "the"))?;
        let many =
            of.checked_sub(1).filter(|many| self.tokens.language().speaker.is_plural(self.tokens.word(*many)))?;
        self.tokens.language().speaker.pronouns.member_ties.contains(self.tokens.word(of)).then_some(many)
    }

    /// Whom 'who' belongs to: the source or the noun phrase before it.
    fn relative(&mut self, at: usize) -> Vec<Resolution> {
        let sentence = self.tokens.sentence(at).start;
        let end = (sentence..at)
            .rev()
            .find(|index| !matches!(self.tokens.word(*index), "," | "of" | "all" | "both"))
            .map_or(at, |index| index + 1);
        if let Some(found) = self.spoke_before(end) {
            return found;
        }
        if let Some((name, entity)) = self.cast.ending(end) {
            return self.relative_to(self.tokens.word(at) == "who", name, entity);
        }
        let opener = (sentence.max(end.saturating_sub(9))..end)
            .rev()
            .take_while(|index| {
                !(matches!(self.tokens.word(*index), "," | "“" | "\"")
                    || self.tokens.language().speaker.pronouns.noun_stops.contains(self.tokens.word(*index)))
            })
            .find(|index| self.tokens.language().speaker.pronouns.noun_openers.contains(self.tokens.word(*index)));
        let start = opener.unwrap_or(end.saturating_sub(1).max(sentence));
        if start >= end || (opener.is_none() && end == at && start == at) {
            return Vec::new();
        }
        self.phrase(start..end, &[], None)
    }
}
