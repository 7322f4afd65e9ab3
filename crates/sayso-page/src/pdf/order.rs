//! The order in which the lines of a page are read: down a column, then down the next, each within what spans both.
//!
//! After T. Breuel, 'High performance document layout analysis' (2003): a line comes before another that is below it and
//! shares some of its width, and before one to its right, unless something between the two in height spans both. Where that
//! leaves a choice, the higher line comes first.

use super::lines::Line;

/// Pages with more lines stay in the order in which they are drawn: the work grows with the cube of their number.
const MOST_LINES: usize = 400;

/// Lines that share less of the narrower one's width stand beside one another.
const SHARED: f64 = 0.1;

/// Lines whose baselines differ by less of their size stand beside one another.
const LEVEL: f64 = 0.8;

/// Columns have at least so many lines beside one another.
const FEWEST_ROWS: usize = 3;

/// The lines of a page as they are read.
pub(super) fn read(lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > MOST_LINES {
        return lines;
    }
    let order = order(&lines);
    let mut lines: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| lines[at].take()).collect()
}

/// A topological sort: whatever a line waits for has been read before it.
fn order(lines: &[Line]) -> Vec<usize> {
    let all = 0..lines.len();
    let beside = beside(lines);
    let comes_before = |first, second| first != second && comes_before(lines, &beside, first, second);
    let after: Vec<Vec<usize>> =
        all.clone().map(|first| all.clone().filter(|second| comes_before(first, *second)).collect()).collect();
    let mut waiting = vec![0; lines.len()];
    after.iter().flatten().for_each(|second| waiting[*second] += 1);
    let mut left: Vec<usize> = all.collect();
    let mut order = Vec::with_capacity(lines.len());
    while !left.is_empty() {
        let next = next_of(lines, &left, &waiting);
        left.retain(|at| *at != next);
        after[next].iter().for_each(|second| waiting[*second] -= 1);
        order.push(next);
    }
    order
}

/// The highest of those that wait for none; where all wait for one another, of those that wait for the fewest.
fn next_of(lines: &[Line], left: &[usize], waiting: &[usize]) -> usize {
    let key = |at: &usize| (waiting[*at], -lines[*at].base, lines[*at].left);
    let least = left.iter().min_by(|one, other| key(one).partial_cmp(&key(other)).unwrap_or(std::cmp::Ordering::Equal));
    *least.expect("some are left")
}

/// Two lines of one height: the left one and the right one.
type SameHeight<'l> = (&'l Line, &'l Line);

fn comes_before(lines: &[Line], beside: &[SameHeight<'_>], first: usize, second: usize) -> bool {
    let (one, other) = (&lines[first], &lines[second]);
    if share_width(one, other) {
        return one.base > other.base || one.base == other.base && first < second;
    }
    is_left(one, other) && are_columns(beside, one, other) && !lines.iter().any(|between| parts(between, one, other))
}

fn is_left(one: &Line, other: &Line) -> bool {
    one.right <= other.left + SHARED * one.size
}

/// Lines that stand beside one another, as those of columns do; a centred line above an indented one does not.
fn beside(lines: &[Line]) -> Vec<SameHeight<'_>> {
    let level = |one: &Line, other: &Line| (one.base - other.base).abs() < LEVEL * one.size.max(other.size);
    let right_of =
        |one| lines.iter().filter(move |other| is_left(one, other) && level(one, other)).map(move |other| (one, other));
    lines.iter().flat_map(right_of).collect()
}

/// Whether one and the other stand in columns beside one another: most lines that pair them off belong to one of the two, and
/// reach up and down to both. What spans both columns, a headline, shares the width of either side's lines; what stands above
/// or below them all is in neither.
fn are_columns(beside: &[SameHeight<'_>], one: &Line, other: &Line) -> bool {
    let (mut rows, mut apart) = (0, 0);
    let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
    for (left, right) in beside.iter().filter(|(left, right)| share_width(left, one) && share_width(right, other)) {
        rows += 1;
        if !share_width(left, other) && !share_width(right, one) {
            apart += 1;
            (lowest, highest) = (lowest.min(left.base), highest.max(left.base));
        }
    }
    let within = |line: &Line| line.base > lowest - line.size && line.base < highest + line.size;
    apart >= FEWEST_ROWS && apart * 2 > rows && within(one) && within(other)
}

fn share_width(one: &Line, other: &Line) -> bool {
    let shared = one.right.min(other.right) - one.left.max(other.left);
    let narrower = (one.right - one.left).min(other.right - other.left);
    shared > SHARED * narrower
}

/// Whether a line stands between two others in height and shares the width of both.
fn parts(between: &Line, one: &Line, other: &Line) -> bool {
    let (low, high) = (one.base.min(other.base), one.base.max(other.base));
    between.base > low && between.base < high && share_width(between, one) && share_width(between, other)
}
