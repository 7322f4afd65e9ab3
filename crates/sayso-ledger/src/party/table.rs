//! The parties of a story: names that are one are put together, and a question about two is answered.

use std::collections::{BTreeMap, BTreeSet};

use sayso_read::SpeakerKind;

use super::introduction::Introduction;
use super::owner::{Possessions, dateline_country, is_everywhere, own_owner};
use super::texts::Texts;
use super::{Kinship, Name, Side};
use crate::claim::Sharing;
use crate::mention::Named;
use crate::words::words;

/// A party of one story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PartyId(usize);

/// Who is who in a story.
pub(crate) struct Parties {
    of_name: BTreeMap<String, PartyId>,
    members: Vec<Vec<Name>>,
    /// The same names as they are compared with other parties'.
    sides: Vec<Vec<Side>>,
}

impl Parties {
    /// Puts the names together that are one, each given with the words that introduce it in its article; `texts` are
    /// the articles. Their order does not matter.
    pub(crate) fn new<'a>(introduced: impl IntoIterator<Item = (&'a Named, &'a str)>, texts: &[&str]) -> Self {
        let searched = Texts::new(texts);
        let distinct: BTreeSet<Name> =
            introduced.into_iter().flat_map(|(named, source)| in_full(Name::of(named, source), &searched)).collect();
        let voices: BTreeMap<Vec<String>, Vec<String>> =
            distinct.iter().filter_map(|name| Some((name.words.clone(), name.voice_of.clone()?))).collect();
        let (country, possessions) = (dateline_country(texts), Possessions::of(texts));
        let names: Vec<Name> = distinct
            .into_iter()
            .map(|name| Name { voice_of: name.voice_of.clone().or_else(|| voices.get(&name.words).cloned()), ..name })
            .map(|name| introduced_in(name, &searched))
            .map(|name| owned(name, &possessions, country.as_deref()))
            .collect();
        let mut union = Union::new(names.len());
        for (one, other) in alike(&names) {
            union.join(one, other);
        }
        let mut members: BTreeMap<usize, Vec<Name>> = BTreeMap::new();
        for (index, name) in names.into_iter().enumerate() {
            members.entry(union.root(index)).or_default().push(name);
        }
        let members: Vec<Vec<Name>> = members.into_values().collect();
        let of_name = members
            .iter()
            .enumerate()
            .flat_map(|(id, names)| names.iter().map(move |name| (name.written.clone(), PartyId(id))))
            .collect();
        let sides = members.iter().map(|names| names.iter().map(Side::of).collect()).collect();
        Self { of_name, members, sides }
    }

    /// The party of a name that was given to [`Parties::new`].
    pub(crate) fn of(&self, named: &Named) -> Option<PartyId> {
        self.of_name.get(named.name.trim()).copied()
    }

    /// The name to show for a party: the fullest that articles give it, a person's with the role.
    pub(crate) fn shown(&self, party: PartyId) -> String {
        let members = &self.members[party.0];
        let holder =
            members.iter().filter(|name| name.person && name.voice_of.is_none()).max_by_key(|name| fullness(name));
        let office = members
            .iter()
            .filter(|name| holder.is_some_and(|holder| holds(holder, name)))
            .max_by_key(|name| fullness(name));
        if let (Some(holder), Some(office)) = (holder, office) {
            return format!("{} {}", office.written, holder.written);
        }
        let Some(name) = members.iter().max_by_key(|name| fullness(name)) else { return String::new() };
        let bare = name.written.split(" (").next().unwrap_or_default();
        let introductions = self.members[party.0].iter().filter_map(|name| name.introduction.as_ref());
        let fullest =
            introductions.max_by_key(|introduction| (introduction.fullness(), *introduction)).filter(|_| name.person);
        let shown = fullest.map_or_else(|| bare.to_owned(), |introduction| introduction.with(bare));
        let owner = self.members[party.0].iter().filter_map(|name| name.owner.as_ref()).min();
        match owner.filter(|owner| !shown.contains(owner.as_str())) {
            Some(owner) => format!("{owner}'s {shown}"),
            None => self.with_acronym(party, &shown),
        }
    }

    /// A body's name with its acronym, where the coverage goes on to use the acronym alone.
    fn with_acronym(&self, party: PartyId, shown: &str) -> String {
        let members = &self.members[party.0];
        let alone = members
            .iter()
            .find(|name| !name.person && name.words.len() == 1 && name.acronym.as_ref() == name.words.first());
        let Some(acronym) = alone.filter(|alone| shown.split_whitespace().count() > 1 && alone.proper) else {
            return shown.to_owned();
        };
        let written = acronym.words[0].to_uppercase();
        if shown.contains(&written) { shown.to_owned() } else { format!("{shown} ({written})") }
    }

    /// Whether a party has a name, and not only a description.
    pub(crate) fn is_named(&self, party: PartyId) -> bool {
        self.members[party.0].iter().any(|name| name.proper)
    }

    /// Whether a party that is only described is described more fully as another.
    pub(crate) fn is_told_fuller(&self, party: PartyId, other: PartyId) -> bool {
        let words =
            |party: PartyId| self.members[party.0].iter().max_by_key(|name| fullness(name)).map(|name| &name.words);
        let [Some(mine), Some(theirs)] = [words(party), words(other)] else { return false };
        party != other
            && !self.is_named(party)
            && mine.len() < theirs.len()
            && mine.iter().all(|word| theirs.contains(word))
    }

    /// How two parties stand to one another.
    pub(crate) fn kinship(&self, one: PartyId, other: PartyId) -> Kinship {
        if one == other {
            return Kinship::Same;
        }
        let near = self.sides[one.0].iter().any(|mine| self.sides[other.0].iter().any(|theirs| mine.is_near(theirs)));
        if near { Kinship::Near } else { Kinship::Apart }
    }
}

