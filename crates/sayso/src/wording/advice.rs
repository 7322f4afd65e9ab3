//! What went wrong with a ledger in a line, and what a person can do about it.

use sayso_ledger::ledger::{DecideError, RemoveError};
use sayso_ledger::store::StoreError;

/// Why the ledger could not be opened, read or written, and what to do.
#[must_use]
pub fn of_ledger(error: &StoreError) -> String {
    with(error, to_open(error).as_deref())
}

/// Why a choice was not recorded, and what to do.
#[must_use]
pub fn of_choice(error: &DecideError) -> String {
    let advice = match error {
        DecideError::NoClaim(_) => "'sayso claims' lists them with their ids".to_owned(),
        DecideError::NoMention(_) => "'sayso claim' shows those of a claim with their ids".to_owned(),
        DecideError::NoArticle(_) => ARTICLES.to_owned(),
        DecideError::Known { mention, .. } => {
            format!("'sayso decide mend {mention}' sets right what is wrong in it")
        }
        DecideError::Store(error) => return of_ledger(error),
        _ => return error.to_string(),
    };
    with(error, Some(&advice))
}

/// Why an article was not removed, and what to do.
#[must_use]
pub fn of_removal(error: &RemoveError) -> String {
    match error {
        RemoveError::NoArticle(_) => with(error, Some(ARTICLES)),
        RemoveError::NoReason => with(error, Some("say why it is removed")),
        RemoveError::Remains(_) => with(error, Some("the next command clears them")),
        RemoveError::Store(error) => of_ledger(error),
        error => error.to_string(),
    }
}

const ARTICLES: &str = "'sayso export --format csv --kind articles' lists them";

fn with(error: &impl ToString, advice: Option<&str>) -> String {
    advice.map_or_else(|| error.to_string(), |advice| format!("{}; {advice}", error.to_string()))
}

fn to_open(error: &StoreError) -> Option<String> {
    let advice = match error {
        StoreError::Missing(_) => "add a document to make one",
        StoreError::NoFolder(_) => "make the folder first",
        StoreError::NotFile(_) => "give the name of the ledger's file",
        StoreError::NotLedger(_) | StoreError::Exists(_) => "give another name",
        StoreError::Future(..) => "install the later version",
        StoreError::Past(_, 0) => "add a document first",
        StoreError::Past(..) => "allow writing, which brings it to the present format",
        StoreError::Damaged(..) => "keep a copy of it and go back to a backup, or add its documents to a new ledger",
        StoreError::ReadOnly(_) => "allow writing, or copy the file elsewhere",
        StoreError::Denied(_) => "ask its owner for permission",
        StoreError::UnfinishedWrite(_) => {
            "open it once where its folder can be written, or copy it elsewhere together with the files beside it \
             (-wal, -shm, -journal)"
        }
        StoreError::Changed(_) => "try again",
        StoreError::Full(_) => "make room and add again what was not recorded",
        StoreError::Busy(..) => "try again when it has finished",
        StoreError::Clash(..) => {
            "nothing recorded is altered, so give this one an id of its own, or none to have one made"
        }
        StoreError::DecisionClash(_) => "give this one its own",
        StoreError::NoDecision(_) => "look it up among the decisions",
        StoreError::AmbiguousId { .. } => "give more of it",
        StoreError::AmbiguousMention(ambiguous) => {
            return Some(format!("'sayso decide undo {}' takes it back, to be made anew", ambiguous.decision));
        }
        StoreError::Spoilt => "add it again",
        _ => return None,
    };
    Some(advice.to_owned())
}
