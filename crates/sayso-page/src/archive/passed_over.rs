//! Why a document of an archive is passed over.

use std::fmt;

/// Why a capture is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassedOver {
    /// An image, a script, or another kind of document.
    OtherKind,
    /// Its server did not send it: it was moved, or is not there.
    NotSent,
    /// It was not kept again, for it had not changed.
    Unchanged,
}

impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherKind => "neither pages nor plain texts",
            Self::NotSent => "moved or not there",
            Self::Unchanged => "unchanged since captured before",
        })
    }
}
