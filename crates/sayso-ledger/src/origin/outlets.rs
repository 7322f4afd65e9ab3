//! Outlets by all their names: 'MPA' is the Meridian Press Agency.

use std::collections::{BTreeMap, BTreeSet};

use crate::words::words;

/// The outlets of a story, for finding one by what an article calls it.
pub(crate) struct Outlets {
    full: BTreeMap<Vec<String>, String>,
}

impl Outlets {
    /// From the names of the outlets whose articles the story has, and from names that articles give in full.
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: BTreeSet<&str> = names.into_iter().collect();
        let full = names.into_iter().map(|name| (key(name), name.to_owned()));
        Self { full: full.filter(|(key, _)| !key.is_empty()).collect() }
    }

    /// The full name of an outlet as an article calls it; what is not known stays as it is.
    pub(crate) fn named(&self, called: &str) -> String {
        let wanted = key(called);
        if let Some(name) = self.full.get(&wanted) {
            return name.clone();
        }
        let longer: Vec<&String> =
            self.full.iter().filter(|(key, _)| short(&wanted, key)).map(|(_, name)| name).collect();
        match longer[..] {
            [one] => one.clone(),
            _ => called.to_owned(),
        }
    }

    /// The full name of an outlet that is called by its acronym; any other name as it is.
    pub(crate) fn in_full(&self, name: &str) -> String {
        let acronym = name.chars().all(|letter| letter.is_uppercase() || letter == '.');
        if acronym { self.named(name) } else { name.to_owned() }
    }

    /// The outlets that a stretch names, in full or by an acronym.
    pub(crate) fn within(&self, text: &str) -> Vec<String> {
        let told = words(text);
        let named = |key: &[String]| {
            let initials: String = key.iter().filter_map(|word| word.chars().next()).collect();
            told.windows(key.len()).any(|window| window == key) || key.len() > 2 && told.contains(&initials)
        };
        self.full.iter().filter(|(key, _)| named(key)).map(|(_, name)| name.clone()).collect()
    }

    /// Whether two names are one outlet's.
    pub(crate) fn same(&self, one: &str, other: &str) -> bool {
        key(&self.named(one)) == key(&self.named(other))
    }
}

fn key(name: &str) -> Vec<String> {
    let outside = name.split_once('(').map_or(name, |(before, _)| before);
    let mut words = words(outside);
    words.retain(|word| !matches!(word.as_str(), "the" | "a" | "an"));
    words
}

/// 'mpa' for 'meridian press agency', 'register' or 'financial register' for 'the financial register'.
fn short(wanted: &[String], full: &[String]) -> bool {
    let initials: String = full.iter().filter_map(|word| word.chars().next()).collect();
    let acronym = wanted.len() == 1 && full.len() > 1 && initials == wanted[0];
    let tail = !wanted.is_empty()
        && wanted.len() < full.len()
        && (full.ends_with(wanted) || full.starts_with(wanted) && wanted.len() > 1);
    acronym || tail
}
