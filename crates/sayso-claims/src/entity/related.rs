//! Whether two entities that are not the same may yet be one.

use super::EntityName;
use crate::hash::fnv;
use crate::words::words;
use crate::work;

/// Letters from which a word tells something: shorter ones are in too many names.
const TELLING_LETTERS: usize = 4;

/// The names of an entity as they are compared with those of others, their words as hashes: what any of them has.
#[derive(Default)]
pub(crate) struct EntityProfile {
    /// How many names there are.
    names: usize,
    /// The words that tell something, of descriptions and of names.
    of_descriptions: Vec<u64>,
    of_names: Vec<u64>,
    /// The words without titles that tell something, of people's names and of bodies'.
    of_people: Vec<u64>,
    of_bodies: Vec<u64>,
    /// The words of each role with which an article introduces a person.
    roles: Vec<Vec<u64>>,
    /// The words without titles of each body's name, in order of the first of them.
    bodies: Vec<Vec<u64>>,
}

impl EntityProfile {
    /// Of the names of an entity.
    pub(crate) fn of(names: &[EntityName]) -> Self {
        let mut side = Self { names: names.len(), ..Self::default() };
        names.iter().for_each(|name| side.take(name));
        side.of_descriptions = distinct(side.of_descriptions);
        side.of_names = distinct(side.of_names);
        side.of_people = distinct(side.of_people);
        side.of_bodies = distinct(side.of_bodies);
        side.roles = distinct(side.roles);
        side.bodies = distinct(side.bodies);
        side
    }

    fn take(&mut self, name: &EntityName) {
        let tells = |word: &&str| word.len() >= TELLING_LETTERS;
        let telling = name.words.iter().map(String::as_str).filter(tells).map(hashed);
        if !name.proper {
            return self.of_descriptions.extend(telling);
        }
        self.of_names.extend(telling);
        let bare = name.bare();
        let of_kind = if name.person { &mut self.of_people } else { &mut self.of_bodies };
        of_kind.extend(bare.iter().copied().filter(tells).map(hashed));
        if let Some(introduction) = &name.introduction {
            self.roles.push(words(introduction.role()).iter().map(|word| hashed(word)).collect());
        }
        if !name.person && !bare.is_empty() {
            self.bodies.push(bare.into_iter().map(hashed).collect());
        }
    }

    /// How many names there are.
    pub(crate) fn len(&self) -> usize {
        self.names
    }

    /// Whether a name of each may be one entity's.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        work::count(1);
        self.is_described_like(other)
            || have_one(&self.of_people, &other.of_bodies)
            || have_one(&self.of_bodies, &other.of_people)
            || have_one(&self.of_bodies, &other.of_bodies)
            || self.has_officer_of(other)
            || other.has_officer_of(self)
    }

    /// Whether two of their names, of which one is only a description, may be one entity's.
    fn is_described_like(&self, other: &Self) -> bool {
        have_one(&self.of_descriptions, &other.of_descriptions)
            || have_one(&self.of_descriptions, &other.of_names)
            || have_one(&self.of_names, &other.of_descriptions)
    }

    /// Whether a person is introduced as one of a body's: 'regional secretary of the Seafarers' Union'.
    fn has_officer_of(&self, other: &Self) -> bool {
        let begun_by = |word: u64| {
            let first = other.bodies.partition_point(|body| body[0] < word);
            work::each(other.bodies[first..].iter().take_while(move |body| body[0] == word))
        };
        let is_body = |role: &Vec<u64>| {
            let mut begun = role.iter().flat_map(|word| begun_by(*word));
            begun.any(|body| body.iter().all(|word| role.contains(word)))
        };
        !other.bodies.is_empty() && self.roles.iter().any(is_body)
    }
}

fn hashed(word: &str) -> u64 {
    fnv(word.bytes())
}

fn distinct<T: Ord>(mut of: Vec<T>) -> Vec<T> {
    of.sort_unstable();
    of.dedup();
    of
}

/// Whether two sorted lists have something in common.
fn have_one<T: Ord>(some: &[T], others: &[T]) -> bool {
    let (short, long) = if some.len() < others.len() { (some, others) } else { (others, some) };
    work::each(short).any(|one| long.binary_search(one).is_ok())
}
