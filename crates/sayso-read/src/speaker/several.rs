//! Two speakers in one phrase: 'Danish and Japanese authorities', 'both leaders'.

use std::ops::Range;

use super::SpeakerKind;
use super::antecedent::REACH;
use super::cast::CastMention;
use super::class::Class;
use super::found::{Referent, Resolution};
use super::name;
use super::name_part;
use super::phrase;
use super::resolve::Resolver;
use super::shape;

/// Tokens between two names that are joined, at most, where each names a role: 'and his mate,'.
const MOST_BETWEEN: usize = 6;

/// Tokens of a title at most: 'and the botanist'.
const MOST_TITLE: usize = 3;

impl Resolver<'_, '_> {
    /// 'Danish and Japanese authorities' are two.
    pub(super) fn shared_noun(&mut self, source: &Range<usize>) -> Option<Vec<Resolution>> {
        let words = &self.tokens.language().speaker;
        let tokens = self.tokens;
        let bare = phrase::bare(tokens, phrase::trim(tokens, source.clone()));
        let and = bare.clone().find(|at| tokens.word(*at) == "and")?;
        let adjective = |run: Range<usize>| {
            (1..=2).find(|length| {
                run.start + length <= run.end
                    && words.places.is_adjective(&name::lower(tokens, run.start..run.start + length))
            })
        };
        let first = adjective(bare.start..and)?;
        let second = adjective(and + 1..bare.end)?;
        let noun = and + 1 + second;
        let small = noun < bare.end && !name_part::is_part(tokens, noun) && bare.start + first == and;
        let head = tokens.word(bare.end - 1).to_owned();
        if small && !words.is_plural(&head) && head != "government" {
            return Some(self.phrase(and + 1..bare.end, &[], None));
        }
        small.then(|| {
            let rest = shape::written(tokens, noun..bare.end);
            let one = |resolver: &mut Self, adjective: Range<usize>| {
                let name = format!("{} {rest}", shape::written(tokens, adjective.clone()));
                let because = tokens.span_of(adjective.start..bare.end).into_iter().collect();
                Resolution { referent: resolver.describe(name, &head, words.kind(&head, false), adjective), because }
            };
            vec![one(self, bare.start..and), one(self, and + 1..noun)]
        })
    }

    /// The two who last spoke together.
    fn last_two(&self, at: usize) -> Option<Vec<Resolution>> {
        let end = self.past.partition_point(|past| past.at < at);
        let past = self.past[..end].iter().rev().take(REACH).find(|past| past.referents.len() == 2)?;
        Some(
            past.referents
                .iter()
                .map(|referent| Resolution { referent: *referent, because: vec![past.span] })
                .collect(),
        )
    }

    /// The two last named for 'both leaders', 'the pair', 'neither country'.
    pub(super) fn pair(&mut self, source: &Range<usize>) -> Option<Vec<Resolution>> {
        let words = &self.tokens.language().speaker;
        let tokens = self.tokens;
        if source.len() == 1 && tokens.word(source.start) == "both" {
            let joined = self.joined_before(source.start).map(|(_, two)| two);
            return self.last_two(source.start).or(joined).or_else(|| self.two_named(source.start, Class::Company));
        }
        let start = source.start + usize::from(tokens.word(source.start) == "the");
        let is_noun = words.nouns.two_people.contains(tokens.word(start)) && source.end == start + 1;
        let noun = if is_noun { start } else { start + 1 };
        let opens = words.phrases.both.contains(tokens.word(start));
        if !opens || source.end != noun + 1 || (tokens.word(start) == "two" && start == source.start) {
            return None;
        }
        let class = match tokens.word(noun) {
            word if words.nouns.two_people.contains(word) => Class::Human,
            word if words.nouns.two_countries.contains(word) => Class::Country,
            word if words.nouns.two_organisations.contains(word) => Class::Organisation,
            _ => return None,
        };
        let joined = self.joined_before(source.start).filter(|_| class == Class::Human).map(|(_, two)| two);
        joined.or_else(|| self.two_named(source.start, class))
    }

    /// The two people whom 'and' last joined before a token as the subject of a sentence, with where they are named.
    pub(super) fn joined_before(&self, at: usize) -> Option<(usize, Vec<Resolution>)> {
        let mut before = self.cast.before(at).take(REACH).peekable();
        while let Some(second) = before.next() {
            let Some(first) = before.peek().filter(|first| self.are_joined(first, second)) else { continue };
            let two = [*first, second].map(|mention| Resolution {
                referent: Referent::Entity(mention.entity),
                because: self.tokens.span_of(mention.name.clone()).into_iter().collect(),
            });
            return Some((first.name.start, two.into()));
        }
        None
    }

    /// Whether 'and' stands between two people's names with no more than titles beside it: 'Otto Reiss and his mate, Jana Wolf'.
    fn are_joined(&self, first: &CastMention, second: &CastMention) -> bool {
        let between = first.name.end..second.name.start;
        let is_person = |mention: &CastMention| {
            self.kind(Referent::Entity(mention.entity)) == SpeakerKind::Person
                && self.cast.entities[mention.entity].can_be_person()
        };
        let words = &self.tokens.language().speaker;
        let names_role = |at: usize| {
            let word = self.tokens.word(at);
            word == "," || words.is_role(word) || words.pronouns.noun_openers.contains(word) || words.is_known(word)
        };
        let tied = between.len() <= MOST_BETWEEN && between.clone().skip(1).all(names_role);
        let short = between.len() <= MOST_TITLE && !between.clone().any(|at| self.tokens.word(at) == ",");
        let leads = first.subject || self.tokens.sentence(first.name.start).start + MOST_TITLE >= first.name.start;
        let is_pair = first.entity != second.entity && self.tokens.word(between.start) == "and" && (tied || short);
        is_pair && leads && is_person(first) && is_person(second)
    }

    /// The two of a kind that were named last before a token.
    fn two_named(&self, at: usize, class: Class) -> Option<Vec<Resolution>> {
        let mut all: Vec<(bool, Resolution)> = Vec::new();
        for mention in self.cast.before(at).take(REACH) {
            let referent = Referent::Entity(mention.entity);
            let sure = class != Class::Human || self.cast.entities[mention.entity].evidence.person;
            if sure && self.agrees(referent, class) && all.iter().all(|(_, known)| known.referent != referent) {
                let because = self.tokens.span_of(mention.name.clone()).into_iter().collect();
                all.push((!self.spoken[mention.entity], Resolution { referent, because }));
            }
        }
        // Those who have spoken come first; within each, the nearest.
        all.sort_by_key(|(silent, _)| *silent);
        all.truncate(2);
        (all.len() == 2).then(|| all.into_iter().map(|(_, found)| found).collect())
    }
}
