//! Words by which a content denies.

use sayso_lang::Words;
use serde::Deserialize;

/// Words by which a content denies.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DenialWords {
    /// What can stand for the claim.
    pub stand_ins: Words,
    /// Nouns of speech that negation only strengthens: 'There is no doubt'.
    pub emphatic: Words,
    /// Words of four letters and more that raise nothing, without a final 's'.
    pub empty: Words,
    /// What a claim is not that has nothing behind it: 'not supported by any intelligence'.
    pub grounds: Words,
    /// Verbs behind whose negation somebody was not able to say, rather than never said.
    pub abilities: Words,
    /// Words that may stand before a falsehood beside helping words: 'a pure fabrication'.
    pub degrees: Words,
    /// Words for what is false, beside the cues that say so.
    pub falsehoods: Words,
    /// Nouns for what somebody has claimed, where it is named as false.
    pub subjects: Words,
    /// Words behind which a falsehood is a verb that says where something is.
    pub placing: Words,
    /// Words that may follow a falsehood at the end of its clause.
    pub joints: Words,
}
