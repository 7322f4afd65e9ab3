//! What a speaker without a name is described by.

use sayso_text::Span;

use super::SpeakerKind;

/// A speaker as the text describes it.
pub struct Description {
    /// The description, without its article.
    pub name: String,
    /// The noun that it is built on, in lower case.
    pub head: String,
    /// What it is.
    pub kind: SpeakerKind,
    /// Whether it is several.
    pub plural: bool,
    /// Where it stands.
    pub span: Span,
}
