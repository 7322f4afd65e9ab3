//! From instants and numbers to places in a drawing.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sayso::wording::times;

/// Ticks of numbers that are aimed at.
const STEPS: f64 = 4.0;

/// Room that the name of a day takes, in px.
const DAY: f64 = 42.0;

/// A straight scale.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// From values to places.
    pub fn new((from, to): (f64, f64), (start, end): (f64, f64)) -> Self {
        Self { from, to: if to > from { to } else { from + 1.0 }, start, end }
    }

    /// The place of a value, to a tenth.
    pub fn at(&self, value: f64) -> f64 {
        let share = ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0);
        ((self.start + share * (self.end - self.start)) * 10.0).round() / 10.0
    }
}

/// Round numbers from zero to the first that is no less than the highest.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few steps")]
pub fn number_ticks(highest: f64) -> Vec<f64> {
    let rough = (highest / STEPS).max(f64::MIN_POSITIVE);
    let unit = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|times| times * unit).find(|step| *step >= rough);
    let step = step.unwrap_or(10.0 * unit);
    let step = if highest >= STEPS { step.max(1.0).ceil() } else { step };
    let count = (highest / step).ceil().clamp(1.0, 2.0 * STEPS) as usize;
    (0..=count).map(|place| place as f64 * step).collect()
}

/// A time scale in days of UTC: from the start of the first day to the end of the last.
#[derive(Clone, Debug)]
pub struct Days {
    scale: Scale,
    /// Where each day that is marked begins, and what it is called.
    pub ticks: Vec<(f64, String)>,
}

impl Days {
    /// Of some instants; nothing where there are none.
    #[expect(clippy::cast_possible_truncation, reason = "as many as there is room for")]
    pub fn new(times: impl Iterator<Item = Timestamp> + Clone, places: (f64, f64)) -> Option<Self> {
        let (first, last) = times.clone().min().zip(times.max())?;
        let day = |at: Timestamp| TimeZone::UTC.to_datetime(at).date();
        let end = day(last).checked_add(1.day()).ok()?;
        let begins =
            |date: jiff::civil::Date| TimeZone::UTC.to_timestamp(date.to_datetime(jiff::civil::Time::midnight())).ok();
        let seconds = |at: Timestamp| at.as_second() as f64;
        let scale = Scale::new((seconds(begins(day(first))?), seconds(begins(end)?)), places);
        let all = i64::from(day(first).until(end).map(|span| span.get_days()).unwrap_or(1)).max(1);
        let most = ((places.1 - places.0) / DAY).floor().max(1.0) as i64;
        let step = (all + most - 1) / most;
        let mut ticks = Vec::new();
        let mut month = None;
        for number in (0..all).step_by(usize::try_from(step).unwrap_or(1)) {
            let date = day(first).checked_add(number.days()).ok()?;
            let at = begins(date)?;
            let name = if month == Some(date.month()) { date.day().to_string() } else { times::day(at) };
            month = Some(date.month());
            ticks.push((scale.at(seconds(at)), name));
        }
        Some(Self { scale, ticks })
    }

    /// The place of an instant.
    pub fn at(&self, time: Timestamp) -> f64 {
        self.scale.at(time.as_second() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_marked_in_round_steps() {
        assert_eq!(number_ticks(12_000.0), [0.0, 5_000.0, 10_000.0, 15_000.0]);
        assert_eq!(number_ticks(3.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(number_ticks(0.8).len(), 5);
        assert_eq!(number_ticks(0.0).first(), Some(&0.0));
    }

    #[test]
    fn days_are_marked_where_they_begin() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let days =
            Days::new([at("2026-01-31T12:00:00Z"), at("2026-02-02T00:00:00Z")].into_iter(), (0.0, 300.0)).unwrap();
        let told: Vec<(f64, &str)> = days.ticks.iter().map(|(place, name)| (*place, name.as_str())).collect();
        assert_eq!(told, [(0.0, "Jan 31"), (100.0, "Feb 1"), (200.0, "2")]);
        assert_eq!(days.at(at("2026-02-01T12:00:00Z")), 150.0);
        assert!(Days::new(std::iter::empty(), (0.0, 1.0)).is_none());
    }
}
