//! Which extractor's body is taken.

use super::extractors;
use super::paragraphs::Paragraphs;

/// A body shorter than this, in bytes, is checked with the other extractor.
const SHORT: usize = 400;

/// The other extractor's body is taken where it is so many times longer.
const MUCH_LONGER: usize = 2;

/// The article's paragraphs; `None` where neither extractor finds any.
pub(super) fn body(source: &str) -> Option<Paragraphs> {
    let first = extractors::trafilatura(source).filter(|body| !body.as_str().is_empty());
    if first.as_ref().is_some_and(|body| body.as_str().len() >= SHORT) {
        return first;
    }
    let second = extractors::readability(source).filter(|body| !body.as_str().is_empty());
    match (first, second) {
        (Some(first), Some(second)) if second.as_str().len() > MUCH_LONGER * first.as_str().len() => Some(second),
        (first, second) => first.or(second),
    }
}
