//! The entities of a story: names of one entity are merged, and questions about two are answered.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use sayso_read::SpeakerKind;

use super::display_name::{fullness, role, shown};
use super::introduction::Introduction;
use super::owner::{Possessions, is_everywhere, own_owner};
use super::related::EntityProfile;
use super::same::same_entity_pairs;
use super::texts::Texts;
use super::voice::spoken_for;
use super::{EntityMatch, EntityName};
use crate::mention::Named;

/// An entity of one story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntityId(usize);

/// Who is who in a story.
pub(crate) struct Entities {
    of_name: HashMap<String, EntityId>,
    known: Vec<Entity>,
    /// For each entity the first of those that are one source: a body, and who speaks for it.
    parties: Vec<EntityId>,
    /// Which entities with many names may be one, as far as it was asked.
    near: RefCell<HashMap<(EntityId, EntityId), bool>>,
}

/// What is asked of an entity.
struct Entity {
    /// Its names as they are compared with other entities'.
    side: EntityProfile,
    /// The name to show.
    shown: String,
    is_named: bool,
    /// The words of its fullest name.
    fullest: Vec<String>,
    /// Its names as they are written, in order of their letters.
    aliases: Vec<String>,
    /// The role with which an article introduces the person.
    role: Option<String>,
}

/// Names of an entity from which on it is remembered which others it is near: asking is then dear.
const MANY_NAMES: usize = 8;

impl Entities {
    /// Puts the names together that are one, each given with the words that introduce it in its article; `texts` are
    /// the articles. Their order does not matter.
    pub(crate) fn new<'a>(introduced: impl IntoIterator<Item = (&'a Named, &'a str)>, texts: &[&str]) -> Self {
        let (members, parties) = members(told(introduced, texts));
        let each = members.iter().zip(0..);
        let of_name = each.flat_map(|(names, id)| names.iter().map(move |name| (name.written.clone(), EntityId(id))));
        Self {
            of_name: of_name.collect(),
            known: members.iter().map(|names| Entity::of(names)).collect(),
            parties,
            near: RefCell::default(),
        }
    }

    /// The entity of a name that was given to [`Entities::new`].
    pub(crate) fn of(&self, named: &Named) -> Option<EntityId> {
        self.of_name.get(named.name.trim()).copied()
    }

    /// The name to show for an entity: the fullest that articles give it, a person's with the role.
    pub(crate) fn shown(&self, entity: EntityId) -> &str {
        &self.known[entity.0].shown
    }

    /// The first of those that are one source with an entity: a body and all its voices are one.
    pub(crate) fn party(&self, entity: EntityId) -> EntityId {
        self.parties[entity.0]
    }

    /// All names by which articles call an entity, in order of their letters.
    pub(crate) fn aliases(&self, entity: EntityId) -> &[String] {
        &self.known[entity.0].aliases
    }

    /// The role with which an article introduces a person.
    pub(crate) fn role(&self, entity: EntityId) -> Option<&str> {
        self.known[entity.0].role.as_deref()
    }

    /// Whether an entity has a name, and not only a description.
    pub(crate) fn is_named(&self, entity: EntityId) -> bool {
        self.known[entity.0].is_named
    }

    /// Whether an entity that is only described is described more fully as another.
    pub(crate) fn is_told_fuller(&self, entity: EntityId, other: EntityId) -> bool {
        let (mine, theirs) = (&self.known[entity.0].fullest, &self.known[other.0].fullest);
        entity != other
            && !self.is_named(entity)
            && mine.len() < theirs.len()
            && mine.iter().all(|word| theirs.contains(word))
    }

    /// How two entities stand to one another.
    pub(crate) fn entity_match(&self, one: EntityId, other: EntityId) -> EntityMatch {
        if self.party(one) == self.party(other) {
            return EntityMatch::Same;
        }
        if self.are_near(one.min(other), one.max(other)) { EntityMatch::Near } else { EntityMatch::Apart }
    }

    fn are_near(&self, one: EntityId, other: EntityId) -> bool {
        let (mine, theirs) = (&self.known[one.0].side, &self.known[other.0].side);
        if mine.len().min(theirs.len()) < MANY_NAMES {
            return mine.is_near(theirs);
        }
        *self.near.borrow_mut().entry((one, other)).or_insert_with(|| mine.is_near(theirs))
    }
}

