//! Why the ledger's file cannot be opened, read or written, said so that a person knows what to do.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

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

/// What stops the ledger; what was recorded before is intact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no such file.
    Missing(PathBuf),
    /// The folder that it should be made in does not exist.
    NoFolder(PathBuf),
    /// A folder, a pipe or a device stands under the name.
    NotFile(PathBuf),
    /// The file is something else, or another program's database.
    NotLedger(PathBuf),
    /// A later version of the program wrote it.
    Future(PathBuf, i32),
    /// It is empty (0), or of an earlier format, and was opened for reading alone.
    Past(PathBuf, i32),
    /// What stands in it is not what was written.
    Damaged(PathBuf, String),
    /// The file or its folder cannot be written.
    ReadOnly(PathBuf),
    /// The file cannot be read by this user.
    Denied(PathBuf),
    /// A writer was stopped halfway, and tidying up after it needs a folder that can be written.
    UnfinishedWrite(PathBuf),
    /// It was changed while it was read from a folder where no one was expected to write.
    Changed(PathBuf),
    /// The disk is full.
    Full(PathBuf),
    /// Another program was writing for all of the time given.
    Busy(PathBuf, Duration),
    /// A file stands where a backup should be made.
    Exists(PathBuf),
    /// The id belongs to a document or decision with other content; the first names the id as JSON.
    Clash(String, Difference),
    /// The id belongs to another decision.
    DecisionClash(String),
    /// There is no such decision to undo.
    NoDecision(String),
    /// Something earlier in this batch failed.
    Spoilt,
    /// The system or the database refused in a way that has no name here.
    Failed(PathBuf, String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use StoreError as E;
        match self {
            E::Missing(path) => write!(f, "{}: no such ledger; add a document to make one", path.display()),
            E::NoFolder(path) => write!(f, "{}: its folder does not exist; make the folder first", path.display()),
            E::NotFile(path) => write!(f, "{}: not a file; give the name of the ledger's file", path.display()),
            E::NotLedger(path) => write!(f, "{}: not a ledger; give another name", path.display()),
            E::Future(path, format) => write!(
                f,
                "{}: written by a later version of this program (format {format}, this one reads up to {FORMAT}); \
                 install the later version",
                path.display()
            ),
            E::Past(path, 0) => write!(f, "{}: nothing is in it; add a document first", path.display()),
            E::Past(path, format) => write!(
                f,
                "{}: of the earlier format {format}, and opened for reading alone; allow writing, which brings it to format {FORMAT}",
                path.display()
            ),
            E::Damaged(path, what) => write!(
                f,
                "{}: the file is damaged ({what}); keep a copy of it and go back to a backup, \
                 or add its documents to a new ledger",
                path.display()
            ),
            E::ReadOnly(path) => write!(
                f,
                "{}: it or its folder cannot be written; allow writing, or copy the file elsewhere",
                path.display()
            ),
            E::Denied(path) => write!(f, "{}: it cannot be read; ask its owner for permission", path.display()),
            E::UnfinishedWrite(path) => write!(
                f,
                "{}: a program was stopped while writing to it; open it once where its folder can be written, \
                 or copy it elsewhere together with the files beside it (-wal, -shm, -journal)",
                path.display()
            ),
            E::Changed(path) => write!(f, "{}: it was changed while being read; try again", path.display()),
            E::Full(path) => {
                write!(f, "{}: the disk is full; make room and add again what was not recorded", path.display())
            }
            E::Busy(path, waited) => write!(
                f,
                "{}: another program is writing to it ({:.1} s waited); try again when it has finished",
                path.display(),
                waited.as_secs_f64()
            ),
            E::Exists(path) => write!(f, "{}: there is such a file; give another name", path.display()),
            E::Clash(id, difference) => write!(
                f,
                "the id {id} belongs to a document with {difference}; nothing recorded is altered, so give this one \
                 an id of its own, or none to have one made",
            ),
            E::DecisionClash(id) => write!(f, "the id {id} belongs to another decision; give this one its own"),
            E::NoDecision(id) => write!(f, "there is no decision {id} to undo; look it up among the decisions"),
            E::Spoilt => f.write_str("something in the batch failed and nothing of it is recorded; add it again"),
            E::Failed(path, what) => write!(f, "{}: {what}", path.display()),
        }
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

impl std::error::Error for StoreError {}
