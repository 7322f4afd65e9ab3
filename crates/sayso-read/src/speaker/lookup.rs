//! The cast asked: who has a name, a role, a word, or stands at a place.

use std::ops::Range;

use super::cast::{Cast, CastMention};
use super::entity::matches;
use super::name;

impl Cast<'_> {
    /// Whom a name in lower case means at a token: the same name, the long form of an acronym, a last name, a first
    /// name or a company's short name; of several the one named most often. A title that gives a woman or a man rules
    /// out whom the text gives as the other.
    pub(super) fn find(&self, words: &[String], raw: &[&str], at: usize, female: Option<bool>) -> Option<usize> {
        let fits = |entity: usize| {
            female.is_none() || self.entities[entity].evidence.is_female().is_none_or(|said| Some(said) == female)
        };
        if let Some(entity) = self.exact.get(&words.join(" ")).filter(|entity| fits(**entity)) {
            return Some(*entity);
        }
        let last = words.last()?;
        if words.len() == 1 && name::is_acronym(raw[0]) {
            let plain: String = words[0].chars().filter(|letter| *letter != '.').collect();
            if let Some(entity) = self.by_acronym.get(&plain) {
                return Some(*entity);
            }
        }
        let ends = |entity: &&usize| fits(**entity) && matches(&self.entities[**entity], words);
        let by_last = self.foremost(self.by_last.get(last).into_iter().flatten().filter(ends), at);
        by_last.or_else(|| {
            let short = |entity: &&usize| words.len() == 1 && self.entities[**entity].shortens(self.language);
            let fits = self.by_first.get(&words[0]).into_iter().flatten().filter(short).take(16);
            fits.max_by_key(|entity| (self.entities[**entity].count, std::cmp::Reverse(**entity))).copied()
        })
    }

    /// Of those who share a last name, whoever is named most often; the nearest where they are level.
    fn foremost<'i>(&self, candidates: impl Iterator<Item = &'i usize>, at: usize) -> Option<usize> {
        candidates.take(16).copied().min_by_key(|entity| {
            let places = &self.places[*entity];
            let before = places.partition_point(|place| *place < at);
            let rare = std::cmp::Reverse(self.entities[*entity].count);
            let distance = match (before.checked_sub(1).map(|index| places[index]), places.get(before)) {
                (Some(place), _) => (0, at - place),
                (None, Some(place)) => (1, place - at),
                (None, None) => (2, 0),
            };
            (rare, distance)
        })
    }

    /// Whoever was last given a role before a token, otherwise first after it, and the token where it is given.
    pub(super) fn in_role(&self, role: &str, at: usize) -> Option<(usize, usize)> {
        let given = self.by_role.get(role)?;
        let before = given.partition_point(|(place, _)| *place < at);
        let (place, entity) = given.get(before.saturating_sub(1))?;
        Some((*entity, *place))
    }

    /// Whichever organisation with a word in its name was named last before a token.
    pub(super) fn with_word(&self, word: &str, at: usize) -> Option<usize> {
        let named = |mention: &&CastMention| {
            let held = &self.entities[mention.entity];
            (held.evidence.named_organisation || held.evidence.document) && held.words.iter().any(|part| part == word)
        };
        self.before(at).take(256).find(named).map(|mention| mention.entity)
    }

    /// The name that ends before a token, and whose it is.
    pub(super) fn ending(&self, end: usize) -> Option<(Range<usize>, usize)> {
        let mention = self.before(end).next().filter(|mention| mention.name.end == end)?;
        Some((mention.name.clone(), mention.entity))
    }

    /// Who is named at a token.
    pub(super) fn at(&self, at: usize) -> Option<usize> {
        self.mention_at(at).map(|mention| mention.entity)
    }

    /// The mention that has a token.
    pub(super) fn mention_at(&self, at: usize) -> Option<&CastMention> {
        let index = self.mentions.partition_point(|mention| mention.name.end <= at);
        self.mentions.get(index).filter(|mention| mention.name.contains(&at))
    }

    /// The mentions before a token, nearest first.
    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = &CastMention> {
        let end = self.mentions.partition_point(|mention| mention.name.end <= at);
        self.mentions[..end].iter().rev()
    }

    /// The mentions from a token on.
    pub(super) fn after(&self, at: usize) -> impl Iterator<Item = &CastMention> {
        self.mentions[self.mentions.partition_point(|mention| mention.name.start < at)..].iter()
    }
}
