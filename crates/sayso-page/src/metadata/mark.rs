//! Patterns of the classes and ids that a page's makers give to its parts.

use regex::Regex;
use sayso_lang::Patterns;

use crate::vocabulary::{PageWords, any, pattern};

/// What a page's makers call one of its parts, in any language.
pub(super) fn mark(list: impl Fn(&'static PageWords) -> &'static Patterns) -> Regex {
    pattern(&format!("(?i){}", any(list)))
}
