//! The words of a language by which dates are read.

use sayso_lang::{Language, LanguageError};

use super::grammar::away_words::AwayWords;
use super::grammar::clock_words::ClockWords;
use super::grammar::edge_words::EdgeWords;
use super::grammar::length_words::LengthWords;
use super::grammar::number_words::NumberWords;
use super::grammar::plausible_words::PlausibleWords;
use super::grammar::recurring_words::RecurringWords;
use super::grammar::reference_words::ReferenceWords;
use super::grammar::reported_words::ReportedWords;
use super::grammar::selector_words::SelectorWords;
use super::grammar::span_words::SpanWords;
use super::grammar::weekday_words::WeekdayWords;
use super::grammar::yearly_words::YearlyWords;
use super::holiday::Holidays;
use super::lexicon::Lexicon;
use super::tense::TenseWords;

/// The words of a language by which dates are read: a file of its folder each.
#[derive(Debug, Default)]
pub struct DateWords {
    pub(super) away: AwayWords,
    pub(super) clock: ClockWords,
    pub(super) edges: EdgeWords,
    pub(super) holidays: Holidays,
    pub(super) lengths: LengthWords,
    pub(super) lexicon: Lexicon,
    pub(super) numbers: NumberWords,
    pub(super) plausible: PlausibleWords,
    pub(super) recurring: RecurringWords,
    pub(super) references: ReferenceWords,
    pub(super) reported: ReportedWords,
    pub(super) selectors: SelectorWords,
    pub(super) spans: SpanWords,
    pub(super) tense: TenseWords,
    pub(super) weekdays: WeekdayWords,
    pub(super) yearly: YearlyWords,
}

impl DateWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            away: language.parse("dates/away.toml")?,
            clock: language.parse("dates/clock.toml")?,
            edges: language.parse("dates/edges.toml")?,
            holidays: language.parse("dates/holidays.toml")?,
            lengths: language.parse("dates/lengths.toml")?,
            lexicon: Lexicon::load(language)?,
            numbers: language.parse("dates/numbers.toml")?,
            plausible: language.parse("dates/plausible.toml")?,
            recurring: language.parse("dates/recurring.toml")?,
            references: language.parse("dates/references.toml")?,
            reported: language.parse("dates/reported.toml")?,
            selectors: language.parse("dates/selectors.toml")?,
            spans: language.parse("dates/spans.toml")?,
            tense: language.parse("dates/tense.toml")?,
            weekdays: language.parse("dates/weekdays.toml")?,
            yearly: language.parse("dates/yearly.toml")?,
        })
    }
}

/// Those that ship for English.
#[cfg(test)]
pub(super) fn english() -> &'static DateWords {
    use std::sync::LazyLock;
    static ENGLISH: LazyLock<DateWords> = LazyLock::new(|| {
        let english = sayso_lang::Languages::shipped().get("en").expect("English ships");
        DateWords::load(english).unwrap_or_else(|error| panic!("{error}"))
    });
    &ENGLISH
}
