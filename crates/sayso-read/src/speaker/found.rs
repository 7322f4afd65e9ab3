//! What a source was found to come down to.

use sayso_text::Span;

/// Whom a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// Somebody with a name: an index into the cast.
    Entity(usize),
    /// Somebody described: an index into the descriptions.
    Described(usize),
}

/// A referent with the mentions that it was reached by.
#[derive(Clone, Debug)]
pub struct Resolution {
    pub referent: Referent,
    pub because: Vec<Span>,
}
