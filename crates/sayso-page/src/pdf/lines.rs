//! Characters to lines: those that stand side by side on one baseline, with the spaces that are seen between them.

use super::character::Character;

/// A line, or a part of one up to a gap as wide as that between columns.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
    pub is_artifact: bool,
}

/// A gap wider than this part of the size of the type is a space, where none is drawn: a space has a quarter, and letters
/// are set apart by less than a tenth.
const SPACE: f64 = 0.16;

/// A wider gap parts columns. Spaces of justified lines stay under one size, gutters are 1.2 and more.
const GUTTER: f64 = 1.5;

/// Characters that are raised or lowered by less belong to the line: '1st', 'CO₂'.
const RAISED: f64 = 0.6;

/// The same text drawn again a little beside itself, as bold type or a shadow.
const SHADOW: f64 = 0.3;

/// The lines of a page, in the order in which they are drawn.
pub(super) fn of(characters: &[Character]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for character in characters {
        match lines.last_mut().filter(|line| line.takes(character)) {
            Some(line) => line.push(character),
            None => lines.push(Line::begin(character)),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    for line in &mut lines {
        line.text = line.text.trim().to_owned();
    }
    without_shadows(lines)
}

impl Line {
    fn begin(character: &Character) -> Self {
        let &Character { letter, left, right, base, size, is_artifact } = character;
        Self { text: letter.to_string(), left, right, base, size, is_artifact }
    }

    fn takes(&self, next: &Character) -> bool {
        let size = self.size.max(next.size);
        let gap = next.left - self.right;
        let beside = (next.base - self.base).abs() < RAISED * size && gap > -size && gap < GUTTER * size;
        beside && self.is_artifact == next.is_artifact
    }

    fn push(&mut self, next: &Character) {
        let gap = next.left - self.right;
        let spaced = self.text.ends_with(char::is_whitespace) || next.letter.is_whitespace();
        if gap > SPACE * self.size.min(next.size) && !spaced {
            self.text.push(' ');
        }
        self.text.push(next.letter);
        self.left = self.left.min(next.left);
        if !next.letter.is_whitespace() {
            self.right = self.right.max(next.right);
        }
        // A raised note sign or a large initial does not say how large the line is.
        if next.size > self.size && self.text.chars().count() < 4
            || next.size < self.size && self.text.chars().count() == 2
        {
            (self.size, self.base) = (next.size, next.base);
        }
    }
}

fn without_shadows(lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let near = |one: f64, other: f64| (one - other).abs() < SHADOW * line.size;
        let before = kept.iter().rev().take(8);
        let is_shadow = before
            .into_iter()
            .any(|other| other.text == line.text && near(other.left, line.left) && near(other.base, line.base));
        if !is_shadow {
            kept.push(line);
        }
    }
    kept
}
