//! The kinds of reasons, for programs.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{Common, Reason, SourceMatch, Way, Why};
use crate::decision::AppliedChange;

/// What sort of reason: the words are fixed, whatever the sentences become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReasonKind {
    /// A mention has the claim's source.
    JoinedSameSource,
    /// A mention has a source that may be the claim's.
    JoinedNearSource,
    /// A mention names no source, or the claim's first does not.
    JoinedOpenSource,
    /// A mention is joined to the claim by way of another.
    JoinedIndirectly,
    /// Outlets have it first-hand.
    FirstHand,
    /// No outlet has it first-hand.
    NoFirstHand,
    /// Outlets do not say from whom they have it.
    ViaUnsaid,
    /// Outlets have it from its source.
    ViaSource,
    /// Outlets have it in a text that they copied.
    ViaCopy,
    /// Outlets have it from other outlets.
    ViaOutlet,
    /// Sources stand behind it.
    Sources,
    /// Nobody is named as its source.
    NoSource,
    /// A person added it.
    Added,
    /// A person set something of it right.
    Mended,
    /// Articles stand under one address.
    SameAddress,
    /// Articles have one wording.
    SameWording,
    /// Articles share terms.
    SharedTerms,
}

impl ReasonKind {
    /// The word in exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::JoinedSameSource => "joined_same_source",
            Self::JoinedNearSource => "joined_near_source",
            Self::JoinedOpenSource => "joined_open_source",
            Self::JoinedIndirectly => "joined_indirectly",
            Self::FirstHand => "first_hand",
            Self::NoFirstHand => "no_first_hand",
            Self::ViaUnsaid => "via_unsaid",
            Self::ViaSource => "via_source",
            Self::ViaCopy => "via_copy",
            Self::ViaOutlet => "via_outlet",
            Self::Sources => "sources",
            Self::NoSource => "no_source",
            Self::Added => "added",
            Self::Mended => "mended",
            Self::SameAddress => "same_address",
            Self::SameWording => "same_wording",
            Self::SharedTerms => "shared_terms",
        }
    }
}

impl fmt::Display for ReasonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for ReasonKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Reason {
    /// What sort of reason.
    #[must_use]
    pub fn kind(&self) -> ReasonKind {
        match &self.why {
            Why::Joined(joined) => joined.source.kind(),
            Why::FirstHand(outlets) if outlets.is_empty() => ReasonKind::NoFirstHand,
            Why::FirstHand(_) => ReasonKind::FirstHand,
            Why::Relayed { way, .. } => way.kind(),
            Why::Sources { names, .. } if names.is_empty() => ReasonKind::NoSource,
            Why::Sources { .. } => ReasonKind::Sources,
            Why::Decided { change: AppliedChange::Added, .. } => ReasonKind::Added,
            Why::Decided { .. } => ReasonKind::Mended,
            Why::Alike { common, .. } => common.kind(),
        }
    }
}

impl SourceMatch {
    fn kind(self) -> ReasonKind {
        match self {
            Self::Same => ReasonKind::JoinedSameSource,
            Self::Near => ReasonKind::JoinedNearSource,
            Self::Open => ReasonKind::JoinedOpenSource,
            Self::Apart => ReasonKind::JoinedIndirectly,
        }
    }
}

impl Way {
    fn kind(&self) -> ReasonKind {
        match self {
            Self::Unsaid => ReasonKind::ViaUnsaid,
            Self::Source => ReasonKind::ViaSource,
            Self::Copy(_) => ReasonKind::ViaCopy,
            Self::Outlets(_) => ReasonKind::ViaOutlet,
        }
    }
}

impl Common {
    fn kind(&self) -> ReasonKind {
        match self {
            Self::Address => ReasonKind::SameAddress,
            Self::Wording => ReasonKind::SameWording,
            Self::Terms(_) => ReasonKind::SharedTerms,
        }
    }
}
