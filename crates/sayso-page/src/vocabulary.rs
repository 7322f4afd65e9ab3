//! The words that pages use about themselves, of all languages that offer them: a page is read before its language is known.

use std::sync::LazyLock;

use regex::Regex;
use sayso_lang::{Language, LanguageError, Languages, Offer, Patterns};

use crate::furniture::FurnitureWords;
use crate::metadata::{BylineWords, MarkWords, MonthWords};

/// What one language's folder says of pages.
#[derive(Debug)]
pub(crate) struct PageWords {
    /// The code of the language.
    pub(crate) language: String,
    pub(crate) byline: BylineWords,
    pub(crate) furniture: FurnitureWords,
    pub(crate) marks: MarkWords,
    pub(crate) months: MonthWords,
}

impl PageWords {
    fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            language: language.tag().to_owned(),
            byline: language.parse("page/byline.toml")?,
            furniture: language.parse("page/furniture.toml")?,
            marks: language.parse("page/marks.toml")?,
            months: language.parse("page/months.toml")?,
        })
    }
}

static ALL: LazyLock<Vec<PageWords>> = LazyLock::new(|| {
    let offering = Languages::shipped().that_offer(Offer::Page);
    offering.map(PageWords::load).collect::<Result<_, _>>().expect("the folders that ship are loaded in tests")
});

/// The words of each language.
pub(crate) fn all() -> &'static [PageWords] {
    &ALL
}

/// A group that matches what is in one list of any language; nothing where none has the list.
pub(crate) fn any(list: impl Fn(&'static PageWords) -> &'static Patterns) -> String {
    one_of(all().iter().flat_map(|words| list(words).iter()))
}

/// A group that matches any of some patterns; nothing where there is none.
pub(crate) fn one_of<'p>(patterns: impl Iterator<Item = &'p str>) -> String {
    const NOTHING: &str = r"[^\s\S]";
    let mut patterns: Vec<&str> = patterns.collect();
    if patterns.is_empty() {
        patterns.push(NOTHING);
    }
    format!("(?:{})", patterns.join("|"))
}

/// An expression that is made of checked parts.
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("patterns of languages are checked as they are loaded")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_ships_is_loaded() {
        for language in Languages::shipped().that_offer(Offer::Page) {
            PageWords::load(language).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        let found = |patterns: &[&str]| pattern(&one_of(patterns.iter().copied())).is_match("mayor");
        assert!(found(&["a", "b"]) && !found(&["b"]) && !found(&[]));
    }
}
