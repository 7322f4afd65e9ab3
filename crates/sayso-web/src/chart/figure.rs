//! How a figure moves: a dot where a number is given, a stem where it is a bound, a bar where it is a range; a thick line
//! joins the revisions of one speaker, and rivals are never joined.

use jiff::Timestamp;
use maud::{Markup, html};
use sayso::ledger::record::{Claim, Point, Series};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::{grouped, worth};
use sayso::wording::statement::speakers;
use sayso::wording::times;
use serde_json::Number;

use super::labels::{LINE, Labels};
use super::scale::{Days, Scale, number_ticks};
use crate::components::claim_at;

/// A drawing's measures, in px; text keeps its size, so there is one for each width of a page.
struct Measures {
    class: &'static str,
    width: f64,
    height: f64,
    left: f64,
    right: f64,
}

/// For a desk's screen and for a phone's.
const WIDE: Measures = Measures { class: "plot wide", width: 770.0, height: 330.0, left: 62.0, right: 740.0 };
const NARROW: Measures = Measures { class: "plot narrow", width: 358.0, height: 300.0, left: 48.0, right: 350.0 };

/// Room above the highest number, and below zero for the days and for denials.
const TOP: f64 = 22.0;
const FOOT: f64 = 26.0;
const ROW: f64 = 26.0;

/// Characters of a line of a speaker's name, and lines that there are at most.
const NAME: usize = 24;
const LINES: usize = 2;

/// One number in the drawing.
struct Dot<'s> {
    point: &'s Point,
    time: Timestamp,
    low: Option<f64>,
    high: Option<f64>,
    speaker: String,
}

impl<'s> Dot<'s> {
    fn new(point: &'s Point, shelf: &StoryIndex<'s>) -> Option<Self> {
        let number = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
        let value = number(&point.value);
        Some(Self {
            point,
            time: times::at(point.published.as_deref())?,
            low: value.or(number(&point.low)),
            high: value.or(number(&point.high)),
            speaker: shelf.claim(&point.claim).map(speakers).unwrap_or_default(),
        })
    }

