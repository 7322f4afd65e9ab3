//! As much of the calendar as it takes to tell a period by its first day and the day behind its last.

/// A day by year, month and day.
type Day = (i64, i64, i64);

/// The names in TIMEX3 of what lies between two days, the second outside: '2016-09', '2018-W11', '2019-Q4', '199'.
pub fn periods(start: &str, end: &str) -> Vec<String> {
    let (Some(first), Some(last)) = (day(start), day(end)) else { return Vec::new() };
    let (year, month, _) = first;
    let months = 12 * (last.0 - year) + last.1 - month;
    let whole = first.2 == 1 && last.2 == 1;
    let name = match months {
        1 if whole => Some(format!("{year:04}-{month:02}")),
        3 if whole && month % 3 == 1 => Some(format!("{year:04}-Q{}", month / 3 + 1)),
        6 if whole && month % 6 == 1 => Some(format!("{year:04}-H{}", month / 6 + 1)),
        12 if whole && month == 1 => Some(format!("{year:04}")),
        120 if whole && month == 1 && year % 10 == 0 => Some(format!("{:03}", year / 10)),
        1200 if whole && month == 1 && year % 100 == 0 => Some(format!("{:02}", year / 100)),
        _ => None,
    };
    let week = (ordinal(last) - ordinal(first) == 7).then(|| week(first));
    name.into_iter().chain(week).collect()
}

/// The ISO 8601 week of a date.
pub fn week_of(date: &str) -> Option<String> {
    day(date).filter(|_| date.len() == 10).map(week)
}

/// The quarter of a date.
pub fn quarter_of(date: &str) -> Option<String> {
    day(date).map(|(year, month, _)| format!("{year:04}-Q{}", (month + 2) / 3))
}

/// The month and the year that end before a first day: 'the end of 2008' ends with 1 January 2009 outside.
pub fn ending_before(date: &str) -> Vec<String> {
    let Some((year, month, 1)) = day(date) else { return Vec::new() };
    let before = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    let whole = (month == 1).then(|| format!("{:04}", year - 1));
    whole.into_iter().chain([format!("{:04}-{:02}", before.0, before.1)]).collect()
}

fn day(date: &str) -> Option<Day> {
    let mut parts = date.get(..10)?.split('-').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

/// Days since 1 March of the year 0, by Hinnant's civil calendar.
fn ordinal((year, month, day): Day) -> i64 {
    let year = year - i64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
}

/// The ISO 8601 week that holds a day.
fn week(day: Day) -> String {
    // 1 March of the year 0 was a Wednesday; a week's year is that of its Thursday.
    let thursday = ordinal(day) - (ordinal(day) + 2).rem_euclid(7) + 3;
    let year = if ordinal((day.0 + 1, 1, 1)) <= thursday {
        day.0 + 1
    } else if thursday < ordinal((day.0, 1, 1)) {
        day.0 - 1
    } else {
        day.0
    };
    format!("{year:04}-W{:02}", (thursday - ordinal((year, 1, 1))) / 7 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_by_their_ends() {
        assert_eq!(periods("2016-09-01", "2016-10-01"), ["2016-09"]);
        assert_eq!(periods("2019-10-01", "2020-01-01"), ["2019-Q4"]);
        assert_eq!(periods("2018-03-12", "2018-03-19"), ["2018-W11"]);
        assert_eq!(periods("2014-12-29", "2015-01-05"), ["2015-W01"]);
        assert_eq!(periods("1990-01-01", "2000-01-01"), ["199"]);
        assert_eq!(periods("2018-03-24", "2018-03-29"), [""; 0]);
    }
}
