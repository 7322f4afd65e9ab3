//! The expressions of time in an article: as written, as read, and which attribution states them.

use sayso::{Date, Reading};

use super::ink::{HEAD, PLAIN};
use super::inked::Inked;
use super::stated::stated_in;
use super::table::{Column, Width, table};
use super::time_words::time_words;

const COLUMNS: [Column; 3] = [
    Column { title: "as written", width: Width::Tenths(5) },
    Column { title: "read as", width: Width::Rest },
    Column { title: "no.", width: Width::Whole },
];

/// The table under its title; nothing where there are no dates.
pub fn dates(reading: &Reading, width: usize) -> Vec<Inked> {
    if reading.dates.is_empty() {
        return Vec::new();
    }
    let stated = stated_in(reading.dates.len(), reading, |attribution| &attribution.dates);
    let cells = |(date, stated): (&Date, &String)| {
        let written = reading.article.text.slice(date.span).split_whitespace().collect::<Vec<_>>().join(" ");
        [written, time_words(date), stated.clone()].map(|cell| Inked::new(&cell, PLAIN))
    };
    let cells: Vec<[Inked; 3]> = reading.dates.iter().zip(&stated).map(cells).collect();
    let mut lines = Inked::new("Dates and times", HEAD).wrap(width);
    lines.push(Inked::default());
    lines.extend(table(&COLUMNS, &cells.iter().map(|row| row.each_ref()).collect::<Vec<_>>(), width));
    lines
}
