//! A claim that the reading missed, as a person adds it: its words in the article, and whose they are.

use sayso_read::record::Offsets;
use sayso_read::{Certainty, SpeakerKind, Stance};
use serde::{Deserialize, Serialize};

use crate::Document;
use crate::mention::Named;

/// A claim that a reading missed, by where it stands: no word of the article is kept with the decision.
///
/// ```
/// use sayso_claims::decision::{Marked, Speaker};
///
/// // 'The union counts 1,500 men.', of which the reading made nothing.
/// let marked = Marked {
///     source: Some((0, 9)),
///     cue: Some((10, 16)),
///     speakers: vec![Speaker { name: "Seafarers' Union".to_owned(), kind: None }],
///     ..Marked::at("a1", (17, 26))
/// };
/// assert_eq!(marked.words, (17, 26));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The article's id, as printed.
    pub article: String,
    /// The words that hold the claim.
    pub words: Offsets,
    /// The words that name the source.
    pub source: Option<Offsets>,
    /// The words that attribute it.
    pub cue: Option<Offsets>,
    /// Whose it is; empty where the article states it itself.
    pub speakers: Vec<Speaker>,
    /// What the source does with it.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// The outlets between the article and the source, nearest to the article first.
    pub via: Vec<String>,
}

/// What the id of an added mention begins with; what readings have begins otherwise.
pub const ADDED: char = 'm';

/// Whose a claim is, as a person says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name, or a description.
    pub name: String,
    /// What sort of source; where it is not given, what the article's reading has under that name.
    pub kind: Option<SpeakerKind>,
}

impl Marked {
    /// Words that an article asserts itself, plainly.
    #[must_use]
    pub fn at(article: &str, words: Offsets) -> Self {
        Self {
            article: article.to_owned(),
            words,
            source: None,
            cue: None,
            speakers: Vec::new(),
            stance: Stance::Asserts,
            certainty: Certainty::Certain,
            via: Vec::new(),
        }
    }
}

impl Speaker {
    /// The name with its kind. A name that the reading does not have is a person's where it is written large.
    pub(crate) fn named(&self, document: &Document) -> Named {
        let name = self.name.trim().to_owned();
        let read = document.entry.record.attributions.iter().flat_map(|attribution| &attribution.speakers);
        let known = || read.into_iter().find(|speaker| speaker.name == name).map(|speaker| speaker.kind);
        let guess = if name.contains(char::is_uppercase) { SpeakerKind::Person } else { SpeakerKind::Unnamed };
        Named { kind: self.kind.or_else(known).unwrap_or(guess), name }
    }
}
