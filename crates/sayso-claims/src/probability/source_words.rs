//! How an article names a source where it speaks: by its name, by a pronoun, by a description, or not at all.

use super::attributed::AttributedMention;
use crate::words::words;

/// What the words that name a source are.
pub(super) struct SourceWords {
    /// They have a word of the name that is shown.
    pub(super) names_speaker: bool,
    /// They are a pronoun.
    pub(super) is_pronoun: bool,
    /// There are none.
    pub(super) is_missing: bool,
    /// They have no name and are no pronoun.
    pub(super) describes: bool,
    /// Bytes to the nearest of the mentions that the name rests on.
    pub(super) distance: Option<f64>,
}

impl SourceWords {
    pub(super) fn of(told: &AttributedMention<'_>, speaker: &str) -> Self {
        let written = told.mention.source.as_deref().unwrap_or_default();
        let (said, named) = (words(written), words(speaker));
        let pronouns = &told.document.language.speakers.pronouns;
        let is_pronoun = matches!(&said[..], [one] if pronouns.contains(one));
        Self {
            names_speaker: said.iter().any(|word| named.contains(word)),
            is_pronoun,
            is_missing: said.is_empty(),
            describes: !said.is_empty() && !is_pronoun && !written.contains(char::is_uppercase),
            distance: distance(told),
        }
    }
}

/// Bytes between the words that name a source and the nearest mention that its name rests on.
fn distance(told: &AttributedMention<'_>) -> Option<f64> {
    let (start, end) = *told.mention.source_at.first()?;
    let speakers = told.attribution.into_iter().flat_map(|attribution| &attribution.speakers);
    let rests_on = speakers.flat_map(|speaker| &speaker.because);
    let gaps = rests_on.map(|(from, to)| start.saturating_sub(*to).max(from.saturating_sub(end)));
    gaps.min().map(|gap| gap as f64)
}
