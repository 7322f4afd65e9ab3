//! Phrases with a word of saying in them that attribute nothing.

use sayso_lang::Words;
use serde::Deserialize;

/// Words that a gap in a phrase stands for at most.
const WIDEST_GAP: usize = 3;

/// Phrases with a word of saying in them that attribute nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdiomWords {
    idioms: Vec<Idiom>,
    /// Words that a phrase's gap does not step over.
    closed: Words,
    /// Things that have a title.
    pub works: Words,
    /// Small words that a title does not capitalise.
    pub uncapitalised: Words,
}

/// A phrase: for each place the words that may stand there.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
struct Idiom(Vec<IdiomSlot>);

#[derive(Debug)]
enum IdiomSlot {
    OneOf(Vec<String>),
    Gap,
}

impl From<String> for Idiom {
    fn from(phrase: String) -> Self {
        let place = |word: &str| match word {
            "…" => IdiomSlot::Gap,
            words => IdiomSlot::OneOf(words.split('|').map(str::to_owned).collect()),
        };
        Self(phrase.split_whitespace().map(place).collect())
    }
}

impl IdiomWords {
    /// How many words the longest phrase has that `word` gives from its first place on; none where it gives no phrase.
    pub fn length<'w>(&self, word: &impl Fn(usize) -> &'w str) -> Option<usize> {
        self.idioms.iter().filter_map(|idiom| self.length_of(&idiom.0, word, 0)).max()
    }

    fn length_of<'w>(&self, places: &[IdiomSlot], word: &impl Fn(usize) -> &'w str, at: usize) -> Option<usize> {
        match places {
            [] => Some(at),
            [IdiomSlot::OneOf(words), rest @ ..] => {
                words.iter().any(|one| one == word(at)).then(|| self.length_of(rest, word, at + 1)).flatten()
            }
            [IdiomSlot::Gap, rest @ ..] => {
                let open = (0..WIDEST_GAP).take_while(|gap| !self.closed.contains(word(at + gap))).count();
                (0..=open).find_map(|gap| self.length_of(rest, word, at + gap))
            }
        }
    }
}
