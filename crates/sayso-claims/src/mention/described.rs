//! Those whom an article only describes, by the noun that it repeats of them: 'a senior Caldrian official'.

use std::collections::HashMap;

use sayso_read::SpeakerKind;
use sayso_text::Text;

use super::data::Named;
use crate::work;

/// Words between 'a' and the noun that a description repeats, at most.
const BETWEEN: usize = 4;

/// What ends a clause.
const ENDS: [char; 10] = ['.', ',', ';', ':', '\n', '“', '”', '"', '(', ')'];

/// A place where a noun stands.
struct NounPosition {
    end: usize,
    clause: usize,
    /// First byte of the words behind the 'a' that begins the description, where there is one.
    from: Option<usize>,
    /// The last description in the clauses before this one's, by its place in the list; there the last in each clause
    /// counts.
    before: Option<usize>,
}

/// The places of some nouns in a text.
pub(super) struct DescribedNouns(HashMap<String, Vec<NounPosition>>);

impl DescribedNouns {
    /// Of a text, for the nouns that will be asked for, in lower case.
    pub(super) fn of(text: &Text, nouns: impl Iterator<Item = String>) -> Self {
        let mut places: HashMap<String, Vec<NounPosition>> = nouns.map(|noun| (noun, Vec::new())).collect();
        let mut lower = String::new();
        let searched = if places.is_empty() { "" } else { text.as_str() };
        for (clause, held) in searched.split(ENDS).enumerate() {
            let start = text.span_of(held).map_or(0, |span| span.start());
            let words: Vec<(usize, &str)> = words_of(held, start).collect();
            for (at, (begins, word)) in work::each(words.iter().enumerate()) {
                lower.clear();
                lower.extend(word.chars().flat_map(char::to_lowercase));
                if let Some(known) = places.get_mut(lower.as_str()) {
                    let before = known.last().and_then(|last| last.answer(clause, known.len() - 1));
                    known.push(NounPosition { end: begins + word.len(), clause, from: from(&words, at), before });
                }
            }
        }
        Self(places)
    }

    /// The last 'a … official' before a byte.
    pub(super) fn before(&self, text: &Text, byte: usize, noun: &str) -> Option<Named> {
        let places = self.0.get(noun)?;
        let last = places.partition_point(|place| place.end <= byte).checked_sub(1)?;
        let at = places[last].from.map_or(places[last].before, |_| Some(last))?;
        let held = text.as_str().get(places[at].from?..places[at].end)?;
        let name = held.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Named { name, kind: SpeakerKind::Unnamed })
    }
}

impl NounPosition {
    /// The description that holds for a place in a clause, behind this one, which is the `own`th.
    fn answer(&self, clause: usize, own: usize) -> Option<usize> {
        if self.clause == clause || self.from.is_none() { self.before } else { Some(own) }
    }
}

/// Where the words of a description begin whose noun is the word at an index.
fn from(words: &[(usize, &str)], at: usize) -> Option<usize> {
    let near = at.saturating_sub(BETWEEN + 1)..at.saturating_sub(1);
    let article = near.rev().find(|index| is_article(words[*index].1))?;
    let is_nearest = at.checked_sub(1).is_none_or(|before| !is_article(words[before].1));
    is_nearest.then(|| words[article + 1].0)
}

fn is_article(word: &str) -> bool {
    ["a", "an", "another"].iter().any(|article| word.eq_ignore_ascii_case(article))
}

fn words_of(held: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    held.split_whitespace().map(move |word| (start + (word.as_ptr() as usize - held.as_ptr() as usize), word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_description_counts() {
        let text = Text::new(
            "A senior official came, an official, a very tall Caldrian official. Then the official said the official",
        );
        let described = DescribedNouns::of(&text, ["official".to_owned()].into_iter());
        let before = |byte: usize| described.before(&text, byte, "official").map(|named| named.name);
        let at = |needle: &str| text.as_str().find(needle).unwrap();
        assert_eq!(before(at(" came")).as_deref(), Some("senior official"));
        assert_eq!(before(at(". Then")).as_deref(), Some("very tall Caldrian official"));
        assert_eq!(before(at("a very")).as_deref(), Some("senior official"));
        assert_eq!(before(text.len()).as_deref(), Some("very tall Caldrian official"));
        assert_eq!(before(3), None);
    }
}
