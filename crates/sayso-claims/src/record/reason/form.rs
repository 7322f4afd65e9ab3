//! A reason in its two forms: what people and programs read has a kind, a sentence and the words that it is about; the
//! ledger's file has the values, from which all of that is made.

use serde::{Serialize, Serializer};

use super::{At, Reason, ReasonKind, Why};

/// As exports have it.
#[derive(Serialize)]
struct PrintedReason<'r> {
    kind: ReasonKind,
    text: String,
    mentions: &'r [At],
}

/// As the ledger's file has it, field by field what is read back.
#[derive(Serialize)]
struct StoredReason<'r> {
    why: &'r Why,
    mentions: &'r [At],
}

/// A format that people read (JSON) gets the sentence; one that is for programs alone (MessagePack) the values, and only
/// from these can a reason be read.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { why, mentions } = self;
        if serializer.is_human_readable() {
            PrintedReason { kind: self.kind(), text: self.to_string(), mentions }.serialize(serializer)
        } else {
            StoredReason { why, mentions }.serialize(serializer)
        }
    }
}
