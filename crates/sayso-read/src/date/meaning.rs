//! What an expression says, apart from what it comes to once the day of publication is known.

use jiff::civil::Weekday;

use super::Mod;
use super::calendar::Period;
use super::holiday::Holiday;
use super::unit::{Season, Unit};
use super::value::{Length, Moment, Reference};

/// An expression as it is read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    pub(super) meaning: Meaning,
    pub(super) modifier: Option<Mod>,
}

/// What is meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A period that nothing else need tell: '1990', 'June 18, 2009'.
    Fixed(Period),
    /// What comes once a year, in one of them: 'June 18', 'last April', 'the third quarter of 1984'.
    Yearly(Yearly, Which),
    /// A day of a week: 'Friday', 'last Wednesday'.
    Weekday(Weekday, Which),
    /// A day of the week that a meaning tells: 'Tuesday of last week'.
    DayOfWeek(Weekday, Box<Meaning>),
    /// A day of a month by its number: 'the 15th of next month'.
    DayOfMonth(i8, Box<Meaning>),
    /// A week of a longer period by its number, 0 for its last: 'the first week of May'.
    WeekOfPeriod(i8, Box<Meaning>),
    /// A day so many units from another: 'a week on Saturday'.
    Shifted { day: Box<Meaning>, unit: Unit, by: i32 },
    /// The last of its name before another one: 'August' in 'from August to October'.
    Beginning(Yearly, Box<Meaning>),
    /// A weekday with its number in the month: 'Monday 16th'.
    NumberedDay(Weekday, i8),
    /// A unit so many steps from another: 'last year', 'tomorrow', 'two weeks earlier'.
    Step { unit: Unit, by: i32, from: Origin, grain: Unit },
    /// A quarter that a business reports or compares with: 'the latest quarter', 'a year earlier'.
    Reported { quarter: Option<i8>, which: Which },
    /// The week that holds a day: 'the week of March 6'.
    WeekOf(Box<Meaning>),
    /// A time of day: 'noon Thursday'; `None` for a day that the expression does not tell.
    Moment(Option<Box<Meaning>>, Moment),
    /// 'two weeks'.
    Length(Length),
    /// 'every two weeks'.
    Every(Length),
    /// 'every July'.
    EveryYear(Yearly),
    /// 'Mondays', 'Tuesday nights'.
    EveryWeek(Weekday, Option<super::unit::DayPart>),
    /// 'Thursdays at 17:30'.
    EveryWeekAt(Weekday, Moment),
    /// 'weekends'.
    EveryWeekend,
    /// 'in the evenings'.
    EveryDay(super::unit::DayPart),
    /// 'now', 'recently', 'the future'.
    Reference(Reference),
}

/// What comes once a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Yearly {
    Month(i8),
    /// A month and a day that some year has.
    Day(i8, i8, Option<Weekday>),
    Quarter(i8),
    Half(i8),
    Season(Season),
    Holiday(Holiday),
}

/// Which of those that recur.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Which {
    /// That of a year.
    Year(i16),
    /// The one so many years from another, or so many weekdays.
    From(Origin, i32),
    /// The last one before publication.
    Last,
    /// The one of the current year or week.
    This,
    /// The first one after publication.
    Next,
    /// The one on the side that the sentence's tense tells.
    Told,
}

/// What steps are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The day of publication.
    Publication,
    /// The last time that the text told of.
    Narrative,
}

impl Meaning {
    /// The unit, so many steps from the day of publication.
    pub(super) fn step(unit: Unit, by: i32) -> Self {
        Self::Step { unit, by, from: Origin::Publication, grain: unit }
    }
}

impl From<Meaning> for Expression {
    fn from(meaning: Meaning) -> Self {
        Self { meaning, modifier: None }
    }
}

impl Expression {
    /// The same with a modifier, unless there is none.
    pub(super) fn with(self, modifier: Option<Mod>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }
}
