//! A chart of figures over time: values upwards, days to the right, bounds as arrows, ranges as lines.

use jiff::{SignedDuration, Timestamp};

use super::canvas::Canvas;
use sayso::wording::numbers::grouped;
use sayso::wording::times::{clock, day};

/// Rows from one line of the scale to the next.
const ROWS: usize = 2;

/// Lines of the scale, about.
const LINES: f64 = 4.0;

/// Columns that a day's name takes at least on the time axis.
const DAY: usize = 9;

/// A smaller figure is no count of anything, and its scale would have no steps.
const LEAST: f64 = 1e-3;

const SECONDS_A_DAY: i64 = 86_400;

/// A figure as it is drawn.
pub struct Dot {
    /// When; without it, figures stand in their order.
    pub time: Option<Timestamp>,
    /// The number, or the least.
    pub low: Option<f64>,
    /// The number, or the most.
    pub high: Option<f64>,
    /// Of whoever says it.
    pub mark: char,
    /// The figure in words.
    pub label: String,
}

/// The rows of the chart within a width; none where nothing can be drawn.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines and columns of a terminal")]
pub fn chart(dots: &[Dot], width: usize) -> Vec<String> {
    let values = || dots.iter().flat_map(|dot| [dot.low, dot.high]).flatten().filter(|value| value.is_finite());
    let Some(most) = values().reduce(f64::max).filter(|most| *most >= LEAST) else {
        return Vec::new();
    };
    if values().any(|value| value < 0.0) {
        return Vec::new();
    }
    let step = step(most / LINES);
    let lines = (most / step).ceil().max(1.0) as usize;
    let scale: Vec<String> = (0..=lines).map(|line| grouped(&trimmed(line as f64 * step))).collect();
    let margin = scale.iter().map(String::len).max().unwrap_or(0);
    let plot = width.saturating_sub(margin + 3);
    if plot < DAY * 2 {
        return Vec::new();
    }
    let height = lines * ROWS + 1;
    let row = |value: f64| height - 1 - ((value / step * ROWS as f64).round() as usize).min(height - 1);
    let axis = Axis::new(dots, plot);
    let mut canvas = Canvas::new(plot, height);
    let mut marked = Vec::new();
    for (index, dot) in dots.iter().enumerate() {
        marked.extend(draw(&mut canvas, dot, axis.column(index, dot), row).map(|place| (place, dot)));
    }
    for ((row, column), dot) in marked {
        label(&mut canvas, row, column, &dot.label);
    }
    let mut out = Vec::new();
    for (index, line) in canvas.rows().enumerate() {
        let is_line = index % ROWS == 0;
        let title = if is_line { scale[lines - index / ROWS].as_str() } else { "" };
        out.push(format!("{title:>margin$} {}{line}", if is_line { '┤' } else { '│' }));
    }
    out.extend(axis.rows(margin, plot));
    out
}

/// Draws a figure and says where its mark stands.
fn draw(canvas: &mut Canvas, dot: &Dot, column: usize, row: impl Fn(f64) -> usize) -> Option<(usize, usize)> {
    let at = row(dot.high.or(dot.low)?);
    let column = canvas.nearest(at, column)?;
    canvas.dot(at, column, dot.mark);
    match (dot.low, dot.high) {
        (None, Some(_)) => canvas.dot(at + 1, column, '↓'),
        (Some(_), None) => canvas.dot(at.saturating_sub(1), column, '↑'),
        (Some(low), Some(_)) => (at + 1..=row(low)).for_each(|row| canvas.dot(row, column, '│')),
        (None, None) => {}
    }
    Some((at, column))
}

fn label(canvas: &mut Canvas, row: usize, column: usize, text: &str) {
    let width = text.chars().count();
    if canvas.is_free(row, column + 1, width + 2) {
        canvas.label(row, column + 2, text);
    } else if let Some(start) = column.checked_sub(width + 1) {
        let before = start.saturating_sub(1);
        if canvas.is_free(row, before, column - before) {
            canvas.label(row, start, text);
        }
    }
}

/// 1, 2 or 5 times a power of ten, not less than a number.
fn step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= least).unwrap_or(least)
}

fn trimmed(number: f64) -> String {
    let written = format!("{number:.3}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// From the first instant to the last; none where an instant is missing or all are one.
struct Axis {
    times: Option<(Timestamp, Timestamp)>,
    dots: usize,
    last: usize,
}

impl Axis {
    fn new(dots: &[Dot], plot: usize) -> Self {
        let all: Option<Vec<Timestamp>> = dots.iter().map(|dot| dot.time).collect();
        let ends = all.and_then(|all| Some((all.iter().min().copied()?, all.iter().max().copied()?)));
        Self { times: ends.filter(|(first, last)| first < last), dots: dots.len(), last: plot - 2 }
    }

    fn column(&self, index: usize, dot: &Dot) -> usize {
        match (self.times, dot.time) {
            (Some(_), Some(time)) => self.column_of(time),
            _ => (index * self.last).checked_div(self.dots.saturating_sub(1)).unwrap_or(0),
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines and columns of a terminal")]
    fn column_of(&self, time: Timestamp) -> usize {
        let Some((first, last)) = self.times else { return 0 };
        let share =
            (time.as_second() - first.as_second()) as f64 / (last.as_second() - first.as_second()).max(1) as f64;
        (share.clamp(0.0, 1.0) * self.last as f64).round() as usize
    }

    /// The axis and the days under it.
    fn rows(&self, margin: usize, plot: usize) -> [String; 2] {
        let mut canvas = Canvas::new(plot, 2);
        match self.times {
            None => {
                canvas.label(1, 0, "in order of appearance");
            }
            Some(ends) => self.days(ends, plot).into_iter().for_each(|(column, name)| {
                if canvas.label(1, column, &name) {
                    canvas.dot(0, column, '┴');
                }
            }),
        }
        (0..plot).for_each(|column| canvas.dot(0, column, '─'));
        let mut rows = canvas.rows();
        let [line, names] = [rows.next().unwrap_or_default(), rows.next().unwrap_or_default()];
        [format!("{:margin$} └{line}", ""), format!("{:margin$}  {names}", "")]
    }

    /// Where days begin, as many as have room; the two ends where no two days begin in between.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines and columns of a terminal")]
    fn days(&self, (first, last): (Timestamp, Timestamp), plot: usize) -> Vec<(usize, String)> {
        let begin = (first.as_second().div_euclid(SECONDS_A_DAY) + 1) * SECONDS_A_DAY;
        let days = (last.as_second() - begin).div_euclid(SECONDS_A_DAY) + 1;
        if days < 2 {
            let end = |time: Timestamp| format!("{}, {}", day(time), clock(time));
            return vec![(0, end(first)), (plot.saturating_sub(end(last).len()), end(last))];
        }
        let every = (days as usize).div_ceil(plot / DAY).max(1);
        let begins = (0..days).step_by(every).filter_map(|number| {
            Timestamp::UNIX_EPOCH.checked_add(SignedDuration::from_secs(begin + number * SECONDS_A_DAY)).ok()
        });
        begins.map(|time| (self.column_of(time), day(time))).collect()
    }
}
