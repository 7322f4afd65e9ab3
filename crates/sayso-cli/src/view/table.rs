//! Rows of cells in columns, each cell on as many lines as it takes.

use super::styled_text::StyledText;
use super::styles::{HEAD, QUIET};

/// Spaces between two columns.
const GUTTER: usize = 2;

/// Lines of a cell at most.
pub const MOST_LINES: usize = 3;

/// A word up to here is not broken to keep a column within its share: 'independently' has 13 letters.
const UNBROKEN: usize = 16;

/// A column of a table.
#[derive(Clone, Copy)]
pub struct Column {
    /// What stands above it.
    pub title: &'static str,
    /// How wide it may become.
    pub width: Width,
}

/// How wide a column may become.
#[derive(Clone, Copy)]
pub enum Width {
    /// As wide as its widest cell.
    Whole,
    /// So many tenths of what the whole columns leave, or less.
    Tenths(usize),
    /// What all the others leave, or less.
    Rest,
}

/// A table beneath a heading of its own.
pub fn section<const N: usize>(
    heading: &str,
    columns: &[Column; N],
    rows: &[[StyledText; N]],
    width: usize,
) -> Vec<StyledText> {
    let mut lines = StyledText::new(heading, HEAD).wrap(width);
    lines.push(StyledText::default());
    lines.extend(table(columns, &rows.iter().map(|row| row.each_ref()).collect::<Vec<_>>(), width));
    lines
}

/// The lines of a table under its titles.
pub fn table<const N: usize>(columns: &[Column; N], rows: &[[&StyledText; N]], width: usize) -> Vec<StyledText> {
    let titles = columns.map(|column| StyledText::new(column.title, QUIET));
    let widths = widths(columns, rows, width);
    let mut lines = row(&titles.each_ref(), &widths);
    lines.extend(rows.iter().flat_map(|cells| row(cells, &widths)));
    lines
}

fn row<const N: usize>(cells: &[&StyledText; N], widths: &[usize; N]) -> Vec<StyledText> {
    let wrapped: Vec<Vec<StyledText>> =
        cells.iter().zip(widths).map(|(cell, width)| cell.wrap_to(*width, MOST_LINES)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).map(|line| beside(&wrapped, widths, line)).collect()
}

fn beside(cells: &[Vec<StyledText>], widths: &[usize], line: usize) -> StyledText {
    let mut out = StyledText::default();
    let mut column = 0;
    for (cell, width) in cells.iter().zip(widths) {
        out.pad(column);
        if let Some(part) = cell.get(line) {
            out.append(part);
        }
        column += width + GUTTER;
    }
    out
}

fn widths<const N: usize>(columns: &[Column; N], rows: &[[&StyledText; N]], width: usize) -> [usize; N] {
    let over =
        |index: usize, measure: fn(&StyledText) -> usize| rows.iter().map(|row| measure(row[index])).max().unwrap_or(0);
    let natural: [usize; N] =
        std::array::from_fn(|index| over(index, StyledText::width).max(columns[index].title.len()));
    let is_whole = |index: &usize| matches!(columns[*index].width, Width::Whole);
    let whole: usize = (0..N).filter(is_whole).map(|index| natural[index]).sum();
    let left = width.saturating_sub(whole + (N - 1) * GUTTER);
    let mut widths = natural;
    let mut rest = left;
    for index in (0..N).filter(|index| !is_whole(index)) {
        if let Width::Tenths(tenths) = columns[index].width {
            let least = over(index, StyledText::longest_word).min(UNBROKEN).max(columns[index].title.len());
            widths[index] = natural[index].min((left * tenths / 10).max(least));
            rest = rest.saturating_sub(widths[index]);
        }
    }
    for index in 0..N {
        if let Width::Rest = columns[index].width {
            widths[index] = natural[index].min(rest).max(columns[index].title.len());
        }
    }
    widths
}
