//! `who_said`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::claims::{Found, find};
use super::condition::Condition;
use crate::desk::Desk;
use crate::page::Part;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WhoArguments {
    /// A name, or a part of one.
    name: String,
    #[serde(flatten)]
    part: Part,
}

/// The claims of somebody.
pub fn said(desk: &Desk, asked: &WhoArguments) -> Result<Found, String> {
    if asked.name.trim().is_empty() {
        return Err("give a name, or a part of one".to_owned());
    }
    find(desk, None, &Condition::default().speaker(Some(&asked.name)), &asked.part)
}
