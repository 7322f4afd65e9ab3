//! Text and the spans that point into it.
//!
//! A [`Text`] is immutable. A [`Span`] is a pair of byte offsets on code-point boundaries and is
//! made by the text that it belongs to; the marker type says which kind of text that is, so that
//! a span of the page's source cannot slice the article's text. Offsets leave the program as
//! Unicode code points, by [`Text::code_points`].
//!
//! ```
//! use sayso_text::{Body, Text};
//!
//! let text: Text<Body> = Text::new("“Да,” she said.");
//! let she = text.find("she").unwrap();
//! assert_eq!(text.slice(she), "she");
//! assert_eq!(text.code_points(she), (6, 9));
//! ```

mod alignment;
mod single_marks;
mod span;
mod text;

pub use alignment::{Alignment, Piece};
pub use single_marks::{apostrophes_open, may_precede_opening, single_quotation_end};
pub use span::{Body, Source, Span};
pub use text::Text;
