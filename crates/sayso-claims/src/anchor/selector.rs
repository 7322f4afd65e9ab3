//! The selector of a text that a reader chose: its words, what stands around them, and where.

use std::ops::Range;

/// A passage as a reader's browser gives it: TextQuoteSelector and TextPositionSelector of the W3C Web Annotation model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selector {
    /// The words chosen.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// Where they begin in the text that the reader saw, in code points.
    pub start: Option<usize>,
}

/// How a passage fits a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fit {
    /// The words stand where the reader saw them.
    Exact,
    /// The words stand elsewhere.
    Moved,
    /// Other words stand in their place.
    Changed,
    /// More than one place fits.
    Ambiguous,
    /// They are gone.
    Orphan,
}

/// Which part of an article a place is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The text.
    #[default]
    Text,
    /// The headline.
    Headline,
}

/// Where a passage is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// What the places are in.
    pub part: Part,
    /// How it fits.
    pub fit: Fit,
    /// The place, in code points; several where more than one fits, none where it is gone.
    pub places: Vec<Range<usize>>,
}

impl Anchor {
    /// Places in the text.
    #[must_use]
    pub fn in_text(fit: Fit, places: Vec<Range<usize>>) -> Self {
        Self { part: Part::Text, fit, places }
    }

    /// Of several places that fit alike, the one that begins where the passage began on the reader's page, if one does: on a
    /// page whose text is the article's. Any other is only nearer, and stays in doubt.
    pub fn confirm_start(&mut self, start: Option<u32>) {
        let begins = |place: &&Range<usize>| start.is_some_and(|start| place.start == start as usize);
        if self.fit == Fit::Ambiguous
            && let Some(place) = self.places.iter().find(begins).cloned()
        {
            *self = Self::in_text(Fit::Exact, vec![place]);
        }
    }
}
