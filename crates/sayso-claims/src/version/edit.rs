//! An edit: one thing that is otherwise in the next version of an article.

use sayso_text::{Span, Text};
use serde::{Deserialize, Serialize};

/// Where an edit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditPlace {
    /// In the headline.
    Title,
    /// In the article.
    Text,
}

/// What sort of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A number: its value, its bounds, how firmly it is given.
    Figure,
    /// Who says it, or in what manner: a source or cue added, dropped or changed.
    Attribution,
    /// A passage is gone.
    Deletion,
    /// A passage is new.
    Addition,
    /// The same said otherwise.
    Wording,
    /// A note to readers about the article was put up, changed or taken down.
    CorrectionNote,
}

/// What one version has at the place of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditedText {
    /// As it stands there.
    pub text: String,
    /// Where: in the text, or in the title where the edit's place is the title.
    pub span: Span,
    /// What in it makes the edit what it is: the figures, sources and cues that the other version has not.
    pub because: Vec<Span>,
    /// Ids of the version's attributions that the edit touches.
    pub attributions: Vec<String>,
}

/// One change between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Title or text.
    pub place: EditPlace,
    /// What sort of change.
    pub change: Change,
    /// What the version before has; `None` where it has nothing.
    pub before: Option<EditedText>,
    /// What the version after has; `None` where it has nothing.
    pub after: Option<EditedText>,
    /// Whether readers are not told.
    pub silent: bool,
    /// What tells them, in the text of the version after: the note, the time stamp.
    pub told_by: Option<Span>,
}

impl EditedText {
    /// The stretch at a span, of which nothing further is said.
    #[must_use]
    pub fn new(text: &Text, span: Span) -> Self {
        Self { text: text.slice(span).to_owned(), span, because: Vec::new(), attributions: Vec::new() }
    }
}

impl Edit {
    /// An edit of which readers are not told, as far as is known.
    #[must_use]
    pub fn silent(place: EditPlace, change: Change, before: Option<EditedText>, after: Option<EditedText>) -> Self {
        Self { place, change, before, after, silent: true, told_by: None }
    }

    /// The same edit, told by what stands at a span.
    #[must_use]
    pub fn told(self, by: Option<Span>) -> Self {
        Self { silent: by.is_none(), told_by: by, ..self }
    }
}
