//! Spans and lists whose parts share what is said once: '5–7 May', 'March 2 to 6, 2012', 'from May to July 2020',
//! '1994 to 98', '5 to 6 p.m.', 'the 18th and 19th centuries', 'between 300 and 200 BC'.
//!
//! Each part is an expression of its own, with the value that it would have if it said everything itself.

use crate::date::calendar::Period;
use crate::date::meaning::{Meaning, Which, Yearly};
use crate::date::unit::Unit;

use super::century::century_of;
use super::clock_span::clock_span;
use super::cursor::Cursor;
use super::dated::{day_number, decade, month_day, month_name, weekday_in_list};
use super::era::before_christ;
use super::hour::half_of_day;
use super::number::{YEARS, digits_of, is_part_of_number, ordinal};
use super::plausible::{counts, is_apart, is_time};
use super::span_part::{Joint, SpanPart, joint};
use super::yearly::{year_behind, yearly};

/// No list of days or months in news is longer.
const LONGEST: usize = 8;

/// Any of them.
pub(super) fn span(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    if !is_apart(cursor) {
        return None;
    }
    let rules = [days_before_month, days_behind_month, one_year, year_behind_first, no_year, short_year];
    let more = [clock_span, numbered, before_christ_both, decades];
    rules.iter().chain(&more).find_map(|rule| rule(cursor))
}

/// Whether a list is one: commas alone part other things, too ('aged 15, 16 May').
fn is_list(joints: &[Joint]) -> bool {
    !joints.contains(&Joint::Comma) || joints.last() == Some(&Joint::List)
}

/// Days of one month, and where the last of them ends.
struct Days {
    found: Vec<(usize, usize, i8)>,
    joints: Vec<Joint>,
    /// Whether all say their weekday.
    weekdays: bool,
}

impl Days {
    fn new() -> Self {
        Self { found: Vec::new(), joints: Vec::new(), weekdays: true }
    }

    /// Reads a day, with its weekday if that stands before it.
    fn day<'t>(&mut self, cursor: Cursor<'t>) -> Option<Cursor<'t>> {
        let weekday = weekday_in_list(cursor);
        let start = weekday.map_or(cursor, |(rest, _)| rest.glued(&[","]).unwrap_or(rest));
        let (rest, day) = day_number(start.maybe(&["the"]))?;
        self.add(weekday.is_some(), cursor.at, rest.at, day)?;
        Some(rest)
    }

    fn add(&mut self, has_weekday: bool, start: usize, end: usize, day: i8) -> Option<()> {
        let ascends = self.found.last().is_none_or(|(.., before)| *before < day);
        (ascends && self.found.len() < LONGEST).then_some(())?;
        self.weekdays &= has_weekday;
        self.found.push((start, end, day));
        Some(())
    }

    /// The days as parts; `end` is where the last of them ends with its month and year.
    fn parts(&self, end: usize, month: i8, which: Which) -> Option<Vec<SpanPart>> {
        let several = self.found.len() > 1 && (self.weekdays || is_list(&self.joints));
        let last = self.found.len().checked_sub(1).filter(|_| several)?;
        let part = |(index, (start, own_end, day)): (usize, &(usize, usize, i8))| {
            let meaning = day_meaning(month, *day, which)?;
            Some(SpanPart { start: *start, end: if index == last { end } else { *own_end }, meaning })
        };
        self.found.iter().enumerate().map(part).collect()
    }
}

/// A day of a month, where there is such a day.
fn day_meaning(month: i8, day: i8, which: Which) -> Option<Meaning> {
    /// A leap year, so that 29 February is a day.
    const ANY_LEAP_YEAR: i16 = 2000;
    let year = if let Which::Year(year) = which { year } else { ANY_LEAP_YEAR };
    jiff::civil::Date::new(year, month, day).ok()?;
    Some(Meaning::Yearly(Yearly::Day(month, day, None), which))
}

/// '5–7 May 2020', 'the 5th, 6th and 7th of May', 'Mon 16th and Tue 17th March'.
fn days_before_month(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let mut days = Days::new();
    let mut rest = days.day(cursor)?;
    loop {
        let month = rest.maybe(&["of"]).joint().and_then(month_name);
        if let Some((end, month)) = month {
            let followed_by_day = digits_of(end, 1, 2).is_some_and(|(end, _)| !is_part_of_number(end));
            let (end, which) = told_year(end);
            return days.parts(end.at, month, which).filter(|_| !followed_by_day);
        }
        let (next, joint) = joint(rest)?;
        days.joints.push(joint);
        rest = days.day(next)?;
    }
}

