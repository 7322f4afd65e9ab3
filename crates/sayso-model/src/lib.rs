//! The trained reader: weights, tokenizer and inference behind [`sayso_read::Model`].
//!
//! One pass of the encoder reads a document in overlapping windows; a small head then looks at
//! each cue. A model is a folder, with its weights, its vocabulary and every number that belongs to them (`models/README.md`);
//! the standard one is part of the program, and nothing is fetched. How it is made, and what it was measured to do, is told in
//! `models/standard/README.md` and `docs/model.md`.

mod buckets;
mod encoder;
mod engine;
mod error;
mod folder;
mod manifest;
mod shape;
mod windows;
mod wordpiece;

pub use encoder::Encoder;
pub use error::ModelError;
pub use folder::ModelFolder;
