//! Units of time, seasons and parts of the day.

use serde::Deserialize;

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years, from one that ends in 00.
    Century,
}

/// A season, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Season {
    /// Printed SP.
    Spring,
    /// Printed SU.
    Summer,
    /// Printed FA.
    Autumn,
    /// Printed WI.
    Winter,
}

/// A part of a day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayPart {
    /// Printed TMO.
    Morning,
    /// Printed TAF.
    Afternoon,
    /// Printed TEV.
    Evening,
    /// Printed TNI.
    Night,
}

impl Season {
    /// The month that it begins in, by the calendar's quarters rather than the sun.
    pub(super) fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// The name that TIMEX3 gives it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

impl DayPart {
    /// The name that TIMEX3 gives it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}
