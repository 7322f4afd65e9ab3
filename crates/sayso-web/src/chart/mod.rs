//! Charts as SVG: ink on paper, labels at the points, colour for a denial alone.

mod figure;
mod labels;
mod scale;
mod strip;
mod voices;

pub use figure::{figure, spark};
pub use strip::strip;
pub use voices::voices;
