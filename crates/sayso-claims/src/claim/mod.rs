//! Claims: mentions of one claim put together, across rewording, lost attribution and lost hedging.
//!
//! Mentions are compared two by two (`likeness`), by what they say, whose they are, which way they speak and what they
//! count; then the likest are joined first, as long as the whole stays alike (`cluster`).

mod cluster;
mod content;
mod likeness;
mod measured;
mod refusal;
mod sharing;

pub(crate) use cluster::clusters;
pub(crate) use content::{Content, Stem, Weighed, Weights};
pub(crate) use likeness::{Side, likeness, side};
pub(crate) use measured::{Measured, Quantity};
pub(crate) use sharing::Sharing;
