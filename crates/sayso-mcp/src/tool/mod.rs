//! The tools, a file each: what is asked, what is answered.

pub mod add;
pub mod brief;
mod claim_line;
pub mod claims;
mod condition;
pub mod document;
mod find;
pub mod stories;
pub mod story;
mod story_item;
pub mod who;

use serde::Serialize;

/// The name by which a value is printed everywhere: 'denies', 'verbatim'.
fn name_of(value: &impl Serialize) -> String {
    let printed = serde_json::to_value(value).ok();
    printed.as_ref().and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}