/// 'March 9-13, 2012', 'March 2 to 6', 'April 24 and 25'.
fn days_behind_month(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let start = weekday_in_list(cursor).map_or(cursor, |(rest, _)| rest.glued(&[","]).unwrap_or(rest));
    let (mut rest, (month, day)) = month_day(start)?;
    let mut days = Days::new();
    days.add(start.at > cursor.at, cursor.at, rest.at, day)?;
    while let Some((next, joint)) = joint(rest) {
        let Some(end) = days.day(next).filter(|end| !is_other_number(*end)) else { break };
        days.joints.push(joint);
        rest = end;
    }
    let whole = days.found.last().is_some_and(|(_, end, _)| *end == rest.at);
    let (rest, which) = told_year(rest);
    days.parts(rest.at, month, which).filter(|_| whole)
}

/// Whether a number is another than a day's: '6 people', '6 p.m.', '6 June', '6 weeks', '6 of them'.
fn is_other_number(rest: Cursor<'_>) -> bool {
    let month = rest.maybe(&["of"]).joint().and_then(month_name).is_some();
    let year_first = rest.glued(&["-", "–", "/"]).is_some();
    month || year_first || half_of_day(rest).is_some() || counts(rest) || rest.word("of").is_some()
}

/// The year behind the last part: ', 2012', 'last year'.
fn told_year(rest: Cursor<'_>) -> (Cursor<'_>, Which) {
    let any = Meaning::Yearly(Yearly::Month(1), Which::Told);
    match year_behind(rest, &any) {
        Some((end, Meaning::Yearly(_, which))) => (end, which),
        _ => (rest, Which::Told),
    }
}

/// 'from May to July 2020', '3 May to 9 June 1967', 'between June and August last year': the last part says the year.
fn one_year(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let mut open: Vec<(usize, usize, Yearly)> = Vec::new();
    let mut joints = Vec::new();
    let mut at = cursor;
    loop {
        let (rest, meaning) = yearly(at)?;
        let (name, which) = named(&meaning)?;
        let alike = open.iter().all(|(.., other)| std::mem::discriminant(other) == std::mem::discriminant(&name));
        if !alike || open.len() >= LONGEST {
            return None;
        }
        if which != Which::Told {
            let last = SpanPart { start: at.at, end: rest.at, meaning };
            return (!open.is_empty() && is_list(&joints)).then(|| with_years(&open, name, which, last));
        }
        open.push((at.at, rest.at, name));
        let (next, joint) = joint(rest)?;
        joints.push(joint);
        at = next.maybe(&cursor.language().spans.between);
    }
}

/// Gives each part the year of the one behind it, or the one before where it comes later in the year.
fn with_years(open: &[(usize, usize, Yearly)], name: Yearly, which: Which, last: SpanPart) -> Vec<SpanPart> {
    let (mut name, mut which) = (name, which);
    let mut parts = vec![last];
    for (start, end, earlier) in open.iter().rev() {
        which = if place(*earlier) > place(name) { year_before(which) } else { which };
        name = *earlier;
        parts.push(SpanPart { start: *start, end: *end, meaning: Meaning::Yearly(name, which) });
    }
    parts.reverse();
    parts
}

fn year_before(which: Which) -> Which {
    match which {
        Which::Year(year) => Which::Year(year - 1),
        Which::From(from, by) => Which::From(from, by - 1),
        other => other,
    }
}

/// What comes once a year, and which of them; of one that says its year, both.
fn named(meaning: &Meaning) -> Option<(Yearly, Which)> {
    Some(match *meaning {
        Meaning::Yearly(name, which @ (Which::Told | Which::Year(_) | Which::From(..))) => (name, which),
        Meaning::Fixed(Period::Day(day)) => (Yearly::Day(day.month(), day.day(), None), Which::Year(day.year())),
        Meaning::Fixed(Period::Month(Some(year), month)) => (Yearly::Month(month), Which::Year(year)),
        _ => return None,
    })
}

