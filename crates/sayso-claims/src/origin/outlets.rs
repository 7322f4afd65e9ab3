//! Outlets by all their names: 'MPA' is the Meridian Press Agency.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::vocabulary::english;
use crate::words::words;
use crate::work;

/// Words of an outlet's name up to which its beginnings and ends are names, too.
const LONGEST_NAME: usize = 24;

/// Words of a name from which its first letters are an acronym that stands in a text.
const LEAST_FOR_ACRONYM: usize = 3;

/// Outlets of one acronym from which on it names none of them.
const MOST_OF_ACRONYM: usize = 16;

/// The outlets of a story, for finding one by what an article calls it.
pub(crate) struct Outlets {
    full: BTreeMap<Vec<String>, String>,
    /// What a shorter name may stand for; none where that are several.
    short: HashMap<Vec<String>, Option<String>>,
    /// How many words the names have that begin with a word.
    lengths: HashMap<String, BTreeSet<usize>>,
    /// The names whose first letters make an acronym.
    acronyms: HashMap<String, Vec<Vec<String>>>,
}

impl Outlets {
    /// From the names of the outlets whose articles the story has, and from names that articles give in full.
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: BTreeSet<&str> = names.into_iter().collect();
        let named = names.iter().map(|name| (key(name), (*name).to_owned())).filter(|(key, _)| !key.is_empty());
        let full: BTreeMap<Vec<String>, String> = named.collect();
        let (mut short, mut lengths, mut acronyms) =
            (HashMap::new(), HashMap::<String, BTreeSet<usize>>::new(), HashMap::<String, Vec<Vec<String>>>::new());
        for (key, name) in &full {
            let whole = told(name);
            for form in short_forms(&whole).union(&short_forms(key)).filter(|form| *form != key).cloned() {
                short.entry(form).and_modify(|several| *several = None).or_insert_with(|| Some(name.clone()));
            }
            lengths.entry(key[0].clone()).or_default().insert(key.len());
            if whole.len() >= LEAST_FOR_ACRONYM {
                acronyms.entry(initials(&whole)).or_default().push(key.clone());
            }
        }
        Self { full, short, lengths, acronyms }
    }

    /// The full name of an outlet as an article calls it; what is not known stays as it is.
    pub(crate) fn named(&self, called: &str) -> String {
        let wanted = key(called);
        let full = self.full.get(&wanted).or_else(|| self.short.get(&wanted)?.as_ref());
        full.map_or_else(|| called.to_owned(), Clone::clone)
    }

    /// The full name of an outlet that is called by its acronym; any other name as it is.
    pub(crate) fn in_full(&self, name: &str) -> String {
        let acronym = name.chars().all(|letter| letter.is_uppercase() || letter == '.');
        if acronym { self.named(name) } else { name.to_owned() }
    }

    /// The outlets that a stretch names, in full or by an acronym.
    pub(crate) fn within(&self, text: &str) -> Vec<String> {
        let told = words(text);
        let mut found: BTreeMap<&[String], &String> = BTreeMap::new();
        for (at, word) in work::each(told.iter().enumerate()) {
            for length in work::each(self.lengths.get(word).into_iter().flatten()) {
                let held = told.get(at..at + length).and_then(|held| self.full.get_key_value(held));
                found.extend(held.map(|(key, name)| (key.as_slice(), name)));
            }
            let called = self.acronyms.get(word).filter(|called| called.len() < MOST_OF_ACRONYM);
            for key in work::each(called.into_iter().flatten()) {
                found.extend(self.full.get(key).map(|name| (key.as_slice(), name)));
            }
        }
        found.into_values().cloned().collect()
    }

    /// Whether two names are one outlet's.
    pub(crate) fn same(&self, one: &str, other: &str) -> bool {
        key(&self.named(one)) == key(&self.named(other))
    }
}

/// The words of a name without those behind it that only say of what make the outlet is: 'Reuters News Agency' is Reuters.
fn key(name: &str) -> Vec<String> {
    let mut words = told(name);
    let kinds = words.iter().rev().take_while(|word| english().entity.outlet_kinds.contains(word)).count();
    words.truncate(words.len() - kinds.min(words.len().saturating_sub(1)));
    words
}

/// The words of a name.
fn told(name: &str) -> Vec<String> {
    let outside = name.split_once('(').map_or(name, |(before, _)| before);
    let mut words = words(outside);
    words.retain(|word| !matches!(word.as_str(), "the" | "a" | "an"));
    words
}

fn initials(key: &[String]) -> String {
    key.iter().filter_map(|word| word.chars().next()).collect()
}

/// 'mpa' for 'meridian press agency', 'register' or 'financial register' for 'the financial register'.
fn short_forms(full: &[String]) -> BTreeSet<Vec<String>> {
    let lengths = 1..full.len().min(LONGEST_NAME);
    let ends = lengths.clone().map(|length| full[full.len() - length..].to_vec());
    let beginnings = lengths.filter(|length| *length > 1).map(|length| full[..length].to_vec());
    let acronym = (full.len() > 1).then(|| vec![initials(full)]);
    ends.chain(beginnings).chain(acronym).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_one_whatever_stands_behind_its_name() {
        let outlets = Outlets::new(["Meridian Press Agency", "Radio Echo", "Fennel News"]);
        for (called, name) in [
            ("Meridian Press", "Meridian Press Agency"),
            ("MPA", "Meridian Press Agency"),
            ("Fennel", "Fennel News"),
            ("Fennel News Channel", "Fennel News"),
            ("Echo", "Radio Echo"),
            ("Echo Daily", "Echo Daily"),
        ] {
            assert_eq!(outlets.named(called), name, "{called}");
        }
        assert!(outlets.same("Fennel News Agency", "Fennel") && !outlets.same("Fennel Radio", "Fennel"));
    }
}
