//! A character of a page, where it stands.

/// A character where it stands: baseline upwards, left to right, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Character {
    pub letter: char,
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
    /// Whether the file itself says that it belongs to the page and not to the text.
    pub is_artifact: bool,
}