/// Where in the year it comes, by what can be compared with others of its kind.
fn place(name: Yearly) -> i16 {
    match name {
        Yearly::Month(number) | Yearly::Quarter(number) | Yearly::Half(number) => number.into(),
        Yearly::Day(month, day, _) => i16::from(month) * 32 + i16::from(day),
        Yearly::Season(season) => season.first_month().into(),
        Yearly::Holiday(_) => 0,
    }
}

/// 'from March 2020 to June', 'from 30 December 2019 to 3 January': the first part says the year.
fn year_behind_first(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, meaning) = yearly(cursor)?;
    let (name, which) = named(&meaning)?;
    let Which::Year(year) = which else { return None };
    let (next, _) = joint(rest).filter(|(_, joint)| *joint == Joint::Range)?;
    let (end, second) = yearly(next)?;
    let Meaning::Yearly(later, Which::Told) = second else { return None };
    let alike = std::mem::discriminant(&later) == std::mem::discriminant(&name);
    let which = Which::Year(year + i16::from(place(later) < place(name)));
    let first = SpanPart { start: cursor.at, end: rest.at, meaning };
    alike.then(|| vec![first, SpanPart { start: next.at, end: end.at, meaning: Meaning::Yearly(later, which) }])
}

/// 'from August to October', 'June 9 to June 23': what begins is the last of its name before what ends.
fn no_year(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, meaning) = yearly(cursor)?;
    let (name, Which::Told) = named(&meaning)? else { return None };
    let opened = cursor.before().is_some_and(|token| token.is_any(&cursor.language().spans.opening));
    let (next, _) = joint(rest).filter(|(_, joint)| *joint == Joint::Range || *joint == Joint::List && opened)?;
    let (end, later) = yearly(next)?;
    let (other, Which::Told) = named(&later)? else { return None };
    let alike = std::mem::discriminant(&other) == std::mem::discriminant(&name) && place(name) != place(other);
    let plausible = is_time(cursor, rest, &meaning.into()) && is_time(next, end, &later.clone().into());
    (alike && plausible).then(|| {
        let first = Meaning::Beginning(name, Box::new(later.clone()));
        vec![
            SpanPart { start: cursor.at, end: rest.at, meaning: first },
            SpanPart { start: next.at, end: end.at, meaning: later },
        ]
    })
}

/// 'from 1994 to 98', '1914–18'. '2013-14' is one year that two calendars cut, and is read as such elsewhere.
fn short_year(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, year) = digits_of(cursor, 4, 4).filter(|(_, year)| YEARS.contains(year))?;
    let dash = rest.glued(&["-", "–"]).filter(|next| next.is_glued());
    let spelt = || {
        let words = &cursor.language().spans;
        cursor.before().filter(|token| token.is_any(&words.opening))?;
        rest.any(&words.ranges).or_else(|| rest.any(&words.lists))
    };
    let next = dash.or_else(spelt)?;
    let (end, short) = digits_of(next, 2, 2).filter(|(_, short)| *short > year % 100)?;
    let season = dash.is_some() && short == year % 100 + 1;
    let goes_on = is_part_of_number(end) || end.glued(&["-", "–", "/"]).is_some() || counts(end);
    let first = Meaning::Fixed(Period::Year(i16::try_from(year).ok()?));
    let second = Meaning::Fixed(Period::Year(i16::try_from(year / 100 * 100 + short).ok()?));
    let plausible = is_time(cursor, rest, &first.clone().into());
    (!season && !goes_on && plausible).then(|| {
        vec![
            SpanPart { start: cursor.at, end: rest.at, meaning: first },
            SpanPart { start: next.at, end: end.at, meaning: second },
        ]
    })
}

/// 'the 18th and 19th centuries', 'the second and third quarters of 2010'.
fn numbered(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, first) = ordinal(cursor.maybe(&["the"]))?;
    let (next, _) = joint(rest).filter(|(_, joint)| *joint != Joint::Comma)?;
    let (noun, second) = ordinal(next.maybe(&["the"]))?;
    let (end, unit) = noun.joint()?.unit()?;
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    let (end, meanings) = match unit {
        Unit::Century => {
            let (end, later) = century_of(end, second);
            (end, [century_of(noun.moved(end.at), first).1, later].map(Meaning::Fixed))
        }
        Unit::Quarter if second <= 4 => {
            let (end, which) = told_year(end);
            (end, [first, second].map(|quarter| Meaning::Yearly(Yearly::Quarter(quarter), which)))
        }
        _ => return None,
    };
    let [earlier, later] = meanings;
    (first < second).then(|| {
        vec![
            SpanPart { start: cursor.at, end: rest.at, meaning: earlier },
            SpanPart { start: next.at, end: end.at, meaning: later },
        ]
    })
}

