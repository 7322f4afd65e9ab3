//! People without a name whom 'they' means: 'Soldiers searched the yacht. They found'.

use std::ops::Range;

use super::SpeakerKind;
use super::class::Class;
use super::found::Referent;
use super::resolve::Resolver;

/// Words of such a subject at most: 'the three young rescue workers'.
const LONGEST: usize = 6;

/// Sentences before the pronoun's that are looked at.
const REACH: usize = 2;

/// What a plural noun as a subject is worth beside names and speakers, in points of their likelihood.
const WORTH: i64 = 5;

impl Resolver<'_, '_> {
    /// The tokens of the plural for people that is the subject of a clause or a sentence before a token, where nobody with a
    /// name and no speaker is likelier meant.
    pub(super) fn group_before(&self, at: usize, barred: &[Referent]) -> Option<Range<usize>> {
        let group = self.groups(at).next()?;
        let likeliest = self.likelihood_before(at, Class::Many, barred);
        let score = self.nearness(group.start, at) + WORTH;
        likeliest.is_none_or(|other| score > other).then_some(group)
    }

    /// Plural subjects before a token, nearest first.
    fn groups(&self, at: usize) -> impl Iterator<Item = Range<usize>> {
        let first = (0..REACH).fold(self.tokens.sentence(at).start, |start, _| {
            start.checked_sub(1).map_or(start, |before| self.tokens.sentence(before).start)
        });
        (first..at).rev().filter(|start| self.opens_clause(*start)).filter_map(move |start| self.group_at(start, at))
    }

    fn opens_clause(&self, start: usize) -> bool {
        start == self.tokens.sentence(start).start || self.tokens.before(start, 1) == ","
    }

    /// The plural for people that ends a run of words from a token on, before a verb.
    fn group_at(&self, start: usize, at: usize) -> Option<Range<usize>> {
        let words = &self.tokens.language().speaker;
        let end = at.min(start + LONGEST).min(self.tokens.sentence(start).end);
        let is_free = |index: &usize| {
            let word = self.tokens.word(*index);
            let opens = *index == start && words.phrases.before_subjects.contains(word);
            !self.quoted[*index] && (opens || !words.small.function.contains(word))
        };
        let people = |index: &usize| {
            let word = self.tokens.word(*index);
            let is_people = matches!(words.kind(word, false), SpeakerKind::Unnamed | SpeakerKind::Group);
            words.is_plural(word) && words.is_known(word) && is_people && self.cast.at(*index).is_none()
        };
        let head = (start..end).take_while(is_free).find(people)?;
        Some(start..head + 1)
    }
}
