//! What is known of an article, as it is printed.

use sayso_page::Metadata;
use serde::Serialize;

/// Title, names and dates; null where not known.
#[derive(Debug, Serialize)]
pub struct ArticleRecord {
    title: Option<String>,
    byline: Vec<String>,
    publisher: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    language: Option<String>,
    url: Option<String>,
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
            url: metadata.url,
        }
    }
}
