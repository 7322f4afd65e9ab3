//! Claims: mentions of one claim put together, across rewording, lost attribution and lost hedging.
//!
//! Mentions are compared two by two (`similarity`), by what they say, whose they are, which way they speak and what they
//! count; then the likest are joined first, as long as the whole stays alike (`cluster`).

mod cluster;
mod content;
mod quantities;
mod refusal;
mod sharing;
mod similarity;

pub(crate) use cluster::clusters;
pub(crate) use content::{Content, Stem, Weighed, Weights};
pub(crate) use quantities::{Quantities, Quantity};
pub(crate) use sharing::Sharing;
pub(crate) use similarity::{ComparedMention, similarity};
