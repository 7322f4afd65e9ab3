//! Words by what they mean, as a language's files hold them: each meaning with all of its words.

use std::fmt;
use std::marker::PhantomData;

use rustc_hash::FxHashMap;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::words::Words;

/// Words or phrases by what they mean: `euro = ["€", "euro", "euros"]`. No word means two things.
#[derive(Debug)]
pub struct Grouped<M>(FxHashMap<Box<str>, M>);

impl<M> Default for Grouped<M> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<M> Grouped<M> {
    /// What a word means, where it stands in the table as it is written there.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&M> {
        self.0.get(word)
    }

    /// Words and meanings, in no order that could be relied on.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &M)> {
        self.0.iter().map(|(word, meaning)| (word.as_ref(), meaning))
    }
}

struct GroupedVisitor<M>(PhantomData<M>);

impl<'de, M: Deserialize<'de> + Clone> Visitor<'de> for GroupedVisitor<M> {
    type Value = Grouped<M>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table of meanings, each with a list of words")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Grouped<M>, A::Error> {
        let mut grouped = Grouped::default();
        while let Some((meaning, words)) = map.next_entry::<M, Words>()? {
            for word in words.iter() {
                if grouped.0.insert(word.into(), meaning.clone()).is_some() {
                    return Err(A::Error::custom(format!("'{word}' stands there with two meanings")));
                }
            }
        }
        Ok(grouped)
    }
}

impl<'de, M: Deserialize<'de> + Clone> Deserialize<'de> for Grouped<M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(GroupedVisitor(PhantomData))
    }
}
