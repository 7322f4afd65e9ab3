//! Whether two parties that are not the same may yet be one.

use super::Name;
use crate::hash::fnv;
use crate::words::words;

/// Letters from which a word tells something: shorter ones are in too many names.
const TELLING_LETTERS: usize = 4;

/// A name as it is compared with those of other parties, its words as hashes.
pub(crate) struct Side {
    proper: bool,
    person: bool,
    body: bool,
    owner: Option<u64>,
    /// The words that tell something.
    words: Vec<u64>,
    /// The words without titles.
    bare: Vec<u64>,
    /// Those of them that tell something.
    telling: Vec<u64>,
    /// The words of the role with which an article introduces the person.
    role: Vec<u64>,
}

impl Side {
    /// A name's.
    pub(crate) fn of(name: &Name) -> Self {
        let tells = |word: &&str| word.len() >= TELLING_LETTERS;
        let bare = name.bare();
        let role = name.introduction.as_ref().map(|introduction| words(introduction.role())).unwrap_or_default();
        Self {
            proper: name.proper,
            person: name.person,
            body: name.body,
            owner: name.owner.as_deref().map(hashed),
            words: name.words.iter().map(String::as_str).filter(tells).map(hashed).collect(),
            telling: bare.iter().copied().filter(tells).map(hashed).collect(),
            bare: bare.into_iter().map(hashed).collect(),
            role: role.iter().map(|word| hashed(word)).collect(),
        }
    }

    /// Whether two names may be one party's.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        if !self.proper || !other.proper {
            let both_described = !self.proper && !other.proper;
            let both_bodies = self.body && other.body;
            return both_described && !both_bodies || have_one(&self.words, &other.words);
        }
        let owned_alike = self.owner.is_some() && self.owner == other.owner && self.person == other.person;
        let both_people = self.person && other.person;
        let shared = !both_people && have_one(&self.telling, &other.telling);
        owned_alike || shared || self.is_officer_of(other) || other.is_officer_of(self)
    }

    /// Whether a person is introduced as one of a body's: 'regional secretary of the Seafarers' Union'.
    fn is_officer_of(&self, body: &Self) -> bool {
        let is_body = !body.person && body.proper && !body.bare.is_empty();
        is_body && body.bare.iter().all(|word| self.role.contains(word))
    }
}

fn hashed(word: &str) -> u64 {
    fnv(word.bytes())
}

fn have_one(some: &[u64], others: &[u64]) -> bool {
    some.iter().any(|word| others.contains(word))
}
