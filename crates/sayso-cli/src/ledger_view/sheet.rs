//! A page in the making: lines within a width, indented, under heads, or two blocks side by side.

use anstyle::Style;

use crate::view::PageWidth;
use crate::view::styled_text::StyledText;
use crate::view::styles::{HEAD, PLAIN, QUIET};

/// Columns of a page at most; longer lines are hard to follow.
const WIDEST: usize = 120;

/// Columns from which two blocks stand side by side; each then has room for about six words a line.
const SIDE_BY_SIDE: usize = 76;

/// What parts two blocks that stand side by side.
const RULE: &str = " │ ";

/// Characters that are shown of one text; more is no quotation but an article, or an attack.
const MOST: usize = 1200;

/// Lines, and the width that they keep to.
pub struct Sheet {
    /// In columns.
    pub width: usize,
    lines: Vec<StyledText>,
}

impl Sheet {
    /// An empty page.
    pub fn new(page: PageWidth) -> Self {
        Self::of_width(page.width.min(WIDEST))
    }

    /// An empty block of a width.
    pub fn of_width(width: usize) -> Self {
        Self { width: width.max(1), lines: Vec::new() }
    }

    /// The head of a section, behind a blank line unless it opens the page.
    pub fn head(&mut self, text: &str) {
        self.gap();
        self.text(0, text, HEAD);
    }

    /// A blank line, unless one stands there or nothing stands before it.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(StyledText::default());
        }
    }

    /// Text in one style.
    pub fn text(&mut self, indent: usize, text: &str, style: Style) {
        self.inked(indent, &StyledText::new(&clipped(text), style), usize::MAX);
    }

    /// What is said beside the record: where it stands, what to type.
    pub fn note(&mut self, indent: usize, text: &str) {
        self.text(indent, text, QUIET);
    }

    /// Text with styles, on at most so many lines.
    pub fn inked(&mut self, indent: usize, text: &StyledText, most: usize) {
        let indent = indent.min(self.width / 4);
        for line in text.wrap_to(self.width - indent, most) {
            let mut indented = StyledText::new(&" ".repeat(indent), PLAIN);
            indented.append(&line);
            self.lines.push(indented);
        }
    }

    /// Lines that fit as they are.
    pub fn lines(&mut self, lines: impl IntoIterator<Item = StyledText>) {
        self.lines.extend(lines);
    }

    /// Whether two blocks fit beside each other.
    pub fn is_wide(&self) -> bool {
        self.width >= SIDE_BY_SIDE
    }

    /// Two blocks side by side where there is room, else one under the other.
    pub fn pair(&mut self, left: impl FnOnce(&mut Self), right: impl FnOnce(&mut Self)) {
        let half = if self.is_wide() { (self.width - RULE.chars().count()) / 2 } else { self.width };
        let [mut first, mut second] = [Self::of_width(half), Self::of_width(half)];
        left(&mut first);
        right(&mut second);
        if !self.is_wide() {
            self.lines.extend(first.lines.into_iter().chain(second.lines));
            return;
        }
        for index in 0..first.lines.len().max(second.lines.len()) {
            let mut line = first.lines.get(index).cloned().unwrap_or_default();
            line.pad(half);
            line.push(RULE, QUIET);
            line.append(&second.lines.get(index).cloned().unwrap_or_default());
            self.lines.push(line);
        }
    }

    /// The page as it is sent to a terminal.
    pub fn print(&self, styled: bool) -> String {
        self.lines.iter().map(|line| line.print(styled) + "\n").collect()
    }
}

/// A quotation.
pub fn quoted(text: &str) -> String {
    format!("“{}”", clipped(text))
}

/// The start of a text, with '…' where it goes on.
pub fn clipped(text: &str) -> String {
    let start: String = text.chars().take(MOST).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    start + more
}
