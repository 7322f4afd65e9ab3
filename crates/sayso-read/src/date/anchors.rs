//! What expressions are seen from: the day of publication, and what the text has told of so far.

use jiff::civil::Date;

use super::calendar::{Period, quarter_of};
use super::meaning::{Meaning, Origin, Which, Yearly};
use super::surroundings::Surroundings;
use super::tense::TenseSide;
use super::unit::Unit;
use super::value::{Count, Value};
use super::year;

/// A time so many years before publication is past rather than news.
const PAST: i16 = 2;

/// A text that told of no more times past than this is not yet known to tell of history.
const FEW: usize = 4;

/// A text tells of history where times past are more than so many to one of news. On histories of wars this raises value F1
/// by more than ten points; on news it changes 0.1.
const SHARE: usize = 3;

/// Results of so many months and more are compared by year, shorter ones by quarter.
const SEVERAL: u32 = 6;

/// The day of publication, and what the text has told of so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Anchors {
    published: Option<Date>,
    around: Surroundings,
    /// The last period told of.
    last: Option<Period>,
    /// The last day told of, and the last in the paragraph at hand.
    day: Option<Date>,
    paragraph_day: Option<Date>,
    /// The last quarter that a business is said to report.
    quarter: Option<(i16, i8)>,
    /// Whether several months were told of since.
    several_months: bool,
    /// How often the text has told of times near publication, and of times past.
    news: usize,
    past: usize,
}

impl Anchors {
    pub(super) fn new(published: Option<Date>) -> Self {
        Self { published, ..Self::default() }
    }

    /// Goes on to another expression.
    pub(super) fn surrounded_by(&mut self, around: Surroundings) {
        self.around = around;
        self.paragraph_day = self.paragraph_day.filter(|_| around.same_paragraph);
    }

    /// Takes note of what the text told of.
    pub(super) fn tell(&mut self, meaning: &Meaning, value: Value) {
        self.tell_results(meaning, value);
        let (Value::Calendar(period) | Value::Moment(period, _)) = value else { return };
        let Some(first) = period.first_day() else { return };
        self.last = Some(period);
        if let Period::Day(day) = period {
            self.day = Some(day);
            self.paragraph_day = Some(day);
        }
        if !matches!(meaning, Meaning::Yearly(_, Which::Told)) {
            *(if self.is_past(first) { &mut self.past } else { &mut self.news }) += 1;
        }
    }

    /// Takes note of the quarters and months that a business reports of.
    fn tell_results(&mut self, meaning: &Meaning, value: Value) {
        match (meaning, value) {
            (_, Value::Length(length)) => {
                let several = matches!(length.count, Count::Of(count) if count >= SEVERAL);
                self.several_months |= several && length.unit == Unit::Month;
            }
            (Meaning::Reported { which: Which::From(_, 0), .. }, _) => self.several_months = false,
            (
                Meaning::Yearly(Yearly::Quarter(_), Which::Told),
                Value::Calendar(Period::Quarter(Some(year), quarter)),
            ) => self.tell_quarter(year, quarter),
            _ => {}
        }
    }

    /// A quarter that has not ended counts only as long as no other is told of: results are of what ended.
    fn tell_quarter(&mut self, year: i16, quarter: i8) {
        let ended = self.published.is_none_or(|day| (year, quarter) < (day.year(), quarter_of(day)));
        self.several_months = false;
        if ended || self.quarter.is_none() {
            self.quarter = Some((year, quarter));
        }
    }

    fn is_past(&self, day: Date) -> bool {
        self.published.is_none_or(|published| published.year() - day.year() >= PAST)
    }

    /// The day of publication.
    pub(super) fn published(&self) -> Option<Date> {
        self.published
    }

    /// The last day told of, else that of publication, or where a night is past the one before: what happened overnight is
    /// told the morning after.
    pub(super) fn told_by(&self, past_night: bool) -> Option<Date> {
        match self.day {
            None if past_night => self.published.and_then(|day| day.yesterday().ok()),
            day => day.or(self.published),
        }
    }

    /// The day that steps of a unit count from. 'Today' in a quotation is the day on which the paragraph says it was spoken.
    pub(super) fn origin(&self, from: Origin, unit: Unit) -> Option<Date> {
        match from {
            Origin::Publication if unit == Unit::Day && self.around.quoted => self.paragraph_day.or(self.published),
            Origin::Publication => self.published,
            Origin::Narrative => {
                let told = self.last.filter(|period| period.unit() <= unit).and_then(Period::first_day);
                told.or(self.day.filter(|_| unit == Unit::Day)).or(self.published)
            }
        }
    }

    /// The year that a text which tells of history is at.
    pub(super) fn history(&self, name: Yearly, side: TenseSide) -> Option<i16> {
        let last = self.last?.first_day()?;
        let is_dated = matches!(name, Yearly::Day(..)) && self.around.same_sentence && side != TenseSide::Future;
        let is_history = self.past > FEW.max(SHARE * self.news);
        (self.is_past(last) && (is_dated || is_history)).then(|| year::after(name, last))
    }

    /// The quarter that a business reports, where the text told of one, and whether comparisons are by quarter.
    pub(super) fn quarter(&self) -> Option<(i16, i8, bool)> {
        self.quarter.map(|(year, quarter)| (year, quarter, !self.several_months))
    }
}
