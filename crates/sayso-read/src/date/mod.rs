//! Expressions of time in a text, each with its ISO-TimeML TIMEX3 value.
//!
//! `token` cuts the text into words, `grammar` reads expressions from them, `meaning` is what they say, and `resolve`
//! turns that into a value, seen from the day of publication, by the `tense` of the sentence. Nothing here asks the clock.

mod anchors;
mod calendar;
mod grammar;
mod holiday;
mod kind;
mod lexicon;
mod lower_case;
mod meaning;
mod phrases;
#[cfg(test)]
mod reading;
mod resolve;
mod surroundings;
mod tense;
mod token;
mod unit;
mod value;
mod vocabulary;
mod year;

pub(crate) use vocabulary::DateWords;

use sayso_text::{Span, Text};

pub use calendar::Period;
pub use kind::{DateKind, Mod};
pub use unit::{DayPart, Season, Unit};
pub use value::{Count, Length, Moment, Reference, Value};

use anchors::Anchors;
use meaning::{Expression, Meaning};
use surroundings::Follower;
use tense::Outlook;
use token::DateToken;

/// An expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// What kind of time it speaks of.
    pub kind: DateKind,
    /// What it is worth.
    pub value: Value,
    /// What narrows the value.
    pub modifier: Option<Mod>,
}

/// All expressions of time in the visible stretches of a text, in order of place.
pub(crate) fn dates(
    text: &Text,
    visible: &[Span],
    published: Option<jiff::civil::Date>,
    words: &DateWords,
) -> Vec<Date> {
    let tokens = token::tokens(text, visible, &words.lexicon);
    let mut anchors = Anchors::new(published);
    let mut dates = Vec::new();
    let mut follower = Follower::default();
    let mut at = 0;
    while at < tokens.len() {
        let (end, found) = grammar::expressions(&tokens, at, words);
        if found.is_empty() {
            at = end;
            continue;
        }
        let outlook = Outlook::of(&tokens, at, end, &words.tense);
        for (range, expression) in found {
            anchors.surrounded_by(follower.go_on(&tokens, range.clone(), &words.tense));
            dates.extend(resolved(text, &tokens[range], &expression, &mut anchors, outlook));
        }
        at = end;
    }
    dates
}

fn resolved(
    text: &Text,
    tokens: &[DateToken<'_>],
    found: &Expression,
    anchors: &mut Anchors,
    outlook: Outlook,
) -> Option<Date> {
    let value = resolve::value(&found.meaning, anchors, outlook)?;
    anchors.tell(&found.meaning, value);
    let span = text.span(tokens.first()?.start, tokens.last()?.end())?;
    Some(Date { span, kind: kind(&found.meaning), value, modifier: found.modifier })
}

fn kind(meaning: &Meaning) -> DateKind {
    match meaning {
        Meaning::Moment(..) => DateKind::Time,
        Meaning::Length(_) => DateKind::Duration,
        Meaning::Every(_)
        | Meaning::EveryYear(_)
        | Meaning::EveryWeek(..)
        | Meaning::EveryWeekAt(..)
        | Meaning::EveryWeekend
        | Meaning::EveryDay(_) => DateKind::Set,
        _ => DateKind::Date,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::reading::{read, read_on};
    use super::*;

    /// Words and marks that the rules know, and some that they do not.
    fn likely_text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "the",
            "last",
            "two",
            "12",
            "2010",
            "May",
            "Sept.",
            "Friday",
            "week",
            "years",
            "ago",
            "-",
            ",",
            ".",
            "'s",
            "\n\n",
            "31",
            "th",
            "/",
            ":",
            "p.m.",
            "half",
            "a",
            "and a half",
            "of",
            "early",
            "ended",
            "١٢",
            "😀",
            "99999999999",
            "BC",
            "mid",
            "every",
            "quarter",
            "third",
            "year",
            "earlier",
            "“",
            "”",
            "today",
            "UTC",
            "45",
            "to",
            "dozen",
            "thousand",
        ]);
        let glue = prop::sample::select(vec!["", " ", " ", " "]);
        prop::collection::vec((word, glue), 0..40)
            .prop_map(|parts| parts.iter().map(|(word, glue)| format!("{word}{glue}")).collect())
    }

    fn check(string: &str, published: Option<jiff::civil::Date>) -> Result<(), TestCaseError> {
        let text: Text = Text::new(string);
        let found = crate::english().dates(&text, &[text.whole()], published);
        prop_assert_eq!(&found, &crate::english().dates(&text, &[text.whole()], published));
        prop_assert!(
            found.iter().all(|date| text.span(date.span.start(), date.span.end()).is_some() && !date.span.is_empty())
        );
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        Ok(())
    }

    proptest! {
        #[test]
        fn any_text_gives_ordered_spans_twice_alike(likely in likely_text(), any in "\\PC{0,60}", day in 0..4_000_000_i32) {
            let published = jiff::civil::date(-4000, 1, 1).checked_add(jiff::Span::new().days(day)).ok();
            check(&likely, published)?;
            check(&likely, None)?;
            check(&any, published)?;
        }
    }

    #[test]
    fn only_visible_stretches_are_read() {
        let text: Text = Text::new("On Monday. Advertisement: Friday. On Tuesday");
        let visible = [text.span(0, 10).unwrap(), text.span(33, 44).unwrap()];
        let found = crate::english().dates(&text, &visible, None);
        assert_eq!(found.iter().map(|date| text.slice(date.span)).collect::<Vec<_>>(), ["Monday", "Tuesday"]);
    }

    #[test]
    fn without_a_day_of_publication_values_stay_open() {
        assert_eq!(
            read_on("On Oct. 23 and Friday, last year, in May, a year ago, now", None),
            [
                "Oct. 23 = XXXX-10-23",
                "Friday = XXXX-WXX-5",
                "last year = XXXX",
                "May = XXXX-05",
                "a year ago = XXXX",
                "now = PRESENT_REF"
            ]
        );
    }

    #[test]
    fn a_full_stop_ends_the_abbreviation_or_the_sentence() {
        assert_eq!(read("It was due on Sept. 30. The vote is in Oct."), ["Sept. 30 = 2010-09-30", "Oct. = 2010-10"]);
    }

    #[test]
    fn what_was_told_is_what_is_told_from() {
        assert_eq!(
            read("The bridge fell on August 1, 2007. The next day it was closed; two weeks later, work began."),
            ["August 1, 2007 = 2007-08-01", "The next day = 2007-08-02", "two weeks later = 2007-08-16"]
        );
        assert_eq!(
            read("The mayor spoke on Monday. “I decided today,” he said. He left yesterday."),
            ["Monday = 2010-09-13", "today = 2010-09-13", "yesterday = 2010-09-14"]
        );
    }

    #[test]
    fn numbers_beyond_any_calendar_are_none() {
        assert!(read("Feb. 30, 99999999999 of them, ١٢").is_empty());
        assert_eq!(read("9999 centuries ago"), ["9999 centuries ago = XXXX"]);
    }
}