    fn is_one(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    fn level(&self) -> f64 {
        self.high.or(self.low).unwrap_or_default()
    }
}

/// The chart of a series, for both widths; `denials` are the claims that deny one of its figures.
pub fn figure(series: &Series, denials: &[&Claim], shelf: &StoryIndex<'_>) -> Markup {
    html! {
        (drawn(series, denials, shelf, &WIDE))
        (drawn(series, denials, shelf, &NARROW))
    }
}

fn drawn(series: &Series, denials: &[&Claim], shelf: &StoryIndex<'_>, measures: &Measures) -> Markup {
    let dots: Vec<Dot<'_>> = series.series.iter().filter_map(|point| Dot::new(point, shelf)).collect();
    let denied: Vec<(Timestamp, &Claim)> =
        denials.iter().filter_map(|claim| Some((shelf.began(claim)?, *claim))).collect();
    let all_times: Vec<Timestamp> =
        dots.iter().map(|dot| dot.time).chain(denied.iter().map(|(time, _)| *time)).collect();
    let Some(days) = Days::new(all_times.iter().copied(), (measures.left, measures.right)) else { return html! {} };
    let ticks = number_ticks(dots.iter().map(Dot::level).fold(0.0, f64::max));
    let zero = measures.height - FOOT;
    let levels = Scale::new((0.0, ticks.last().copied().unwrap_or(1.0)), (zero, TOP));
    let height = measures.height + if denied.is_empty() { 0.0 } else { ROW };
    let label = format!("{}, as claimed: {}", series.what, told(&dots));
    html! {
        svg class=(measures.class) viewBox={ "0 0 " (measures.width) " " (height) } role="group" aria-label=(label) {
            @for tick in &ticks {
                @let y = levels.at(*tick);
                line class=(if *tick == 0.0 { "base" } else { "grid" }) x1=(measures.left) x2=(measures.right) y1=(y) y2=(y) {}
                text x=(measures.left - 8.0) y=(y + 4.0) text-anchor="end" { (short_number(*tick, &grouped(&tick.to_string()))) }
            }
            @for (x, name) in &days.ticks {
                line.base x1=(x) x2=(x) y1=(zero) y2=(zero + 5.0) {}
                text x=(x + 3.0) y=(zero + 17.0) { (name) }
            }
            (revisions(&dots, &days, &levels))
            @for dot in &dots { (mark(dot, &days, &levels, zero)) }
            (labelled(&dots, &days, &levels, measures, zero))
            @if !denied.is_empty() { (row(&denied, &days, measures)) }
        }
    }
}

/// The drawing in words, for those who do not see it.
fn told(dots: &[Dot<'_>]) -> String {
    let one = |dot: &Dot<'_>| format!("{} on {}, {}", worth(dot.point), times::day(dot.time), dot.speaker);
    dots.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Joins each number with the next of the same speaker.
fn revisions(dots: &[Dot<'_>], days: &Days, levels: &Scale) -> Markup {
    let pairs = dots.iter().enumerate().filter_map(|(place, dot)| {
        let next = dots[place + 1..].iter().find(|next| next.speaker == dot.speaker && !dot.speaker.is_empty())?;
        Some(format!(
            "M{},{} L{},{}",
            days.at(dot.time),
            levels.at(dot.level()),
            days.at(next.time),
            levels.at(next.level())
        ))
    });
    html! { @for path in pairs { path.line d=(path) {} } }
}

fn mark(dot: &Dot<'_>, days: &Days, levels: &Scale, zero: f64) -> Markup {
    let x = days.at(dot.time);
    let cap = |y: f64| format!("M{},{y} h12", x - 6.0);
    html! {
        @match (dot.low, dot.high) {
            _ if dot.is_one() => circle.pt cx=(x) cy=(levels.at(dot.level())) r="4.5" {},
            (Some(low), Some(high)) => {
                path.line d={ "M" (x) "," (levels.at(high)) " V" (levels.at(low)) } {}
                path.line d=(cap(levels.at(high))) {}
                path.line d=(cap(levels.at(low))) {}
            },
            (None, Some(high)) => {
                path.line d=(cap(levels.at(high))) {}
                path.thin.dash d={ "M" (x) "," (levels.at(high)) " V" (zero) } {}
            },
            (Some(low), None) => {
                path.line d=(cap(levels.at(low))) {}
                path.thin.dash d={ "M" (x) "," (levels.at(low)) " V" (TOP) } {}
            },
            (None, None) => {},
        }
    }
}

fn labelled(dots: &[Dot<'_>], days: &Days, levels: &Scale, measures: &Measures, zero: f64) -> Markup {
    let mut labels = Labels::new(measures.left, measures.width, zero);
    let placed = |dot: &Dot<'_>| (days.at(dot.time), levels.at(dot.level()));
    for dot in dots {
        let (x, y) = placed(dot);
        labels.keep_off(x, y);
    }
    html! {
        @for dot in dots {
            @let (x, y) = placed(dot);
            @let lines: Vec<String> = [brief(dot.point)].into_iter().chain(broken(&dot.speaker)).collect();
            @if let Some(place) = labels.place(x, y, &lines) {
                a.quiet href=(claim_at(&dot.point.claim)) {
                    @for (line, y) in lines.iter().zip((0..).map(|line| place.y + LINE * f64::from(line))) {
                        text class=(if y == place.y { "halo v" } else { "halo" }) x=(place.x) y=(y) text-anchor=[place.ends.then_some("end")] { (line) }
                    }
                }
            }
        }
    }
}

/// Denials beneath the days, each where it was first made.
fn row(denied: &[(Timestamp, &Claim)], days: &Days, measures: &Measures) -> Markup {
    let y = measures.height + ROW / 2.0;
    let mut labels = Labels::new(measures.left, measures.width, y + ROW);
    denied.iter().for_each(|(time, _)| labels.keep_off(days.at(*time), y));
    html! {
        line.grid x1=(measures.left) x2=(measures.right) y1=(y) y2=(y) {}
        text.deny x=(measures.left - 8.0) y=(y + 4.0) text-anchor="end" { "denies" }
        @for (time, claim) in denied {
            @let x = days.at(*time);
            @let name = broken(&speakers(claim)).into_iter().next().unwrap_or_default();
            path.x d={ "M" (x - 4.0) "," (y - 4.0) " l8,8 M" (x + 4.0) "," (y - 4.0) " l-8,8" } {}
            @if let Some(place) = labels.place(x, y, &[name.as_str()]).filter(|place| (place.y - y).abs() < 6.0) {
                a.quiet href=(claim_at(&claim.id)) {
                    text.halo x=(place.x) y=(y + 4.0) text-anchor=[place.ends.then_some("end")] { (name) }
                }
            }
        }
    }
}

/// A name in lines of [`NAME`] characters, broken between words; of a longer one its end, where the name itself stands
/// behind the office.
fn broken(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < NAME => *line = format!("{line} {word}"),
            _ => lines.push(word.chars().take(NAME).collect()),
        }
    }
    let over = lines.len().saturating_sub(LINES);
    let mut kept = lines.split_off(over);
    if let Some(first) = kept.first_mut().filter(|_| over > 0) {
        first.insert(0, '…');
    }
    kept
}

/// What a figure states, short: 'about 4.8bn', 'up to 10,000'.
fn brief(point: &Point) -> String {
    let shown = |number: &Number| short_number(number.as_f64().unwrap_or_default(), &grouped(&number.to_string()));
    let about = if point.approximate { "about " } else { "" };
    match (&point.value, &point.low, &point.high) {
        (Some(value), ..) => format!("{about}{}", shown(value)),
        (None, Some(low), Some(high)) => format!("{about}{}–{}", shown(low), shown(high)),
        (None, Some(low), None) => format!("at least {}", shown(low)),
        (None, None, Some(high)) => format!("up to {}", shown(high)),
        (None, None, None) => String::new(),
    }
}

/// Millions and billions in their letters.
fn short_number(number: f64, written: &str) -> String {
    let (size, letters) = match number.abs() {
        billions if billions >= 1e9 => (1e9, "bn"),
        millions if millions >= 1e6 => (1e6, "m"),
        _ => return written.to_owned(),
    };
    let digits = format!("{:.2}", number / size);
    format!("{}{letters}", digits.trim_end_matches('0').trim_end_matches('.'))
}

/// The same in the size of a stamp, for lists.
pub fn spark(series: &Series, shelf: &StoryIndex<'_>) -> Markup {
    const WIDTH: f64 = 208.0;
    const ZERO: f64 = 82.0;
    let dots: Vec<Dot<'_>> = series.series.iter().filter_map(|point| Dot::new(point, shelf)).collect();
    let Some(days) = Days::new(dots.iter().map(|dot| dot.time), (6.0, WIDTH - 6.0)) else { return html! {} };
    let levels = Scale::new((0.0, dots.iter().map(Dot::level).fold(0.0, f64::max)), (ZERO, TOP));
    let mut labels = Labels::new(0.0, WIDTH, ZERO);
    for dot in &dots {
        labels.keep_off(days.at(dot.time), levels.at(dot.level()));
    }
    html! {
        svg class="plot spk" viewBox="0 0 208 100" role="img" aria-label=(told(&dots)) {
            line.base x1="0" x2=(WIDTH) y1=(ZERO) y2=(ZERO) {}
            @for (x, name) in &days.ticks {
                line.base x1=(x) x2=(x) y1=(ZERO) y2=(ZERO + 3.0) {}
                text.s x=(x) y=(ZERO + 14.0) { (name) }
            }
            (revisions(&dots, &days, &levels))
            @for dot in &dots { (mark(dot, &days, &levels, ZERO)) }
            @for dot in &dots {
                @let worth = brief(dot.point);
                @if let Some(place) = labels.place(days.at(dot.time), levels.at(dot.level()), &[worth.as_str()]) {
                    text.halo.k.s x=(place.x) y=(place.y) text-anchor=[place.ends.then_some("end")] { (worth) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_its_end() {
        assert_eq!(broken("Selvany"), ["Selvany"]);
        assert_eq!(broken("Corrand's National Security Bureau"), ["Corrand's National", "Security Bureau"]);
        assert_eq!(
            broken("the head of the Military Intelligence Directorate Viktor Aumont"),
            ["…Intelligence Directorate", "Viktor Aumont"]
        );
        assert!(broken("").is_empty());
    }

    #[test]
    fn large_numbers_are_short() {
        assert_eq!(short_number(4.8e9, "4,800,000,000"), "4.8bn");
        assert_eq!(short_number(2e6, "2,000,000"), "2m");
        assert_eq!(short_number(12_000.0, "12,000"), "12,000");
    }
}
