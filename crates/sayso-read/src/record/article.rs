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
        }
    }
}
