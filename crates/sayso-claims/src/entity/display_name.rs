//! The name to show for an entity, of all by which articles call it.

use super::EntityName;
use super::introduction::Introduction;
use super::same::holds;

/// Words of a name from which on more of them tell nothing more.
const MOST_WORDS: usize = 7;

/// A body before its voices, a name before a description, more words before fewer.
pub(super) fn fullness(name: &EntityName) -> (bool, bool, usize, &str) {
    (name.proper, name.voice_of.is_none(), name.words.len().min(MOST_WORDS), &name.written)
}

/// The fullest name of an entity, a person's with the role.
pub(super) fn shown(members: &[EntityName]) -> String {
    if let Some(shown) = with_office(members) {
        return shown;
    }
    let Some(name) = members.iter().max_by_key(|name| fullness(name)) else { return String::new() };
    let bare = name.written.split(" (").next().unwrap_or_default();
    let shown =
        role(members).filter(|_| name.person).map_or_else(|| bare.to_owned(), |introduction| introduction.with(bare));
    let owner = members.iter().filter_map(|name| name.owner.as_ref()).min();
    match owner.filter(|owner| !shown.contains(owner.as_str())) {
        Some(owner) => format!("{owner}'s {shown}"),
        None => with_acronym(members, &shown),
    }
}

/// The fullest role with which an article introduces one of the names.
pub(super) fn role(members: &[EntityName]) -> Option<&Introduction> {
    let introductions = members.iter().filter_map(|name| name.introduction.as_ref());
    introductions.max_by_key(|introduction| (introduction.fullness(), *introduction))
}

/// The person who holds an office that is described, with the office.
fn with_office(members: &[EntityName]) -> Option<String> {
    let people = members.iter().filter(|name| name.person && name.voice_of.is_none());
    let holder = people.max_by_key(|name| fullness(name))?;
    let office = members.iter().filter(|name| holds(holder, name)).max_by_key(|name| fullness(name))?;
    Some(format!("{} {}", office.written, holder.written))
}

/// A body's name with its acronym, where the coverage goes on to use the acronym alone.
fn with_acronym(members: &[EntityName], shown: &str) -> String {
    let alone = members
        .iter()
        .find(|name| !name.person && name.words.len() == 1 && name.acronym.as_ref() == name.words.first());
    let Some(acronym) = alone.filter(|alone| shown.split_whitespace().count() > 1 && alone.proper) else {
        return shown.to_owned();
    };
    let written = acronym.words[0].to_uppercase();
    if shown.contains(&written) { shown.to_owned() } else { format!("{shown} ({written})") }
}
