//! Who says it and how, in plain words: a claim is never given as a fact.

use sayso_ledger::record::{Claim, LinkKind};
use sayso_ledger::version::Change;
use sayso_read::{Certainty, Stance};

use super::numbers::count;

/// What a story is called where none of its articles has a headline.
#[must_use]
pub fn story_name(name: &str) -> &str {
    if name.is_empty() { "A story without a headline" } else { name }
}

/// Whose the claim is; 'somebody unnamed' where nobody is named.
#[must_use]
pub fn speakers(claim: &Claim) -> String {
    match claim.speakers.split_last() {
        None => "somebody unnamed".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// 'The ministry denied it', 'Two officials said, as likely': in the past tense, which is one for one speaker and many.
#[must_use]
pub fn says(claim: &Claim) -> String {
    let manner = match (claim.stance, claim.certainty) {
        (_, Certainty::Certain) | (Stance::Asks | Stance::Demands | Stance::Declines, _) => "",
        (_, Certainty::Probable) => ", as likely",
        (_, Certainty::Possible) => ", as possible",
        (_, Certainty::Unknown) => ", without vouching for it",
    };
    format!("{} {}{manner}", speakers(claim), stance(claim.stance))
}

/// A stance as a verb in the past tense.
#[must_use]
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "said",
        // A denial is often quoted in its own words: 'denied: “there were no troops”' would turn it round.
        Stance::Denies => "denied it",
        Stance::Confirms => "confirmed",
        Stance::Doubts => "doubted",
        Stance::Asks => "asked",
        Stance::Demands => "demanded",
        Stance::Expects => "expected",
        Stance::Declines => "declined to say",
        Stance::Other => "took a position",
    }
}

/// '2 outlets have it first-hand, 1 source stands behind it'.
#[must_use]
pub fn counts(claim: &Claim) -> String {
    let outlets = match claim.first_hand {
        0 => "no outlet has it first-hand".to_owned(),
        1 => "1 outlet has it first-hand".to_owned(),
        many => format!("{} have it first-hand", count(many, "outlet")),
    };
    let stand = if claim.sources == 1 { "stands" } else { "stand" };
    format!("{outlets}, {} {stand} behind it", count(claim.sources, "source"))
}

/// How a claim stands to another that it is linked to; `is_first` where it is the one that denies, supports or updates.
#[must_use]
pub fn relation(kind: LinkKind, is_first: bool) -> &'static str {
    match (kind, is_first) {
        (LinkKind::Denies, true) => "It disputes this",
        (LinkKind::Denies, false) => "It is disputed by this",
        (LinkKind::Supports, true) => "It supports this",
        (LinkKind::Supports, false) => "It is supported by this",
        (LinkKind::Updates, true) => "It is a later figure than this",
        (LinkKind::Updates, false) => "This is a later figure",
        (LinkKind::Rivals, _) => "This gives another figure for the same thing",
        (LinkKind::Reverses, true) => "It takes this back",
        (LinkKind::Reverses, false) => "The same speaker later said this instead",
        (LinkKind::Corrects, true) => "It corrects this",
        (LinkKind::Corrects, false) => "It is corrected by this",
    }
}

/// ', from Radio East, which cites the coast guard'; nothing where no outlet stands between.
#[must_use]
pub fn via(via: &[String]) -> String {
    if via.is_empty() { String::new() } else { format!(", from {}", via.join(", which cites ")) }
}

/// What sort of change an edit is.
#[must_use]
pub fn edited(change: Change) -> &'static str {
    match change {
        Change::Figure => "A figure changed",
        Change::Attribution => "Who says it changed",
        Change::Deletion => "A passage was taken out",
        Change::Addition => "A passage was added",
        Change::Wording => "The wording changed",
        Change::CorrectionNote => "A note to readers changed",
    }
}
