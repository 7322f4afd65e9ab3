//! The articles of a story by their words: a name is looked for where its first word stands, and not in all of them.

use std::collections::HashMap;

use super::owner::first_word;

/// The articles.
pub(super) struct Texts<'t> {
    texts: &'t [&'t str],
    /// Which text has a word, and where, in the order of the texts.
    places: HashMap<&'t str, Vec<(usize, usize)>>,
}

impl<'t> Texts<'t> {
    /// Articles in an order.
    pub(super) fn new(texts: &'t [&'t str]) -> Self {
        let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for (number, text) in texts.iter().enumerate() {
            let mut begins = true;
            for (at, letter) in text.char_indices() {
                if letter.is_alphanumeric() && begins {
                    places.entry(first_word(&text[at..])).or_default().push((number, at));
                }
                begins = !letter.is_alphanumeric();
            }
        }
        Self { texts, places }
    }

    /// The articles that have a name, in their order.
    pub(super) fn with(&self, name: &str) -> impl Iterator<Item = &'t str> {
        let starts = name.find(char::is_alphanumeric);
        let first = starts.and_then(|at| self.places.get(first_word(&name[at..])));
        let mut last = None;
        let mut found: Vec<&str> = Vec::new();
        for (number, at) in first.into_iter().flatten() {
            let text = self.texts[*number];
            let begins = at.checked_sub(starts.unwrap_or_default()).and_then(|begins| text.get(begins..));
            if last != Some(number) && begins.is_some_and(|rest| rest.starts_with(name)) {
                last = Some(number);
                found.push(text);
            }
        }
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_where_it_stands_as_words() {
        let texts = ["Tarn Valley Water, of Tarn.", "The “Tarn Valley” case.", "Mountarn Valley."];
        let texts = Texts::new(&texts);
        assert_eq!(texts.with("Tarn Valley").count(), 2);
        assert_eq!(texts.with("“Tarn").count(), 1);
        assert_eq!(texts.with("Tarn Vale").count() + texts.with("").count() + texts.with("—").count(), 0);
    }
}
