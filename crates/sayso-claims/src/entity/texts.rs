//! The articles of a story by the names that stand in them, all found in one pass over the texts.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::owner::first_word;
use crate::work;

/// Where names stand in the articles.
pub(super) struct Texts<'t> {
    texts: &'t [&'t str],
    /// For each name, every place: the text, and the byte in it, in order.
    places: HashMap<&'t str, Vec<(usize, usize)>>,
}

impl<'t> Texts<'t> {
    /// Looks for names in articles.
    pub(super) fn new(texts: &'t [&'t str], names: impl Iterator<Item = &'t str>) -> Self {
        let mut places: HashMap<&str, Vec<(usize, usize)>> = names.map(|name| (name, Vec::new())).collect();
        places.remove("");
        let names: Vec<&str> = places.keys().copied().collect();
        // Without an automaton, which only fails for gigabytes of names, no name is found.
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&names).ok();
        for (number, text) in texts.iter().enumerate() {
            let found = finder.iter().flat_map(|finder| finder.find_overlapping_iter(*text));
            for found in work::each(found) {
                if let Some(places) = places.get_mut(names[found.pattern().as_usize()]) {
                    places.push((number, found.start()));
                }
            }
        }
        Self { texts, places }
    }

    /// The articles that have a name as words, in their order, each with all places where its letters stand.
    pub(super) fn with(&self, name: &str) -> impl Iterator<Item = (&'t str, impl Iterator<Item = usize>)> {
        let places = self.places.get(name).map(Vec::as_slice).unwrap_or_default();
        let by_text = places.chunk_by(|one, other| one.0 == other.0);
        let held = by_text.map(|places| (self.texts[places[0].0], places));
        let begins = name.find(char::is_alphanumeric);
        let words = held.filter(move |(text, places)| {
            places.iter().any(|(_, at)| begins.is_some_and(|begins| begins_word(text, at + begins, &name[begins..])))
        });
        words.map(|(text, places)| (text, places.iter().map(|(_, at)| *at)))
    }
}

/// Whether a word begins at a byte of a text, and it is the first word of a name.
fn begins_word(text: &str, at: usize, name: &str) -> bool {
    !text[..at].ends_with(char::is_alphanumeric) && first_word(&text[at..]) == first_word(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_where_it_stands_as_words() {
        let texts = ["Tarn Valley Water, of Tarn.", "The “Tarn Valley” case.", "Mountarn Valley."];
        let names = ["Tarn Valley", "“Tarn", "Tarn Vale", "", "—", "tarn Valley"];
        let texts = Texts::new(&texts, names.into_iter());
        assert_eq!(texts.with("Tarn Valley").count(), 2);
        assert_eq!(texts.with("“Tarn").count(), 1);
        assert_eq!(texts.with("tarn Valley").count(), 0);
        assert_eq!(texts.with("Tarn Vale").count() + texts.with("").count() + texts.with("—").count(), 0);
    }
}