/// The names of a story, each once, with all that its articles tell of it.
fn told<'a>(introduced: impl IntoIterator<Item = (&'a Named, &'a str)>, texts: &[&str]) -> Vec<EntityName> {
    let given: BTreeSet<EntityName> =
        introduced.into_iter().map(|(named, source)| EntityName::of(named, source)).collect();
    let searched = Texts::new(texts, given.iter().filter(|name| is_searched(name)).map(|name| name.written.as_str()));
    let distinct: BTreeSet<EntityName> = given.iter().flat_map(|name| in_full(name.clone(), &searched)).collect();
    let voices: BTreeMap<Vec<String>, Vec<String>> =
        distinct.iter().filter_map(|name| Some((name.words.clone(), name.voice_of.clone()?))).collect();
    let possessions = Possessions::of(texts);
    distinct
        .into_iter()
        .map(|name| EntityName { voice_of: name.voice_of.clone().or_else(|| voices.get(&name.words).cloned()), ..name })
        .map(|name| introduced_in(name, &searched))
        .map(|name| owned(name, &possessions))
        .collect()
}

/// The names of each entity, and for each entity the first of those that speak for one body.
fn members(names: Vec<EntityName>) -> (Vec<Vec<EntityName>>, Vec<EntityId>) {
    let mut union = Union::new(names.len());
    for (one, other) in same_entity_pairs(&names) {
        union.join(one, other);
    }
    let roots: Vec<usize> = (0..names.len()).map(|index| union.root(index)).collect();
    for (voice, body) in spoken_for(&names) {
        union.join(voice, body);
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    roots.iter().for_each(|root| _ = numbers.entry(*root).or_default());
    numbers.values_mut().zip(0..).for_each(|(number, next)| *number = next);
    let parties = numbers.keys().map(|root| EntityId(numbers[&roots[union.root(*root)]])).collect();
    let mut members: Vec<Vec<EntityName>> = vec![Vec::new(); numbers.len()];
    for (name, root) in names.into_iter().zip(&roots) {
        members[numbers[root]].push(name);
    }
    (members, parties)
}

impl Entity {
    fn of(names: &[EntityName]) -> Self {
        Self {
            side: EntityProfile::of(names),
            shown: shown(names),
            is_named: names.iter().any(|name| name.proper),
            fullest: names.iter().max_by_key(|name| fullness(name)).map(|name| name.words.clone()).unwrap_or_default(),
            aliases: names.iter().map(|name| name.written.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
            role: role(names).map(|introduction| introduction.role().to_owned()),
        }
    }
}

/// A name, and the longer one of a body that an article begins with: 'Tarn Valley Water', then 'Tarn Valley'.
fn in_full(name: EntityName, texts: &Texts<'_>) -> Vec<EntityName> {
    if !name.proper || name.words.len() < 2 {
        return vec![name];
    }
    let longer = texts.with(&name.written).find_map(|(text, mut at)| name.continued_in(text, at.next()?));
    let Some(longer) = longer else { return vec![name] };
    let body = Named { name: longer, kind: SpeakerKind::Organisation };
    vec![EntityName { person: false, ..name }, EntityName::of(&body, "")]
}

/// A person's name with the introduction that an article has elsewhere, where none stands beside what was said.
fn introduced_in(mut name: EntityName, texts: &Texts<'_>) -> EntityName {
    if name.person && name.introduction.is_none() && name.bare().len() > 1 {
        name.introduction = texts.with(&name.written).find_map(|(text, at)| Introduction::in_text(text, at));
    }
    name
}

/// A body's name with its owner, where the name itself says it, or every article that says whose it is.
fn owned(mut name: EntityName, possessions: &Possessions<'_>) -> EntityName {
    if !name.person && (name.proper || is_everywhere(&name.words)) {
        name.owner = own_owner(&name.written).or_else(|| possessions.owner(&name.written));
    }
    name
}

/// Whether something is sought of a name where it stands in the articles.
fn is_searched(name: &EntityName) -> bool {
    name.words.len() > 1 && (name.proper || name.person)
}

/// Sets that are joined.
struct Union {
    parent: Vec<usize>,
}

impl Union {
    fn new(length: usize) -> Self {
        Self { parent: (0..length).collect() }
    }

    fn root(&mut self, index: usize) -> usize {
        let mut at = index;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parent[one.max(other)] = one.min(other);
    }
}
