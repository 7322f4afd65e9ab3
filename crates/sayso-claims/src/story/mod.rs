//! Stories: articles on one developing event, found as they come.
//!
//! Each document gets a [`Signature`] once: its names, numbers, phrases and words, weighed by how telling they are in
//! general and how much the document makes of them. The [`similarity`] of two documents is a function of their signatures
//! and of the time between them. A document is linked to the earlier one that it is most like; stories are what the
//! links hold together. Nothing depends on what else is in the ledger except through what is nearest to a document, so
//! that one more document changes links near it and no others.

mod best_title;
mod candidates;
mod graph;
mod grouping;
mod index;
mod key;
mod levels;
mod link;
mod name;
mod names;
mod neighbourhood;
mod outline;
mod rarity;
mod reasons;
mod related;
mod signature;
mod similarity;
mod sketch;
mod stories;
mod term;
mod topic_text;
mod weighing;
mod words;

pub use grouping::Grouping;
pub use index::{Index, MemoryIndex, Tie};
pub use key::DocumentKey;
pub use neighbourhood::{Neighbour, Neighbourhood};
pub use outline::Outline;
pub use rarity::rarity_table;
pub use related::{Related, related};
pub use signature::{Signature, signature};
pub use similarity::{Similarity, similarity};
pub use sketch::Sketch;
pub use stories::{Joined, Story, StoryLinks, stories};
pub use term::{Term, TermKind};
pub use weighing::SAME;
