//! Parties: who is who across the articles of a story.
//!
//! One article has 'the National Security Bureau (NSB)', another "Corrand's NSB", a third 'the bureau': one party. A
//! spokesman is the voice of his body. What only may be the same ('the intelligence service') is kept apart and said to
//! be near.

mod alike;
mod introduction;
mod name;
mod near;
mod owner;
mod shown;
mod table;
mod texts;

pub(crate) use name::Name;
pub(crate) use owner::is_everywhere;
pub(crate) use table::{Parties, PartyId};

/// How two sources stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kinship {
    /// The same party.
    Same,
    /// They may be one: a body and its officer, a state and its ministry, a description that fits.
    Near,
    /// One of them is not named.
    Open,
    /// Different parties.
    Apart,
}
