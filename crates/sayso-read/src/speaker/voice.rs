//! A speaker with what the article says about them, from which their capacity is read.

use std::ops::Range;

use super::identity::Speaker;
use super::role::RolePhrase;

/// A speaker and what the article tells of him.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    /// Who it is.
    pub(crate) speaker: Speaker,
    /// The tokens of the fullest name, or of the description.
    pub(crate) words: Range<usize>,
    /// What the article says he is, in the order of the text.
    pub(crate) told: Vec<RolePhrase>,
    /// Which of that is the role.
    pub(crate) role: Option<RolePhrase>,
    /// Whether it is somebody with a name.
    pub(crate) is_named: bool,
}
