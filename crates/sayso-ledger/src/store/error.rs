//! Why the ledger's file cannot be opened, read or written. What a person can do about it, the program says.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use sayso_claims::decision_log::AmbiguousMention;

use super::schema::FORMAT;

/// Which part of a document differs from what is recorded under its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The text.
    Text,
    /// What is known of the article: title, names, address, times.
    Article,
    /// What the stream says of it: outlet, time, version, what it replaces.
    Stream,
}

/// What the system, the database or a parser said. Two are the same where they say the same.
#[derive(Clone, Debug)]
pub struct Reason(Arc<dyn Error + Send + Sync>);

impl Reason {
    /// From what was said.
    pub fn new(said: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(said.into().into())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Reason {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

impl PartialEq for Reason {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Reason {}

/// What stops the ledger; what was recorded before is intact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: no such ledger", .0.display())]
    Missing(PathBuf),
    /// The folder that it should be made in does not exist.
    #[error("{}: its folder does not exist", .0.display())]
    NoFolder(PathBuf),
    /// A folder, a pipe or a device stands under the name.
    #[error("{}: not a file", .0.display())]
    NotFile(PathBuf),
    /// The file is something else, or another program's database.
    #[error("{}: not a ledger", .0.display())]
    NotLedger(PathBuf),
    /// A later version of the program wrote it.
    #[error(
        "{}: written by a later version of this program (format {}, this one reads up to {FORMAT})",
        .0.display(), .1
    )]
    Future(PathBuf, i32),
    /// It is empty (0), or of an earlier format, and was opened for reading alone.
    #[error("{}", past(.0, *.1))]
    Past(PathBuf, i32),
    /// What stands in it is not what was written.
    #[error("{}: the file is damaged ({})", .0.display(), .1)]
    Damaged(PathBuf, #[source] Reason),
    /// The file or its folder cannot be written.
    #[error("{}: it or its folder cannot be written", .0.display())]
    ReadOnly(PathBuf),
    /// The file cannot be read by this user.
    #[error("{}: it cannot be read", .0.display())]
    Denied(PathBuf),
    /// A writer was stopped halfway, and tidying up after it needs a folder that can be written.
    #[error("{}: a program was stopped while writing to it", .0.display())]
    UnfinishedWrite(PathBuf),
    /// It was changed while it was read from a folder where no one was expected to write.
    #[error("{}: it was changed while being read", .0.display())]
    Changed(PathBuf),
    /// The disk is full.
    #[error("{}: the disk is full", .0.display())]
    Full(PathBuf),
    /// Another program was writing for all of the time given.
    #[error("{}: another program is writing to it ({:.1} s waited)", .0.display(), .1.as_secs_f64())]
    Busy(PathBuf, Duration),
    /// A file stands where a backup should be made.
    #[error("{}: there is such a file", .0.display())]
    Exists(PathBuf),
    /// The id belongs to a document or decision with other content; the first names the id as JSON.
    #[error("the id {0} belongs to a document with {1}")]
    Clash(String, Difference),
    /// The id belongs to another decision.
    #[error("the id {0} belongs to another decision")]
    DecisionClash(String),
    /// There is no such decision to undo.
    #[error("there is no decision {0} to undo")]
    NoDecision(String),
    /// Several ids begin as the given one does.
    #[error("several ids begin with {given}: {}", ids.join(", "))]
    AmbiguousId {
        /// What was given.
        given: String,
        /// The ids that begin so.
        ids: Vec<String>,
    },
    /// A decision is about one of several mentions, and it cannot be said which.
    #[error(transparent)]
    AmbiguousMention(#[from] AmbiguousMention),
    /// Something earlier in this batch failed.
    #[error("something in the batch failed, and nothing of it is recorded")]
    Spoilt,
    /// The system or the database refused in a way that has no name here.
    #[error("{}: {}", .0.display(), .1)]
    Failed(PathBuf, #[source] Reason),
}

fn past(path: &std::path::Path, format: i32) -> String {
    match format {
        0 => format!("{}: nothing is in it", path.display()),
        _ => format!("{}: of the earlier format {format}, and opened for reading alone", path.display()),
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "another text",
            Self::Article => "the same text but another title, byline, address or time",
            Self::Stream => "the same text but another outlet, time or version",
        })
    }
}
