//! Entities: who is who across the articles of a story.
//!
//! One article has 'the National Security Bureau (NSB)', another "Corrand's NSB", a third 'the bureau': one entity. A
//! spokesman is the voice of his body. What only may be the same ('the intelligence service') is kept apart and said to
//! be near.

mod display_name;
mod introduction;
mod name;
mod owner;
mod related;
mod same;
mod spelling;
mod table;
mod texts;
mod voice;

pub(crate) use name::EntityName;
pub(crate) use owner::is_everywhere;
pub(crate) use table::{Entities, EntityId};

/// How two sources stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EntityMatch {
    /// The same entity.
    Same,
    /// They may be one: a body and its officer, a state and its ministry, a description that fits.
    Near,
    /// One of them is not named.
    Open,
    /// Different entities.
    Apart,
}
