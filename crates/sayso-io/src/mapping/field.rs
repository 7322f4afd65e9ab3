//! The fields of a document.

use serde::Deserialize;

/// A field of a line of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What the document is called.
    Id,
    /// Plain text.
    Text,
    /// A page.
    Html,
    /// A page's bytes in Base64.
    HtmlB64,
    /// The headline.
    Title,
    /// The address.
    Url,
    /// The day of publication.
    Date,
    /// The time of publication.
    Published,
    /// Who published it.
    Publisher,
    /// Likewise.
    Outlet,
    /// Its number among the versions of an article.
    Version,
    /// The id of the version before.
    Replaces,
    /// When it was fetched.
    Seen,
    /// In what language it is.
    Language,
}

impl Field {
    /// All fields, in the order in which a map is shown.
    pub const ALL: [Self; 14] = [
        Self::Id,
        Self::Text,
        Self::Html,
        Self::HtmlB64,
        Self::Title,
        Self::Url,
        Self::Date,
        Self::Published,
        Self::Publisher,
        Self::Outlet,
        Self::Version,
        Self::Replaces,
        Self::Seen,
        Self::Language,
    ];

    /// Its name in a line of a stream.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Text => "text",
            Self::Html => "html",
            Self::HtmlB64 => "html_b64",
            Self::Title => "title",
            Self::Url => "url",
            Self::Date => "date",
            Self::Published => "published",
            Self::Publisher => "publisher",
            Self::Outlet => "outlet",
            Self::Version => "version",
            Self::Replaces => "replaces",
            Self::Seen => "seen",
            Self::Language => "language",
        }
    }

    /// Whether it holds the document itself.
    #[must_use]
    pub fn is_document(self) -> bool {
        matches!(self, Self::Text | Self::Html | Self::HtmlB64)
    }
}
