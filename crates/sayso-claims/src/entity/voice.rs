//! Who speaks for a body.

use std::collections::HashMap;

use super::EntityName;

/// Each voice with the body that it speaks for, which may be told by its acronym.
pub(super) fn spoken_for(names: &[EntityName]) -> Vec<(usize, usize)> {
    let bodies = || names.iter().enumerate().filter(|(_, name)| !name.person);
    let by_words: HashMap<&[String], usize> = bodies().map(|(index, name)| (name.words.as_slice(), index)).collect();
    let named = bodies().filter(|(_, name)| name.proper && name.voice_of.is_none());
    let mut by_acronym: HashMap<String, usize> = HashMap::new();
    for (index, name) in named {
        for acronym in name.acronym.clone().into_iter().chain((name.words.len() > 2).then(|| name.initials())) {
            by_acronym.entry(acronym).or_insert(index);
        }
    }
    let voices = names.iter().enumerate().filter_map(|(index, name)| Some((index, name.voice_of.as_deref()?)));
    let body = |body: &[String]| match body {
        [acronym] => by_words.get(body).or_else(|| by_acronym.get(acronym)).copied(),
        _ => by_words.get(body).copied(),
    };
    voices.filter_map(|(index, told)| Some((index, body(told)?))).filter(|(voice, body)| voice != body).collect()
}
