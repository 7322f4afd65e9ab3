//! What a reading is worth: printed records against gold, in percent.
//!
//! Offsets are Unicode code points into the gold document's text. A gold document for which
//! nothing was printed counts as read and found empty.

pub mod attributions;
pub mod calibration;
pub mod dates;
pub mod figures;
pub mod furniture;
pub mod meaning;
mod names;
mod overlap;
pub mod pages;
mod rates;
pub mod recognizers;
pub mod stories;
mod tokens;
pub mod view;

pub use rates::{Rates, Tally};

/// Half of the tokens that either has: from there on two stretches of text count as the same.
const SAME: f64 = 0.5;
