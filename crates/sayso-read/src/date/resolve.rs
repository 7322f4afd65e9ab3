//! From what an expression says to what it is worth, seen from its [`Anchors`].

use jiff::civil::{Date, Weekday};

use super::anchors::Anchors;
use super::calendar::{Period, quarter_of};
use super::meaning::{Meaning, Origin, Which, Yearly};
use super::tense::{Outlook, TenseSide};
use super::unit::{DayPart, Unit};
use super::value::{Moment, Value};
use super::year;

/// What a meaning is worth; `None` for a day that its year does not have.
pub(super) fn value(meaning: &Meaning, anchors: &Anchors, outlook: Outlook) -> Option<Value> {
    let value = Resolver { anchors, outlook, side: outlook.side }.value(meaning);
    let told = anchors.published().is_some() || matches!(meaning, Meaning::Yearly(_, Which::Year(_)));
    let no_day = told && matches!(value, Value::Calendar(Period::Yearless(..)));
    (!no_day || matches!(meaning, Meaning::EveryYear(_))).then_some(value)
}

#[derive(Clone, Copy)]
struct Resolver<'a> {
    anchors: &'a Anchors,
    outlook: Outlook,
    /// Where the sentence's tense puts what it does not date.
    side: TenseSide,
}

impl Resolver<'_> {
    fn value(self, meaning: &Meaning) -> Value {
        match meaning {
            Meaning::Length(length) | Meaning::Every(length) => Value::Length(*length),
            Meaning::Reference(reference) => Value::Reference(*reference),
            Meaning::EveryWeek(day, part) => Value::Weekly(*day, *part),
            Meaning::EveryWeekAt(day, moment) => Value::Moment(Period::Weekday(*day), *moment),
            Meaning::EveryDay(part) => Value::Moment(Period::Unknown(Unit::Day), Moment::Part(*part)),
            Meaning::Moment(day, moment) => self.moment(day.as_deref(), *moment),
            _ => Value::Calendar(self.period(meaning)),
        }
    }

    fn moment(self, day: Option<&Meaning>, moment: Moment) -> Value {
        let night = moment == Moment::Part(DayPart::Night) && self.side != TenseSide::Future;
        let told = || self.anchors.told_by(night).map_or(Period::Unknown(Unit::Day), Period::Day);
        Value::Moment(day.map_or_else(told, |day| self.period(day)), moment)
    }

    fn period(self, meaning: &Meaning) -> Period {
        match meaning {
            Meaning::Fixed(period) => *period,
            Meaning::Yearly(name, which) => in_year(*name, self.year(*name, *which)),
            Meaning::EveryYear(name) => in_year(*name, None),
            Meaning::Weekday(day, which) => self.weekday(*day, *which).map_or(Period::Weekday(*day), Period::Day),
            Meaning::DayOfWeek(day, week) => self.day_of_week(*day, week).map_or(Period::Weekday(*day), Period::Day),
            Meaning::DayOfMonth(day, month) => {
                self.day_of_month(*day, month).map_or(Period::Unknown(Unit::Day), Period::Day)
            }
            Meaning::WeekOfPeriod(number, period) => {
                self.week_of_period(*number, period).unwrap_or(Period::Unknown(Unit::Week))
            }
            Meaning::Shifted { day, unit, by } => {
                self.shifted(day, *unit, *by).map_or(Period::Unknown(Unit::Day), Period::Day)
            }
            Meaning::Beginning(name, end) => {
                let end = self.period(end).first_day();
                in_year(*name, end.map(|end| year::last(*name, end)))
            }
            Meaning::NumberedDay(weekday, day) => {
                self.numbered(*weekday, *day).map_or(Period::Weekday(*weekday), Period::Day)
            }
            Meaning::EveryWeekend => Period::Unknown(Unit::Weekend),
            Meaning::Step { unit, by, from, grain } => {
                self.step(*unit, *by, *from, *grain).unwrap_or(Period::Unknown(*grain))
            }
            Meaning::Reported { quarter, which } => self.reported(*quarter, *which),
            Meaning::WeekOf(day) => {
                let day = self.period(day).first_day();
                day.and_then(|day| Period::around(Unit::Week, day, 0)).unwrap_or(Period::Unknown(Unit::Week))
            }
            Meaning::Length(_)
            | Meaning::Every(_)
            | Meaning::Reference(_)
            | Meaning::EveryWeek(..)
            | Meaning::EveryWeekAt(..)
            | Meaning::EveryDay(_)
            | Meaning::Moment(..) => Period::Unknown(Unit::Day),
        }
    }

    /// The day of the week that holds the first day of a meaning.
    fn day_of_week(self, day: Weekday, week: &Meaning) -> Option<Date> {
        let week = self.period(week).first_day()?.iso_week_date();
        jiff::civil::ISOWeekDate::new(week.year(), week.week(), day).ok().map(Date::from)
    }

    fn day_of_month(self, day: i8, month: &Meaning) -> Option<Date> {
        let month = self.period(month).first_day()?;
        Date::new(month.year(), month.month(), day).ok()
    }

    /// The week of a month or a year; the first one holds its first day, and the last one its last day, but a year's
    /// weeks are those that ISO 8601 numbers.
    fn week_of_period(self, number: i8, period: &Meaning) -> Option<Period> {
        let period = self.period(period);
        let first = period.first_day()?;
        let (first, last) = match period {
            Period::Year(year) => (Date::new(year, 1, 4).ok()?, Date::new(year, 12, 28).ok()?),
            _ => (first, first.last_of_month()),
        };
        match number {
            0 => Period::around(Unit::Week, last, 0),
            _ => Period::around(Unit::Week, first, i32::from(number) - 1),
        }
    }

    fn shifted(self, day: &Meaning, unit: Unit, by: i32) -> Option<Date> {
        let day = self.period(day).first_day()?;
        let span = match unit {
            Unit::Day => jiff::Span::new().try_days(by),
            Unit::Week => jiff::Span::new().try_weeks(by),
            Unit::Month => jiff::Span::new().try_months(by),
            _ => jiff::Span::new().try_years(by),
        };
        day.checked_add(span.ok()?).ok()
    }

    /// The day of that number, in the month nearest to publication in which it falls on the weekday.
    fn numbered(self, weekday: Weekday, day: i8) -> Option<Date> {
        /// Days that far away are said with their month.
        const MONTHS: i32 = 6;
        let published = self.anchors.published()?;
        let first = if self.side == TenseSide::Past { -1 } else { 1 };
        let near = (0..=MONTHS).flat_map(|by| [by * first, -by * first]);
        let in_month = |by: i32| {
            let month = Period::around(Unit::Month, published, by)?.first_day()?;
            Date::new(month.year(), month.month(), day).ok().filter(|day| day.weekday() == weekday)
        };
        near.into_iter().find_map(in_month)
    }

    fn step(self, unit: Unit, by: i32, from: Origin, grain: Unit) -> Option<Period> {
        let day = self.anchors.origin(from, unit)?;
        match (unit, grain) {
            (Unit::Week, Unit::Day) => Period::around(Unit::Day, day, by.checked_mul(7)?),
            (Unit::Weekend, _) => Period::around(Unit::Weekend, day, by - i32::from(self.is_weekend_past(day, by))),
            _ => Period::around(grain, day, by),
        }
    }

    /// Whether the weekend counts back from the one before: on weekdays, unless the sentence looks ahead.
    fn is_weekend_past(self, day: Date, by: i32) -> bool {
        let is_weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        is_weekday && (by < 0 || by == 0 && self.side != TenseSide::Future)
    }

    /// The day of the week; `None` without a day to see it from.
    fn weekday(self, weekday: Weekday, which: Which) -> Option<Date> {
        let published = self.anchors.published()?;
        let nth = |day: Date, n| day.nth_weekday(n, weekday).ok();
        match which {
            Which::From(from, by) if by != 0 => nth(self.anchors.origin(from, Unit::Day)?, by.signum()),
            Which::Last => nth(published, -1),
            Which::Next => nth(published, 1),
            Which::This => {
                let week = published.iso_week_date();
                jiff::civil::ISOWeekDate::new(week.year(), week.week(), weekday).ok().map(Date::from)
            }
            _ if published.weekday() == weekday => Some(published),
            _ => nth(published, if self.side == TenseSide::Future { 1 } else { -1 }),
        }
    }

    fn year(self, name: Yearly, which: Which) -> Option<i16> {
        let published = self.anchors.published();
        match which {
            Which::Year(year) => Some(year),
            Which::From(from, by) => {
                let year = Period::around(Unit::Year, self.anchors.origin(from, Unit::Year)?, by)?;
                year.first_day().map(Date::year)
            }
            Which::This => published.map(Date::year),
            Which::Last => published.map(|day| year::last(name, day)),
            Which::Next => published.map(|day| year::next(name, day)),
            Which::Told => {
                self.anchors.history(name, self.side).or(published.map(|day| year::told(name, day, self.outlook)))
            }
        }
    }

    /// A reported quarter: that told of, else the one before publication. Years are compared where no quarter is told of.
    fn reported(self, quarter: Option<i8>, which: Which) -> Period {
        let told = self.anchors.quarter();
        let by_quarter = quarter.is_some() || told.is_some_and(|(_, _, by_quarter)| by_quarter);
        if let Which::From(from, by @ (..=-1 | 1..)) = which
            && !by_quarter
        {
            return self.step(Unit::Year, by, from, Unit::Year).unwrap_or(Period::Unknown(Unit::Year));
        }
        let before = || {
            let day = Period::around(Unit::Quarter, self.anchors.published()?, -1)?.first_day()?;
            Some((day.year(), quarter_of(day)))
        };
        let Some((year, last)) = told.map(|(year, quarter, _)| (year, quarter)).or_else(before) else {
            return Period::Unknown(Unit::Quarter);
        };
        let year = match which {
            Which::Year(year) => Some(year),
            Which::From(_, by) => i16::try_from(i32::from(year) + by).ok(),
            _ => Some(year),
        };
        Period::Quarter(year, quarter.unwrap_or(last))
    }
}

/// What comes once a year, in a year.
fn in_year(name: Yearly, year: Option<i16>) -> Period {
    match name {
        Yearly::Month(month) => Period::Month(year, month),
        Yearly::Quarter(quarter) => Period::Quarter(year, quarter),
        Yearly::Half(half) => Period::Half(year, half),
        Yearly::Season(season) => Period::Season(year, season),
        Yearly::Day(month, day, _) => {
            let date = year.and_then(|year| Date::new(year, month, day).ok());
            date.map_or(Period::Yearless(month, day), Period::Day)
        }
        Yearly::Holiday(holiday) => {
            let date = year.and_then(|year| holiday.in_year(year));
            date.map_or(Period::Unknown(Unit::Day), Period::Day)
        }
    }
}