/// 'between 300 and 200 BC'.
fn before_christ_both(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, first) = digits_of(cursor, 1, 4)?;
    let (next, _) = joint(rest).filter(|(_, joint)| *joint != Joint::Comma)?;
    let (end, second) = before_christ(next)?;
    let first = -i16::try_from(first).ok()?;
    (first < second).then(|| {
        let year = |year| Meaning::Fixed(Period::Year(year));
        vec![
            SpanPart { start: cursor.at, end: rest.at, meaning: year(first) },
            SpanPart { start: next.at, end: end.at, meaning: year(second) },
        ]
    })
}

/// 'the 1980s and 90s'.
fn decades(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, meaning) = decade(cursor)?;
    let Meaning::Fixed(Period::Decade(first)) = meaning else { return None };
    let (next, _) = joint(rest).filter(|(_, joint)| *joint != Joint::Comma)?;
    let (end, second) = digits_of(next.maybe(&["the"]), 2, 2).filter(|(_, second)| second % 10 == 0)?;
    let end = end.glued(&["'", "’"]).unwrap_or(end).glued(&["s"])?;
    let second = first / 10 * 10 + i16::try_from(second / 10).ok()?;
    (first < second).then(|| {
        vec![
            SpanPart { start: cursor.at, end: rest.at, meaning },
            SpanPart { start: next.at, end: end.at, meaning: Meaning::Fixed(Period::Decade(second)) },
        ]
    })
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn days_share_their_month() {
        assert_eq!(
            read(
                "It ran on 5–7 May. Talks from June 2 to 6, 2009; on April 24 and 25. On the 5th, 6th and 7th of July"
            ),
            [
                "5 = 2010-05-05",
                "7 May = 2010-05-07",
                "June 2 = 2009-06-02",
                "6, 2009 = 2009-06-06",
                "April 24 = 2010-04-24",
                "25 = 2010-04-25",
                "the 5th = 2010-07-05",
                "6th = 2010-07-06",
                "7th of July = 2010-07-07"
            ]
        );
    }

    #[test]
    fn months_and_days_share_their_year() {
        assert_eq!(
            read("from March to June 2008; between 30 November and 3 January 2007; from May 2005 to February"),
            [
                "March = 2008-03",
                "June 2008 = 2008-06",
                "30 November = 2006-11-30",
                "3 January 2007 = 2007-01-03",
                "May 2005 = 2005-05",
                "February = 2006-02"
            ]
        );
    }

    #[test]
    fn what_begins_comes_before_what_ends() {
        assert_eq!(
            read("It will run from August to October. It ran from November to February, and June 30 to July 4."),
            [
                "August = 2010-08",
                "October = 2010-10",
                "November = 2009-11",
                "February = 2010-02",
                "June 30 = 2010-06-30",
                "July 4 = 2010-07-04"
            ]
        );
    }

    #[test]
    fn years_hours_centuries_and_decades() {
        assert_eq!(
            read(
                "from 1994 to 98; 1914–18; between 5 and 6:30 p.m. on Monday; the 18th and 19th centuries; between 300 and 200 BC; the 1980s and 90s"
            ),
            [
                "1994 = 1994",
                "98 = 1998",
                "1914 = 1914",
                "18 = 1918",
                "5 = 2010-09-13T17:00",
                "6:30 p.m. on Monday = 2010-09-13T18:30",
                "the 18th = 17",
                "19th centuries = 18",
                "300 = BC0300",
                "200 BC = BC0200",
                "the 1980s = 198",
                "90s = 199"
            ]
        );
    }

    #[test]
    fn other_numbers_are_no_days() {
        assert_eq!(read("On April 24 and 25 people died."), ["April 24 = 2010-04-24"]);
        assert_eq!(read("On April 24, 25 dogs barked."), ["April 24 = 2010-04-24"]);
        assert_eq!(read("aged 15, 16 May"), ["16 May = 2010-05-16"]);
        assert_eq!(read("They won 3-2 last March 5."), ["last March 5 = 2010-03-05"]);
    }
}
