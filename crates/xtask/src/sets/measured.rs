//! What is measured of a set.

use crate::score::Rates;

/// The figures of one set, and what each document gave.
pub struct Measured {
    /// In the order in which they are printed.
    pub figures: Vec<Figure>,
    /// One line a document, so that a change shows which documents moved.
    pub cases: Option<Cases>,
}

/// A table of documents by id.
pub struct Cases {
    /// The names of the columns.
    pub header: &'static str,
    /// The lines, in the order of the set.
    pub rows: Vec<String>,
}

/// One measured number.
pub struct Figure {
    /// What it is.
    pub name: String,
    /// Its value: percent, or a count or amount as the name says.
    pub value: f64,
    /// Which way is better.
    pub better: Better,
    /// What a reader may want beside it.
    pub note: String,
}

/// Which way a figure should move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// A floor holds it up.
    Higher,
    /// A ceiling, kept among the floors, holds it down.
    Lower,
    /// It depends on the machine or explains another figure: nothing holds it.
    Noted,
}

impl Figure {
    /// A figure held to two decimals, which is more than any of the sets can tell apart.
    pub fn new(name: impl Into<String>, value: f64, better: Better) -> Self {
        let value = (value * 100.0).round() / 100.0;
        Self { name: name.into(), value, better, note: String::new() }
    }

    /// F1, with what it is made of beside it.
    pub fn f1(name: impl Into<String>, rates: Rates, better: Better) -> Self {
        let note = format!("precision {:.1}, recall {:.1}", rates.precision, rates.recall);
        Self::new(name, rates.f1, better).noting(note)
    }

    /// The same figure with a note.
    pub fn noting(self, note: String) -> Self {
        Self { note, ..self }
    }
}
