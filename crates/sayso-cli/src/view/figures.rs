//! The figures of an article: as written, as read, of what, and which attribution states them; parts beneath their whole.

use sayso::{Figure, Reading};

use super::figure_attributions::stated_in;
use super::styled_text::StyledText;
use super::styles::{PLAIN, QUIET};
use super::table::{Column, Width, section};
use super::tree::Tree;
use super::words;

const COLUMNS: [Column; 4] = [
    Column { title: "as written", width: Width::Tenths(4) },
    Column { title: "read as", width: Width::Tenths(4) },
    Column { title: "of what", width: Width::Rest },
    Column { title: "no.", width: Width::Whole },
];

/// Levels of parts that are shown by indenting.
const DEEPEST: usize = 4;

/// Decimals that are shown: of 'a third', .33.
const DECIMALS: usize = 2;

/// The table under its title; nothing where there are no figures.
pub fn figures(reading: &Reading, width: usize) -> Vec<StyledText> {
    if reading.figures.is_empty() {
        return Vec::new();
    }
    let stated = stated_in(reading.figures.len(), reading, |attribution| &attribution.figures);
    let parts = Tree::new(reading.figures.iter().map(|figure| figure.part_of));
    let cells = |index: usize| cells(reading, index, parts.depth(index), &stated[index]);
    let cells: Vec<[StyledText; 4]> = parts.order().into_iter().map(cells).collect();
    section("Figures", &COLUMNS, &cells, width)
}

fn cells(reading: &Reading, index: usize, depth: usize, stated: &str) -> [StyledText; 4] {
    let figure = &reading.figures[index];
    let lead = if depth == 0 { String::new() } else { format!("{}└ ", "  ".repeat(depth.min(DEEPEST) - 1)) };
    let mut written = StyledText::new(&lead, QUIET);
    written.push(&words(reading, &[figure.span]), PLAIN);
    let counted = words(reading, figure.counted.as_slice());
    [written, StyledText::new(&worth(figure), PLAIN), StyledText::new(&counted, PLAIN), StyledText::new(stated, PLAIN)]
}

/// 'about 12,000', '3,000 or less', '10 to 20 kilometre'.
fn worth(figure: &Figure) -> String {
    let about = if figure.approximate && figure.value.is_some() { "about " } else { "" };
    let number = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => grouped(value),
        (None, Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
        (None, Some(low), None) => format!("{} or more", grouped(low)),
        (None, None, Some(high)) => format!("{} or less", grouped(high)),
        (None, None, None) => String::new(),
    };
    let unit = figure.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
    format!("{about}{number}{unit}")
}

/// With a comma between thousands.
fn grouped(number: f64) -> String {
    let written = format!("{:.DECIMALS$}", number.abs());
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let mut out = String::from(if number < 0.0 { "−" } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { out } else { out + "." + decimals }
}
