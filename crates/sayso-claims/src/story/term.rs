//! What a document can share with another.

use serde::{Deserialize, Serialize};

/// What sort of term it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TermKind {
    /// A word that the document writes as a name.
    Name,
    /// A number of two figures or more.
    Number,
    /// Two words that stand together, of which both are telling: 'Northern Grace', 'bow door', '23 pirates'.
    Phrase,
    /// Any other word.
    Word,
}

/// A term of a document and what it weighs there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// What sort of term it is.
    pub kind: TermKind,
    /// What it is compared by.
    pub stem: String,
    /// As the document first writes it.
    pub written: String,
    /// Its share in the document's terms of its kind: their squares add up to less than 1.
    pub whole: f32,
    /// Its share in the terms of headline and lead, likewise; 0 elsewhere.
    pub lead: f32,
}

impl Term {
    /// The order in which signatures keep terms.
    #[must_use]
    pub fn key(&self) -> (TermKind, &str) {
        (self.kind, &self.stem)
    }
}
