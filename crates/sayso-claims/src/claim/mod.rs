//! Claims: clusters of mentions, across rewording, lost attribution and lost hedging.
//!
//! Mentions are compared two by two (`similarity`), by what they say, whose they are, which way they speak and what they
//! count; then the likest are joined first, as long as the whole stays alike (`cluster`).

mod cluster;
mod compared_mention;
mod comparison;
mod content;
mod quantities;
mod refusal;
mod sequence;
mod sharing;
mod similarity;

pub(crate) use cluster::{Bar, clusters};
pub(crate) use compared_mention::{ComparedMention, side};
pub use comparison::Compared;
pub(crate) use comparison::compare;
pub(crate) use content::{Content, Stem, StemWeights, Weighed};
pub(crate) use quantities::{Quantities, Quantity};
pub(crate) use sequence::Sequence;
pub(crate) use sharing::Sharing;
pub(crate) use similarity::{repeats, similarity};
