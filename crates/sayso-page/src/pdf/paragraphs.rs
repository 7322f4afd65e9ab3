//! Lines to paragraphs: where one ends is seen by the space above a line, by its indentation, by a short last line, and by
//! the size of the type.

use std::collections::HashSet;

use super::lines::Line;

/// A paragraph, the size of its type and the page on which it begins.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub text: String,
    pub size: f64,
    pub page: usize,
    pub is_running: bool,
}

/// So much more than the usual distance of lines is a space between paragraphs.
const SPACE_ABOVE: f64 = 1.25;

/// The distance of lines where a page has too few to tell.
const USUAL_LEADING: f64 = 1.25;

/// Lines stand no closer, whatever a page with overprinted lines says.
const LEAST_LEADING: f64 = 0.9;

/// Baselines that differ by less of the size are one.
const LEVEL: f64 = 0.2;

/// Sizes that differ by less are the same.
const SAME_SIZE: f64 = 0.08;

/// A line that is so much of its type's size further right than the one above begins a paragraph.
const INDENTED: f64 = 0.7;

/// A line that ends so far before its column does is a last one; the text of ragged lines ends a word earlier.
const SHORT: f64 = 0.25;

/// How far from where a line begins others of its column may begin, in sizes of its type.
const NEAR: f64 = 3.0;

/// Pages with more lines are not looked through for each of them.
const MOST_COMPARED: usize = 400;

/// A line of a page, and whether it is one that runs through the pages.
pub(super) struct Placed {
    pub line: Line,
    pub page: usize,
    pub is_running: bool,
}

/// The paragraphs of all pages. What runs through the pages is put behind the paragraph that it breaks.
pub(super) fn of(lines: &[Placed]) -> Vec<Paragraph> {
    let words = words(lines);
    let leading = leading(lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut running: Vec<Paragraph> = Vec::new();
    let mut above: Option<&Placed> = None;
    let pages = lines.chunk_by(|one, other| one.page == other.page);
    for (page, placed) in pages.flat_map(|page| page.iter().map(move |placed| (page, placed))) {
        if placed.is_running {
            running.push(Paragraph::begin(placed));
            continue;
        }
        let column = column(page, placed);
        match above.filter(|above| goes_on(above, placed, leading, column)).and(paragraphs.last_mut()) {
            Some(paragraph) => paragraph.join(&placed.line.text, &words),
            None => {
                paragraphs.append(&mut running);
                paragraphs.push(Paragraph::begin(placed));
            }
        }
        above = Some(placed);
    }
    paragraphs.append(&mut running);
    paragraphs
}

impl Paragraph {
    fn begin(placed: &Placed) -> Self {
        let Placed { line, page, is_running } = placed;
        Self { text: line.text.clone(), size: line.size, page: *page, is_running: *is_running }
    }

    fn join(&mut self, next: &str, words: &HashSet<String>) {
        let hyphen = self.text.strip_suffix(['-', '\u{AD}', '\u{2010}']);
        let broken = hyphen.filter(|stem| stem.ends_with(char::is_alphabetic) && next.starts_with(char::is_lowercase));
        match broken {
            Some(stem) if self.text.ends_with('\u{AD}') || !is_compound(stem, next, words) => {
                self.text.truncate(stem.len());
            }
            Some(_) => {}
            None if self.text.ends_with(['/', '\u{2014}']) => {}
            None => self.text.push(' '),
        }
        self.text.push_str(next);
    }
}

/// 'cross-border' and not 'govern-ment': elsewhere in the text it has its hyphen, or what comes behind is a word by itself.
fn is_compound(stem: &str, next: &str, words: &HashSet<String>) -> bool {
    let first = stem.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let second = next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    words.contains(&format!("{first}-{second}")) || words.contains(&second)
}

/// Words that stand inside lines: the first and the last of a line may be parts of one.
fn words(lines: &[Placed]) -> HashSet<String> {
    let within = |placed: &Placed| -> Vec<String> {
        let all: Vec<&str> = placed.line.text.split_whitespace().collect();
        let inner = all.get(1..all.len().saturating_sub(1)).unwrap_or_default();
        let bare = |word: &&str| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        inner.iter().map(bare).collect()
    };
    lines.iter().flat_map(within).filter(|word| !word.is_empty()).collect()
}

/// How far lines of one paragraph usually stand apart, in sizes of their type.
fn leading(lines: &[Placed]) -> f64 {
    let two = lines.windows(2).filter(|two| two[0].page == two[1].page && same_size(&two[0].line, &two[1].line));
    let mut apart: Vec<f64> = two
        .map(|two| (two[0].line.base - two[1].line.base) / two[1].line.size.max(1.0))
        .filter(|apart| (0.8..3.0).contains(apart))
        .collect();
    apart.sort_by(f64::total_cmp);
    apart.get(apart.len() / 2).copied().unwrap_or(USUAL_LEADING)
}

fn same_size(one: &Line, other: &Line) -> bool {
    (one.size - other.size).abs() <= SAME_SIZE * one.size.max(other.size)
}

/// How far the lines of a column reach: of those on the page that begin where a line begins, or a little beside it. Where a
/// page has too many lines to compare each with each, a line is a column of its own.
fn column(page: &[Placed], placed: &Placed) -> (f64, f64) {
    let line = &placed.line;
    let page = if page.len() > MOST_COMPARED { &[] } else { page };
    let near = |other: &&Placed| !other.is_running && (other.line.left - line.left).abs() < NEAR * line.size;
    let alike = page.iter().filter(near).map(|other| &other.line);
    alike.fold((line.left, line.right), |(left, right), other| (left.min(other.left), right.max(other.right)))
}

fn goes_on(above: &Placed, below: &Placed, leading: f64, (left, right): (f64, f64)) -> bool {
    let (one, other) = (&above.line, &below.line);
    if !same_size(one, other) {
        return false;
    }
    let down = one.base - other.base;
    let ends = one.text.ends_with(ENDS);
    if starts_anew(&other.text) {
        return false;
    }
    if above.page != below.page || down < -LEVEL * one.size {
        return !ends;
    }
    if down.abs() < LEVEL * one.size {
        return true;
    }
    let is_far = down > SPACE_ABOVE * leading.max(LEAST_LEADING) * other.size;
    let is_indented = other.left > left + INDENTED * other.size && other.left > one.left + INDENTED * other.size;
    let is_short = one.right < right - SHORT * (right - left) && ends;
    !is_far && !is_indented && !is_short
}

/// Marks behind which a paragraph may end.
const ENDS: [char; 9] = ['.', '!', '?', ':', '”', '"', '’', '»', '…'];

/// An item of a list.
fn starts_anew(text: &str) -> bool {
    text.starts_with(['•', '▪', '■', '●', '◦', '‣', '–', '—']) && !text.starts_with("——")
}
