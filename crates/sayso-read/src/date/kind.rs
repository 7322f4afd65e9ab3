//! Kinds and modifiers of expressions, by the names of TIMEX3.

use serde::Deserialize;

/// The kinds of expressions of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// A period of the calendar, of a day or more.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// What recurs.
    Set,
}

/// What narrows a value: the modifiers of TIMEX3, and the two halves of a period that publication parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mod {
    /// Before.
    Before,
    /// After.
    After,
    /// No later than.
    OnOrBefore,
    /// No earlier than.
    OnOrAfter,
    /// Shorter than.
    LessThan,
    /// Longer than.
    MoreThan,
    /// At most.
    EqualOrLess,
    /// At least.
    EqualOrMore,
    /// The first part of it.
    Start,
    /// The middle of it.
    Mid,
    /// The last part of it.
    End,
    /// About.
    Approx,
    /// From its start to publication.
    StartToDct,
    /// From publication to its end.
    DctToEnd,
}

impl DateKind {
    /// The name that TIMEX3 gives it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

impl Mod {
    /// The name that TIMEX3 gives it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::StartToDct => "START_TO_DCT",
            Self::DctToEnd => "DCT_TO_END",
        }
    }
}
