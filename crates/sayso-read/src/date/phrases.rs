//! Phrases that expressions are read by, found by their first word.

use rustc_hash::FxHashMap;
use sayso_lang::Grouped;
use serde::Deserialize;

use super::token::DateToken;

/// Phrases with what each of them means.
#[derive(Debug, Deserialize)]
#[serde(from = "Grouped<M>", bound = "M: Deserialize<'de> + Clone")]
pub(super) struct Phrased<M> {
    by_first: FxHashMap<Box<str>, Vec<(Box<str>, M)>>,
}

/// Phrases that all mean the same.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "sayso_lang::Phrases")]
pub(super) struct PhraseList(Phrased<()>);

impl<M> Phrased<M> {
    /// The phrases that begin with a token, the longer before the shorter.
    pub(super) fn beginning(&self, token: &DateToken<'_>) -> impl Iterator<Item = (&str, &M)> {
        let found = token.in_lower_case(|word| self.by_first.get(word)).flatten();
        found.into_iter().flatten().map(|(phrase, meaning)| (phrase.as_ref(), meaning))
    }
}

impl PhraseList {
    /// The phrases that begin with a token, the longer before the shorter.
    pub(super) fn beginning(&self, token: &DateToken<'_>) -> impl Iterator<Item = &str> {
        self.0.beginning(token).map(|(phrase, ())| phrase)
    }
}

impl<M> Default for Phrased<M> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<'p, M> FromIterator<(&'p str, M)> for Phrased<M> {
    fn from_iter<I: IntoIterator<Item = (&'p str, M)>>(phrases: I) -> Self {
        let mut all = Self::default();
        for (phrase, meaning) in phrases {
            let first = phrase.split(' ').next().unwrap_or(phrase);
            all.by_first.entry(first.into()).or_default().push((phrase.into(), meaning));
        }
        for phrases in all.by_first.values_mut() {
            phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.split(' ').count()));
        }
        all
    }
}

impl<M: Clone> From<Grouped<M>> for Phrased<M> {
    fn from(grouped: Grouped<M>) -> Self {
        grouped.iter().map(|(phrase, meaning)| (phrase, meaning.clone())).collect()
    }
}

impl From<sayso_lang::Phrases> for PhraseList {
    fn from(phrases: sayso_lang::Phrases) -> Self {
        Self(phrases.iter().map(|phrase| (phrase, ())).collect())
    }
}
