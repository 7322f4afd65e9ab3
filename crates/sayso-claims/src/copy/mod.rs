//! Copies: articles that another outlet published first, found by the wording that they share.
//!
//! [`copies`] draws candidates from an index of sampled shingles, aligns each candidate with the article word by word,
//! and judges the share. [`carried`] tells which stretches of a copy come from the original, so that what the copying
//! outlet added can be told apart.

mod candidates;
mod carried;
mod copies;
mod judge;
mod places;
mod shingles;

pub use carried::carried;
pub(crate) use carried::stretches;
pub use copies::copies;
pub(crate) use copies::copies_of;
pub(crate) use judge::Comparison;
pub use judge::{Copy, CopyKind};
pub(crate) use shingles::Worded;

#[cfg(test)]
mod tests;
