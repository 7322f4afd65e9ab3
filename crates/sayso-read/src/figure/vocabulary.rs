//! The words of a language by which figures are read.

use sayso_lang::{Language, LanguageError};

use super::age_words::AgeWords;
use super::bound_words::BoundWords;
use super::calendar_words::CalendarWords;
use super::counted_words::CountedWords;
use super::fraction_words::FractionWords;
use super::money_words::CurrencyWords;
use super::name_words::NameWords;
use super::noun_words::NounWords;
use super::number_words::NumberWords;
use super::one_words::OneWords;
use super::part_words::PartWords;
use super::range_words::RangeWords;
use super::score_words::ScoreWords;
use super::unit_words::UnitWords;
use super::vote_words::VoteWords;
use super::whole_words::WholeWords;

/// The words of a language by which figures are read: a file of its folder each.
#[derive(Debug, Default)]
pub struct FigureWords {
    pub(super) ages: AgeWords,
    pub(super) bounds: BoundWords,
    pub(super) calendar: CalendarWords,
    pub(super) counted: CountedWords,
    pub(super) currencies: CurrencyWords,
    pub(super) fractions: FractionWords,
    pub(super) names: NameWords,
    pub(super) nouns: NounWords,
    pub(super) numbers: NumberWords,
    pub(super) one: OneWords,
    pub(super) parts: PartWords,
    pub(super) ranges: RangeWords,
    pub(super) scores: ScoreWords,
    pub(super) units: UnitWords,
    pub(super) votes: VoteWords,
    pub(super) wholes: WholeWords,
}

impl FigureWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            ages: language.parse("figures/ages.toml")?,
            bounds: language.parse("figures/bounds.toml")?,
            calendar: CalendarWords::load(language)?,
            counted: language.parse("figures/counted.toml")?,
            currencies: language.parse("figures/currencies.toml")?,
            fractions: language.parse("figures/fractions.toml")?,
            names: language.parse("figures/names.toml")?,
            nouns: language.parse("figures/nouns.toml")?,
            numbers: language.parse("figures/numbers.toml")?,
            one: language.parse("figures/one.toml")?,
            parts: language.parse("figures/parts.toml")?,
            ranges: language.parse("figures/ranges.toml")?,
            scores: language.parse("figures/scores.toml")?,
            units: language.parse("figures/units.toml")?,
            votes: language.parse("figures/votes.toml")?,
            wholes: language.parse("figures/wholes.toml")?,
        })
    }
}

/// Those that ship for English.
#[cfg(test)]
pub(super) fn english() -> &'static FigureWords {
    use std::sync::LazyLock;
    static ENGLISH: LazyLock<FigureWords> = LazyLock::new(|| {
        let english = sayso_lang::Languages::shipped().get("en").expect("English ships");
        FigureWords::load(english).unwrap_or_else(|error| panic!("{error}"))
    });
    &ENGLISH
}
