//! What a page becomes: the article's text, what is known of it, and what on the page is not the article.

use sayso_text::{Alignment, Span, Text};

/// A news article, ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// What offsets point into. Plain text as it was given; for HTML, paragraphs parted by a blank line.
    pub text: Text,
    /// Where the text stands in the decoded document.
    pub alignment: Alignment,
    /// Title, names, dates, as far as the document gives them.
    pub metadata: Metadata,
    /// What stands in the text beside the article, in order, without overlap.
    pub furniture: Vec<Furniture>,
    /// The entries of an article that is told as it goes on, in order, without overlap.
    pub entries: Vec<ArticleEntry>,
    /// What was amiss with the document.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// The stretches of the text that are the article, in order: all that is not furniture.
    #[must_use]
    pub fn visible(&self) -> Vec<Span> {
        visible(&self.text, &self.furniture)
    }
}

/// The stretches of a text beside its furniture, in order.
pub(crate) fn visible(text: &Text, furniture: &[Furniture]) -> Vec<Span> {
    text.outside(&furniture.iter().map(|furniture| furniture.span).collect::<Vec<_>>())
}

/// What is known of an article; `None` or empty where the document does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The names of its authors, without 'By'.
    pub byline: Vec<String>,
    /// The outlet's name.
    pub publisher: Option<String>,
    /// Date of publication: ISO 8601, a date or a date and time.
    pub published: Option<String>,
    /// Date of the last change, in the same form.
    pub modified: Option<String>,
    /// BCP 47 tag of the text's language.
    pub language: Option<String>,
    /// The article's address.
    pub url: Option<String>,
    /// Whether the text is what a feed gives of the article at that address: its first lines, or what it is about.
    pub is_summary: bool,
}

/// What the caller already knows of a document; it wins over what the document says, except for `url`'s canonical form.
pub type Known = Metadata;

/// A stretch of the text that is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// An entry of an article that is told as it goes on, as a live blog is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleEntry {
    /// Where it stands.
    pub span: Span,
    /// When it was written: ISO 8601, as far as the page says.
    pub published: Option<String>,
    /// Who wrote it.
    pub byline: Vec<String>,
}

/// What stands on a page beside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FurnitureKind {
    /// 'Advertisement', sponsored text and its markers.
    Advertisement,
    /// A headline or summary of another article.
    Teaser,
    /// 'Read more about … here', lists of related links.
    LinkLine,
    /// 'To suggest a correction …, write to us here'.
    CorrectionFooter,
    /// Credits of photographs, agencies, contributors.
    Credit,
    /// Newsletters, subscriptions, 'follow us'.
    SignUp,
    /// A line of the article that the page repeats.
    Repeat,
    /// Anything else.
    Other,
}

impl FurnitureKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Advertisement,
        Self::Teaser,
        Self::LinkLine,
        Self::CorrectionFooter,
        Self::Credit,
        Self::SignUp,
        Self::Repeat,
        Self::Other,
    ];

    /// The kind of a name that was printed; [`Self::Other`] where no kind has it.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(Self::Other)
    }

    /// The name that is printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Advertisement => "advertisement",
            Self::Teaser => "teaser",
            Self::LinkLine => "link-line",
            Self::CorrectionFooter => "correction-footer",
            Self::Credit => "credit",
            Self::SignUp => "sign-up",
            Self::Repeat => "repeat",
            Self::Other => "other",
        }
    }
}

/// Something amiss that did not keep the document from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// One sentence for a person.
    pub message: String,
    /// Where, if at one place.
    pub span: Option<Span>,
}

impl Warning {
    /// A warning about the whole document.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), span: None }
    }
}
