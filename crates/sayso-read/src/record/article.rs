//! What is known of an article, as it is printed.

use sayso_page::{Metadata, without_secrets};
use serde::{Deserialize, Serialize};

/// Title, names and dates; null where not known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// The headline.
    pub title: Option<String>,
    /// The names of those who wrote it.
    pub byline: Vec<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// When it was published, in ISO 8601.
    pub published: Option<String>,
    /// When it was last changed, likewise.
    pub modified: Option<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Whether the text is what a feed gives of the article at that address: its first lines, or what it is about.
    #[serde(default, rename = "summary", skip_serializing_if = "std::ops::Not::not")]
    pub is_summary: bool,
}

impl ArticleRecord {
    pub(super) fn new(metadata: &Metadata) -> Self {
        let metadata = metadata.clone();
        Self {
            title: metadata.title,
            byline: metadata.byline,
            publisher: metadata.publisher,
            published: metadata.published,
            modified: metadata.modified,
            language: metadata.language,
            url: metadata.url.as_deref().map(without_secrets),
            is_summary: metadata.is_summary,
        }
    }
}
