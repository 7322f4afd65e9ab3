//! Who says it and how, in plain words: a claim is never told as a fact.

use sayso::ledger::record::Claim;
use sayso::{Certainty, Stance};

use super::numbers::count;

/// A quotation.
pub fn quoted(text: &str) -> String {
    format!("“{}”", super::sheet::clipped(text))
}

/// Whose the claim is; 'somebody unnamed' where nobody is named.
pub fn speakers(claim: &Claim) -> String {
    match claim.speakers.split_last() {
        None => "somebody unnamed".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// 'The ministry denied it', 'Two officials said, as likely': in the past tense, which is one for one speaker and many.
pub fn says(claim: &Claim) -> String {
    let manner = match (claim.stance, claim.certainty) {
        (_, Certainty::Certain) | (Stance::Asks | Stance::Demands | Stance::Declines, _) => "",
        (_, Certainty::Probable) => ", as likely",
        (_, Certainty::Possible) => ", as possible",
        (_, Certainty::Unknown) => ", without vouching for it",
    };
    format!("{} {}{manner}", speakers(claim), stance(claim.stance))
}

fn stance(stance: Stance) -> &'static str {
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
pub fn counts(claim: &Claim) -> String {
    let outlets = match claim.first_hand {
        0 => "no outlet has it first-hand".to_owned(),
        1 => "1 outlet has it first-hand".to_owned(),
        many => format!("{} have it first-hand", count(many, "outlet")),
    };
    let stand = if claim.sources == 1 { "stands" } else { "stand" };
    format!("{outlets}, {} {stand} behind it", count(claim.sources, "source"))
}
