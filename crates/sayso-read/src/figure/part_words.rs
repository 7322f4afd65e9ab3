//! Words that the rules of `part.rs` go by.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// What tells of parts and wholes in one sentence.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartWords {
    /// Words that lead away from the whole: '99% of light at a wavelength of 998 nanometres'.
    pub leading_away: Words,
    /// What introduces a part of the figure before it.
    pub introductions: Phrases,
    /// What says a whole again behind its part.
    pub again: Phrases,
    /// What does so where a verb follows: in '41% of those eligible' nothing is said again.
    pub pointing: Phrases,
    /// Verbs that follow what is said again.
    pub verbs: Words,
    /// Forms of to be before 'among'.
    pub being: Words,
    /// Words between 'of' and a whole that its sentence begins with.
    pub determiners: Words,
    /// What befalls a part behind 'with', beside participles.
    pub fates: Words,
    /// Outcomes that some of what was counted came to, in the singular.
    pub outcomes: Words,
    /// Conjunctions in front of those who are another way than the rest.
    pub contrasts: Words,
    /// Verbs behind those, beside the past.
    pub auxiliaries: Words,
    /// Verbs of taking some from many.
    pub choosing: Words,
    /// What says that the number behind 'to' takes in the one before it.
    pub totals: Words,
    /// What ties a count to the share that it is.
    pub equals: Words,
}
