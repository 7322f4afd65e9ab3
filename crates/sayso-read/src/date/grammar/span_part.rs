//! A part of a span or a list, and what joins it to the next.

use crate::date::meaning::Meaning;

use super::cursor::{Cursor, Parsed};

/// A part: where it begins and ends, and what it says.
#[derive(Debug)]
pub(super) struct SpanPart {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) meaning: Meaning,
}

/// What joins two parts.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Joint {
    /// 'to', a dash.
    Range,
    /// 'and', 'or'.
    List,
    Comma,
}

/// What joins a part to the next one.
pub(super) fn joint(rest: Cursor<'_>) -> Parsed<'_, Joint> {
    let words = &rest.language().spans;
    let comma = || Some((rest.glued(&[","])?, Joint::Comma));
    let range = || Some((rest.any(&words.ranges)?, Joint::Range));
    let list = || Some((rest.any(&words.lists)?, Joint::List));
    range().or_else(list).or_else(comma)
}
