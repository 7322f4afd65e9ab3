//! Charts as SVG: ink on paper, labels at the points, colour for a denial alone.

mod figure;
mod labels;
mod scale;
mod strip;
mod voices;

use maud::{Markup, html};
use scale::Days;

pub use figure::{figure, spark};
pub use strip::strip;
pub use voices::voices;

/// Room for the days' names above the rows of a chart, in px.
const HEAD: f64 = 16.0;

/// A line where each marked day begins, with its name above the rows.
fn grid(days: &Days, height: f64) -> Markup {
    html! {
        @for (x, name) in &days.ticks {
            line.grid x1=(x) x2=(x) y1=(HEAD) y2=(height) {}
            text.s x=(x + 3.0) y="10" { (name) }
        }
    }
}
