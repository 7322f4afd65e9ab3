//! What a decision is about.

use serde::{Deserialize, Serialize};

use crate::decision::amendment::Amendment;
use crate::decision::marked::Marked;

/// The mentions that a decision is about, and what it says of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionDetail {
    /// Those that are one claim, or none.
    pub these: Vec<String>,
    /// Those that are not of that claim.
    pub not: Vec<String>,
    /// The articles that have them: their stories are derived anew.
    pub articles: Vec<String>,
    /// The claim that was missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marked: Option<Marked>,
    /// What is set right.
    #[serde(rename = "mending", skip_serializing_if = "Option::is_none")]
    pub amendment: Option<Amendment>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl DecisionDetail {
    /// As it is kept and hashed.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::to_value(self).expect("lists, texts and numbers have a form in JSON")
    }
}
