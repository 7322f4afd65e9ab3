//! The article with its furniture shown behind a broken rule, each with its kind.

use sayso::Reading;

use super::blocks::{Block, blocks};
use super::inline_marks::Marker;
use super::styled_text::StyledText;
use super::styles::{PLAIN, QUIET};

/// Leads each line of furniture.
const RULE: &str = "┊ ";

/// The lines of the article.
pub fn article(reading: &Reading, width: usize, styled: bool) -> Vec<StyledText> {
    let mut marker = Marker::new(reading, styled);
    let mut lines = Vec::new();
    let mut kind = None;
    for block in blocks(&reading.article) {
        if block.parted {
            lines.push(StyledText::default());
        }
        let mut text = StyledText::default();
        if block.furniture != kind {
            kind = block.furniture;
            text.push(&kind.map(|kind| format!("{}: ", kind.name())).unwrap_or_default(), QUIET);
        }
        let base = if kind.is_some() { QUIET } else { PLAIN };
        marker.write(&reading.article.text, block.span, base, &mut text);
        lines.extend(set(&text, &block, width));
    }
    lines
}

fn set(text: &StyledText, block: &Block, width: usize) -> Vec<StyledText> {
    if block.furniture.is_none() {
        return text.wrap(width);
    }
    let behind_rule = |line: StyledText| {
        let mut ruled = StyledText::new(RULE, QUIET);
        ruled.append(&line);
        ruled
    };
    text.wrap(width.saturating_sub(RULE.chars().count())).into_iter().map(behind_rule).collect()
}
