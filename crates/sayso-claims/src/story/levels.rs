//! From how like documents are what follows.

/// Similarity from which documents have to do with one another: half of what makes one story of them. On the development
/// stream it offers the troops' story beside the exercise, the takeover beside the other sale and the sinking beside
/// the council's vote, and nothing beside the recall.
pub const RELATED: f32 = 0.5;
