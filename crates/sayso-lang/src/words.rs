//! Lists as a language's files hold them. Each is checked as it is loaded: nothing empty, nothing twice, no white space
//! at the ends.

use std::fmt;
use std::marker::PhantomData;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Words to be asked for: `["deny", "refute"]`.
#[derive(Debug, Default)]
pub struct Words {
    ordered: Vec<Box<str>>,
    all: FxHashSet<Box<str>>,
}

impl Words {
    /// Whether a word stands in the list, as it is written there.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.all.contains(word)
    }

    /// The words in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.ordered.iter().map(AsRef::as_ref)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ordered.is_empty()
    }

    fn add(&mut self, word: String) -> Result<(), String> {
        check(&word)?;
        let word: Box<str> = word.into();
        if !self.all.insert(word.clone()) {
            return Err(format!("'{word}' stands there twice"));
        }
        self.ordered.push(word);
        Ok(())
    }
}

impl Extend<String> for Words {
    /// Adds words; those that are there already are passed over, so that the lists of several languages can be joined.
    fn extend<I: IntoIterator<Item = String>>(&mut self, words: I) {
        for word in words {
            // What is wrong with a word was said when its own list was loaded.
            let _ = self.add(word);
        }
    }
}

/// Words in the order in which they are to be tried, words parted by single spaces in each: `["more than", "over"]`.
#[derive(Debug, Default)]
pub struct Phrases(Vec<String>);

impl Phrases {
    /// The phrases in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Words with what each means: `thousand = 1000`.
#[derive(Debug)]
pub struct Table<V>(FxHashMap<Box<str>, V>);

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<V> Table<V> {
    /// What a word means, where it stands in the table as it is written there.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&V> {
        self.0.get(word)
    }

    /// Whether a word stands in the table.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// Words and meanings, in no order that could be relied on.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.iter().map(|(word, meaning)| (word.as_ref(), meaning))
    }
}

fn check(word: &str) -> Result<(), String> {
    if word.is_empty() {
        return Err("an empty entry".to_owned());
    }
    if word.trim() != word {
        return Err(format!("white space around '{}'", word.trim()));
    }
    Ok(())
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of words, each once")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Words, A::Error> {
        let mut words = Words::default();
        while let Some(word) = list.next_element::<String>()? {
            words.add(word).map_err(A::Error::custom)?;
        }
        Ok(words)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(WordsVisitor)
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Words::deserialize(deserializer)?;
        Ok(Self(words.ordered.into_iter().map(String::from).collect()))
    }
}

struct TableVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for TableVisitor<V> {
    type Value = Table<V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table of words and what they mean")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<V>, A::Error> {
        let mut table = Table::default();
        while let Some((word, meaning)) = map.next_entry::<String, V>()? {
            check(&word).map_err(A::Error::custom)?;
            table.0.insert(word.into(), meaning);
        }
        Ok(table)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Table<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor(PhantomData))
    }
}
