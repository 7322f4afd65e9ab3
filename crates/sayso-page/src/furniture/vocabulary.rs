//! The wordings of furniture, as a language's `page/furniture.toml` holds them.

use sayso_lang::{Patterns, Phrases};
use serde::Deserialize;

use crate::article::FurnitureKind;

/// How furniture is worded in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FurnitureWords {
    /// What stands over a list of other articles.
    #[serde(default)]
    pub(super) list_headers: Patterns,
    /// How lines begin that ask for corrections.
    #[serde(default)]
    pub(super) corrections: Phrases,
    /// Words by which a page speaks to its reader.
    #[serde(default)]
    pub(super) to_reader: Patterns,
    /// How a heading begins that asks.
    #[serde(default)]
    pub(super) questions: Patterns,
    #[serde(default)]
    pub(super) walls: Walls,
    #[serde(default)]
    pub(super) see_also: SeeAlso,
    /// Whole lines.
    #[serde(default)]
    pub(super) lines: ByKind,
    /// Last sentences of a paragraph.
    #[serde(default)]
    pub(super) endings: ByKind,
    /// Words of labels.
    #[serde(default)]
    pub(super) labels: ByKind,
}

/// What leads to other articles, alone or before their headlines.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeeAlso {
    pub(super) phrases: Patterns,
    /// What stands between the phrase and what the other article is about.
    #[serde(default)]
    pub(super) about: Patterns,
}

/// What boxes say that stand between a reader and an article.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Walls {
    /// Words by which they speak to the reader.
    pub(super) address: Patterns,
    /// What they ask consent for.
    pub(super) consent: Patterns,
    /// What they sell.
    pub(super) payment: Patterns,
}

/// Wordings by the kind of furniture that they are.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ByKind {
    advertisement: Patterns,
    link_line: Patterns,
    correction_footer: Patterns,
    credit: Patterns,
    sign_up: Patterns,
    other: Patterns,
}

impl ByKind {
    /// The wordings of a kind; teasers and repeats are known by their places.
    pub(super) fn of(&self, kind: FurnitureKind) -> Option<&Patterns> {
        Some(match kind {
            FurnitureKind::Advertisement => &self.advertisement,
            FurnitureKind::LinkLine => &self.link_line,
            FurnitureKind::CorrectionFooter => &self.correction_footer,
            FurnitureKind::Credit => &self.credit,
            FurnitureKind::SignUp => &self.sign_up,
            FurnitureKind::Other => &self.other,
            FurnitureKind::Teaser | FurnitureKind::Repeat => return None,
        })
    }
}
