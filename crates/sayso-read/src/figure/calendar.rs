//! Numbers that are years, days of a month or times of day: dates, not figures.

use super::bound;
use super::line::{Line, TokenKind};
use super::measure::Measure;
use super::month::is_month;
use super::{noun, unit};

/// Four bare digits from here on are a year unless something says otherwise; earlier ones only behind a preposition.
const MODERN: f64 = 1750.0;

/// The first and the last year that news speaks of in four bare digits.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2199.0;

/// Whether a measure is a year, a day or a time.
pub(super) fn is_date(line: &Line<'_>, measure: &Measure) -> bool {
    is_time(line, measure)
        || is_or_two(line, measure)
        || measure.unit.is_none() && (is_year(line, measure) || is_day(line, measure))
}

/// 'An hour or two'.
fn is_or_two(line: &Line<'_>, measure: &Measure) -> bool {
    line.before(measure.from, 1) == "or" && unit::is_duration(line, line.before(measure.from, 2))
}

fn is_time(line: &Line<'_>, measure: &Measure) -> bool {
    let (from, to) = (measure.numeral.from, measure.numeral.to);
    let colon = |index: usize| line.word(index) == ":";
    let before = colon(from.wrapping_sub(1)) && line.glued(from) && line.glued(from - 1);
    let behind = colon(to) && line.glued(to) && line.glued(to + 1) && line.is(to + 1, TokenKind::Number);
    let heads_line =
        from == 0 && matches!(line.word(0).as_bytes(), [_, b'.', _, _] | [_, _, b'.', _, _]) && line.is_capital(1);
    before && line.is(from.wrapping_sub(2), TokenKind::Number)
        || behind
        || heads_line
        || line.language().calendar.times.behind_times.contains(line.word(to))
}

fn is_year(line: &Line<'_>, measure: &Measure) -> bool {
    let numeral = &measure.numeral;
    let year = numeral.amount.value();
    if !numeral.is_bare(line) || line.word(numeral.from).len() != 4 || !YEARS.contains(&year) {
        return false;
    }
    let bounds = bound::around(line, numeral.from, numeral.to);
    let words = &line.language().calendar.times;
    let preposition =
        words.before_years.contains(line.before(numeral.from, 1)) || is_month(line, numeral.from.wrapping_sub(1));
    let bounded = words.before_bounded_years.contains(line.before(bounds.from, 1));
    if bounded && (bounds.low || bounds.high) {
        return !noun::is_plural(line, numeral.to);
    }
    if preposition {
        return !bounds.low && !bounds.high;
    }
    year_follows(line, numeral.from, numeral.to)
        || year >= MODERN && !bounds.near && !bounds.low && !bounds.high && !noun::is_plural(line, numeral.to)
}

/// 'Between 1600 and 1900', 'from 1848 to 1850'.
fn year_follows(line: &Line<'_>, from: usize, to: usize) -> bool {
    let opened = matches!(line.before(from, 1), "between" | "from");
    let joint = matches!(line.word(to), "and" | "to") || line.is_dash(to);
    let next = line.word(to + 1);
    opened && joint && next.len() == 4 && next.bytes().all(|digit| digit.is_ascii_digit()) && next > line.word(from)
}

fn is_day(line: &Line<'_>, measure: &Measure) -> bool {
    let numeral = &measure.numeral;
    let day = numeral.is_bare(line) && (1.0..=31.0).contains(&numeral.amount.value());
    let stop = usize::from(line.before(numeral.from, 1) == ".");
    let before = is_month(line, numeral.from.wrapping_sub(1 + stop));
    let of = usize::from(line.word(numeral.to) == "of");
    day && (before || is_month(line, numeral.to + of))
}

#[cfg(test)]
mod tests {
    use super::super::measure;
    use super::*;

    fn dates(text: &str) -> Vec<bool> {
        let line = Line::english(text);
        measure::all(&line).iter().map(|measure| is_date(&line, measure)).collect()
    }

    #[test]
    fn dates_of_every_kind() {
        assert_eq!(dates("on Oct. 23, 2008"), [true, true]);
        assert_eq!(dates("8 July 2005 18:06"), [true, true, true, true]);
        assert_eq!(dates("at 2 p.m. in 1707"), [true, true]);
    }

    #[test]
    fn counts() {
        assert_eq!(dates("some 2000 soldiers"), [false]);
        assert_eq!(dates("more than 1950"), [false]);
        assert_eq!(dates("about 1500 in all"), [false]);
        assert_eq!(dates("you may 5"), [false]);
    }
}
