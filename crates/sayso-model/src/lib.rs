//! The trained reader: weights, tokenizer and inference behind [`sayso_read::Model`].
//!
//! One pass of the encoder reads a document in overlapping windows; a small head then looks at
//! each cue. Nothing is fetched: the weights are part of the program. How they are made, and what
//! they were measured to do, is told in `models/README.md` and `docs/model.md`.

mod encoder;
mod engine;
mod shape;
mod windows;
mod wordpiece;

pub use encoder::Encoder;
