//! Words that join the statements of a sentence, and what hangs on them.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// `reading/statement/joints.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct JointWords {
    pub(super) carry_on: Words,
    pub(super) and_that: Phrases,
    pub(super) before_figure: Words,
    pub(super) added: Phrases,
    pub(super) parts: Phrases,
    pub(super) totals: Phrases,
    pub(super) priced: Phrases,
    pub(super) money: Words,
}
