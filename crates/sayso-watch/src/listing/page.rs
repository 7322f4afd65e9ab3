//! A page that a list announces, and what it says of it.

/// A page in a sitemap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPage {
    /// Where it stands.
    pub url: String,
    /// When it came out, as the sitemap has it.
    pub published: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet's name.
    pub publisher: Option<String>,
}
