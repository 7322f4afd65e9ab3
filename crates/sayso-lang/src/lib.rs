//! What is known of languages: a folder of TOML files for each, in `lang/`, that people edit without Rust.
//!
//! `lang/en/language.toml` says what the language is called and what its folder offers; the files beside it hold words,
//! a file a subject. This crate finds folders and files and checks what is common to all lists. What a file must hold is
//! said by the stage that reads it: it parses the file into a type of its own.
//!
//! ```
//! use sayso_lang::{Languages, Offer};
//!
//! let english = Languages::shipped().get("en-GB").unwrap();
//! assert_eq!(english.name(), "English");
//! assert!(english.offers(Offer::Reading));
//! ```

mod calendar;
mod error;
mod folder;
mod grouped;
mod language;
mod patterns;
mod places;
mod words;

pub use calendar::{Calendar, CalendarName};
pub use error::LanguageError;
pub use grouped::Grouped;
pub use language::{Language, Languages, Offer, primary};
pub use patterns::Patterns;
pub use places::{Places, Standing};
pub use words::{Phrases, Table, Words};
