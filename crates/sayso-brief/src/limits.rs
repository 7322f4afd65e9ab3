//! How much a brief holds, and how much it looks at.

/// Sentences of a brief at most.
pub const MOST: usize = 15;

/// Code points of a footnote's passage at most: more is an article, not a passage.
pub const LONGEST_NOTE: usize = 300;

/// Articles whose documents are looked at for a brief: a story of more is told from those that came out first.
pub const MOST_ARTICLES: usize = 500;