/// A name, and the longer one of a body that an article begins with: 'Tarn Valley Water', then 'Tarn Valley'.
fn in_full(name: Name, texts: &Texts<'_>) -> Vec<Name> {
    if !name.proper || name.words.len() < 2 {
        return vec![name];
    }
    let Some(longer) = texts.with(&name.written).find_map(|text| name.continued_in(text)) else { return vec![name] };
    let body = Named { name: longer, kind: SpeakerKind::Organisation };
    vec![Name { person: false, ..name }, Name::of(&body, "")]
}

/// A person's name with the introduction that an article has elsewhere, where none stands beside what was said.
fn introduced_in(mut name: Name, texts: &Texts<'_>) -> Name {
    if name.person && name.introduction.is_none() && name.bare().len() > 1 {
        name.introduction = texts.with(&name.written).find_map(|text| Introduction::in_text(text, &name.written));
    }
    name
}

/// A name with its owner, where one is told.
fn owned(mut name: Name, possessions: &Possessions<'_>, country: Option<&str>) -> Name {
    if !name.person && (name.proper || is_everywhere(&name.words)) {
        name.owner = own_owner(&name.written).or_else(|| possessions.owner(&name.written));
    }
    let office = match &name.introduction {
        Some(Introduction::Before(role)) => words(role),
        _ if name.person => Vec::new(),
        _ => name.words.clone(),
    };
    if name.owner.is_none() && name.voice_of.is_none() && is_everywhere(&office) {
        name.owner = country.map(str::to_owned);
    }
    name
}

/// A body before its voices, a name before a description, more words before fewer.
fn fullness(name: &Name) -> (bool, bool, usize, &str) {
    (name.proper, name.voice_of.is_none(), name.words.len().min(MOST_WORDS), &name.written)
}

/// Words of a name from which on more of them tell nothing more.
const MOST_WORDS: usize = 7;

/// Pairs of names that are one party.
fn alike(names: &[Name]) -> Vec<(usize, usize)> {
    let sharing = Sharing::new(names.iter().map(Name::keys).enumerate(), usize::MAX);
    let mut pairs = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let others = sharing.with(name.keys());
        let fuller: Vec<usize> =
            others.iter().copied().filter(|other| *other != index && is_short_for(name, &names[*other])).collect();
        if let Some(first) = fuller.first().filter(|_| one_line(&fuller, names)) {
            pairs.push((index, *first));
        }
        let before = others.into_iter().take_while(|other| *other < index);
        pairs.extend(before.filter(|other| same(name, &names[*other])).map(|other| (index, other)));
    }
    pairs
}

/// Whether the names that a short one may stand for are one another's long and short forms: else it stays open.
fn one_line(fuller: &[usize], names: &[Name]) -> bool {
    let longest = fuller.iter().max_by_key(|index| (names[**index].words.len(), **index));
    longest.is_some_and(|longest| {
        fuller.iter().all(|index| {
            index == longest
                || within(&names[*index].words, &names[*longest].words)
                || same(&names[*index], &names[*longest])
        })
    })
}

fn same(one: &Name, other: &Name) -> bool {
    if one.words == other.words {
        return true;
    }
    let acronym = one.proper && other.proper && one.acronym.is_some() && one.acronym == other.acronym;
    let voice = |name: &Name, body: &Name| !body.person && name.voice_of.as_ref() == Some(&body.words);
    acronym || voice(one, other) || voice(other, one) || holds(one, other) || holds(other, one)
}

/// Whether an office that is described is a person's: "Caldry's defence secretary" and 'Defence Secretary Marian Holt'.
fn holds(person: &Name, office: &Name) -> bool {
    let Some(Introduction::Before(role)) = &person.introduction else { return false };
    let role = words(role);
    let described = !office.person && office.words.len() == role.len() + 1 && office.written.contains(['\'', '’']);
    person.person && role.len() >= LEAST_ROLE && described && office.words.ends_with(&role)
}

/// Words of a role that tell one office: 'secretary' alone is many people's.
const LEAST_ROLE: usize = 2;

/// Whether a name is another's short form.
fn is_short_for(short: &Name, full: &Name) -> bool {
    if !short.proper || !full.proper {
        return false;
    }
    if short.person && full.person {
        let (short, full) = (short.bare(), full.bare());
        return !short.is_empty()
            && short.len() < full.len()
            && short.last() == full.last()
            && short.iter().all(|word| full.contains(word));
    }
    let acronym = short.acronym.as_ref().filter(|_| short.words.len() <= 2);
    if let Some(acronym) = acronym {
        let theirs = full.acronym.as_ref() == Some(acronym) || full.initials() == *acronym;
        let owner = short
            .words
            .iter()
            .filter(|word| *word != acronym)
            .all(|word| full.words.contains(word) || full.acronym.is_some());
        return theirs && owner && full.words != short.words;
    }
    let owned = full.voice_of.is_some() && short.voice_of.is_none() || belongs(full, short);
    !short.person && !owned && short.words.len() < full.words.len() && within(&short.words, &full.words)
}

/// Whether a name says that it is somebody else's: "Ranna Line's lawyers" are not Ranna Line.
fn belongs(name: &Name, owner: &Name) -> bool {
    let rest = name.written.strip_prefix(owner.written.as_str());
    rest.is_some_and(|rest| rest.starts_with("'s ") || rest.starts_with("’s "))
}

/// Whether the words stand in the same order at either end of the others: 'Foreign Ministry' in "Kareth's Foreign Ministry".
fn within(short: &[String], full: &[String]) -> bool {
    full.ends_with(short) || full.starts_with(short)
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
