//! `who_said`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::claims::{ClaimsAnswer, find};
use super::condition::Condition;
use crate::context::ToolContext;
use crate::page::PageRequest;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct WhoArguments {
    /// A name, or a part of one.
    name: String,
    #[serde(flatten)]
    part: PageRequest,
}

/// The claims of somebody.
pub fn said(context: &ToolContext, asked: &WhoArguments) -> Result<ClaimsAnswer, String> {
    if asked.name.trim().is_empty() {
        return Err("give a name, or a part of one".to_owned());
    }
    find(context, None, &Condition::default().speaker(Some(&asked.name)), &asked.part)
}
