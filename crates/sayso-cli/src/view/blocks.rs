//! An article as blocks: its lines, parted where furniture begins and ends.

use sayso::{Article, FurnitureKind, Span};

/// A line of the article, or the part of one that is furniture or is not.
pub struct Block {
    /// Without white space at its ends; never empty.
    pub span: Span,
    /// What it is where it is not the article.
    pub furniture: Option<FurnitureKind>,
    /// Whether a blank line parts it from the block before.
    pub parted: bool,
}

/// The blocks, in order.
pub fn blocks(article: &Article) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for furniture in &article.furniture {
        lines(article, start, furniture.span.start(), None, &mut blocks);
        lines(article, furniture.span.start(), furniture.span.end(), Some(furniture.kind), &mut blocks);
        start = furniture.span.end();
    }
    lines(article, start, article.text.len(), None, &mut blocks);
    blocks
}

fn lines(article: &Article, start: usize, end: usize, furniture: Option<FurnitureKind>, blocks: &mut Vec<Block>) {
    let text = &article.text;
    let Some(region) = text.span(start, end) else {
        return;
    };
    for line in text.slice(region).lines() {
        let Some(span) = text.span_of(line).map(|span| text.trim(span)).filter(|span| !span.is_empty()) else {
            continue;
        };
        let parted = blocks.last().is_some_and(|last| last.furniture != furniture || is_gap(article, last.span, span));
        blocks.push(Block { span, furniture, parted });
    }
}

fn is_gap(article: &Article, before: Span, after: Span) -> bool {
    before.gap(after).is_some_and(|gap| article.text.slice(gap).matches('\n').count() > 1)
}
