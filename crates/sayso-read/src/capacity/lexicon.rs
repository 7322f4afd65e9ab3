//! Nouns that show in what capacity somebody speaks.

use sayso_lang::{Grouped, Words};
use serde::Deserialize;

use super::SourceType;
use crate::speaker::singular;

/// Nouns, in lower case and in the singular, that tell in what capacity somebody speaks.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceTypeLexicon {
    /// Nouns, and phrases that end with one, that tell it whatever stands around.
    heads: Grouped<SourceType>,
    /// Nouns whose capacity lies in the words beside them, with what they mean where these tell nothing.
    open: Grouped<SourceType>,
    /// Words beside such a noun, or in the name of a body, that tell the capacity.
    contexts: Grouped<SourceType>,
    /// Forms of address that tell it where the article says no more of somebody.
    titles: Grouped<SourceType>,
    /// Offices of a state that are a firm's where a firm's name stands before them.
    firms: Words,
    /// Nouns for officials, and for sources that may be one.
    officials: Grouped<SourceType>,
}

impl SourceTypeLexicon {
    /// What a noun or a phrase tells whatever stands around.
    pub(super) fn head(&self, phrase: &str) -> Option<SourceType> {
        in_any_number(&self.heads, phrase)
    }

    /// What a noun means whose capacity lies in the words beside it, where these tell nothing.
    pub(super) fn open(&self, noun: &str) -> Option<SourceType> {
        in_any_number(&self.open, noun)
    }

    /// Whether a noun is of an official, or of a source that may be one.
    pub(super) fn is_official(&self, noun: &str) -> bool {
        in_any_number(&self.officials, noun).is_some()
    }

    /// Whether an office of a state is a firm's where a firm's name stands before it: 'president'.
    pub(super) fn is_of_firms_too(&self, office: &str) -> bool {
        self.firms.contains(office)
    }

    /// What a word or a phrase beside a noun tells.
    pub(super) fn context(&self, phrase: &str) -> Option<SourceType> {
        in_any_number(&self.contexts, phrase)
    }

    /// What a form of address tells.
    pub(super) fn title(&self, word: &str) -> Option<SourceType> {
        self.titles.get(word.trim_end_matches('.')).copied()
    }
}

/// What a table has for a phrase, otherwise for what the phrase is the plural of.
fn in_any_number(table: &Grouped<SourceType>, phrase: &str) -> Option<SourceType> {
    let bare = phrase.trim_end_matches('.');
    let found = table.get(phrase).or_else(|| table.get(bare)).copied();
    found.or_else(|| table.get(&singular(bare)?).copied())
}
