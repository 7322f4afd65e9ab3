//! Where each stretch of an article's text came from in its source.

use crate::{Body, Source, Span};

/// One stretch of the body and the stretch of the source that it was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In the article's text.
    pub body: Span<Body>,
    /// In the decoded document.
    pub source: Span<Source>,
}

/// The pieces of a body that are known to come from its source, in the order of the body.
///
/// Text that has no counterpart (a paragraph break that was put in) belongs to no piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    pieces: Vec<Piece>,
}

impl Alignment {
    /// Takes pieces in any order; they must not overlap in the body.
    #[must_use]
    pub fn new(mut pieces: Vec<Piece>) -> Self {
        pieces.sort_by_key(|piece| piece.body);
        debug_assert!(pieces.windows(2).all(|two| two[0].body.end() <= two[1].body.start()));
        Self { pieces }
    }

    /// All pieces, in the order of the body.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The smallest stretch of the source that covers every piece which `span` touches; `None` where it touches none.
    pub fn to_source(&self, span: Span<Body>) -> Option<Span<Source>> {
        let first = self.pieces.partition_point(|piece| piece.body.end() <= span.start());
        self.pieces[first..]
            .iter()
            .take_while(|piece| piece.body.start() < span.end())
            .map(|piece| piece.source)
            .reduce(Span::to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn a_span_of_the_body_is_found_in_its_source() {
        let source: Text<Source> = Text::new("<p>The mayor</p><p>denied it.</p>");
        let body: Text<Body> = Text::new("The mayor\n\ndenied it.");
        let piece = |part| Piece { body: body.find(part).unwrap(), source: source.find(part).unwrap() };
        let alignment = Alignment::new(vec![piece("denied it."), piece("The mayor")]);
        let found = alignment.to_source(body.find("denied").unwrap()).unwrap();
        assert_eq!(source.slice(found), "denied it.");
        assert_eq!(source.slice(alignment.to_source(body.whole()).unwrap()), "The mayor</p><p>denied it.");
        assert_eq!(alignment.to_source(body.span(9, 11).unwrap()), None);
    }
}
