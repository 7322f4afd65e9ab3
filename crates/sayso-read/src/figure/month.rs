//! Names of months in a line.

use super::line::Line;

/// Whether a token names a month; 'may' and 'march' are months with a capital only.
pub(super) fn is_month(line: &Line<'_>, index: usize) -> bool {
    line.is_capital(index) && line.language().calendar.months.contains(line.word(index))
}
