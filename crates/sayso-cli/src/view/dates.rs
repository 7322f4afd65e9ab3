//! The expressions of time in an article: as written, as read, and which attribution states them.

use sayso::{Date, Reading};

use super::figure_attributions::stated_in;
use super::styled_text::StyledText;
use super::styles::PLAIN;
use super::table::{Column, Width, section};
use super::time_words::time_words;
use super::words;

const COLUMNS: [Column; 3] = [
    Column { title: "as written", width: Width::Tenths(5) },
    Column { title: "read as", width: Width::Rest },
    Column { title: "no.", width: Width::Whole },
];

/// The table under its title; nothing where there are no dates.
pub fn dates(reading: &Reading, width: usize) -> Vec<StyledText> {
    if reading.dates.is_empty() {
        return Vec::new();
    }
    let stated = stated_in(reading.dates.len(), reading, |attribution| &attribution.dates);
    let cells = |(date, stated): (&Date, &String)| {
        [words(reading, &[date.span]), time_words(date), stated.clone()].map(|cell| StyledText::new(&cell, PLAIN))
    };
    let cells: Vec<[StyledText; 3]> = reading.dates.iter().zip(&stated).map(cells).collect();
    section("Dates and times", &COLUMNS, &cells, width)
}
