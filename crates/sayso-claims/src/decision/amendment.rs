//! What a person sets right in a mention.

use sayso_read::record::Offsets;
use sayso_read::{Certainty, Stance};
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::Speaker;

/// What is set right in one mention; what is not given stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Amendment {
    /// The words that hold the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Offsets>,
    /// The words that name the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Offsets>,
    /// Whose it is; an empty list says that the article states it itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speakers: Option<Vec<Speaker>>,
    /// What the source does with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// How firmly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// What it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
    /// The outlets that the article has it from, the nearest to it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<Vec<String>>,
}

/// What a mention counts, as a person says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Figures {
    /// It counts nothing.
    Nothing,
    /// Some of its figures are other than they were read, or were not read at all; the rest stay.
    Reread(Vec<Reread>),
}

/// Which figure of an article is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FigureRef {
    /// Index into the figures of the article's reading.
    Read(usize),
    /// The words of one that the reading missed.
    Missed(Offsets),
}

/// A figure as a person reads it, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reread {
    /// Which.
    pub figure: FigureRef,
    /// The one number that it states.
    pub value: Option<Number>,
    /// The least that it can be.
    pub low: Option<Number>,
    /// The most that it can be.
    pub high: Option<Number>,
    /// Whether the text says 'about'.
    pub approximate: bool,
    /// Singular name of what it is measured in.
    pub unit: Option<String>,
    /// What is counted.
    pub counted: Option<String>,
}

/// A thing that was set, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set<T> {
    pub(crate) to: T,
    pub(crate) by: String,
}

/// All that was set in one mention, the later over the earlier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amended {
    pub(crate) words: Option<Set<Offsets>>,
    pub(crate) source: Option<Set<Offsets>>,
    pub(crate) speakers: Option<Set<Vec<Speaker>>>,
    pub(crate) stance: Option<Set<Stance>>,
    pub(crate) certainty: Option<Set<Certainty>>,
    pub(crate) figures: Option<Set<Figures>>,
    pub(crate) via: Option<Set<Vec<String>>>,
}

impl Reread {
    /// A figure that the reading missed, of which nothing is said yet.
    #[must_use]
    pub fn missed(place: Offsets) -> Self {
        Self {
            figure: FigureRef::Missed(place),
            value: None,
            low: None,
            high: None,
            approximate: false,
            unit: None,
            counted: None,
        }
    }
}

impl Amendment {
    /// Whether it sets nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Amended {
    /// Sets what a later amendment gives.
    pub(super) fn take(&mut self, amendment: Amendment, by: &str) {
        let Amendment { words, source, speakers, stance, certainty, figures, via } = amendment;
        let before = self.figures.take();
        let figures = match (before, figures) {
            (before, None) => before,
            (before, Some(later)) => Some(Set { to: later.over(before.map(|set| set.to)), by: by.to_owned() }),
        };
        set(&mut self.words, words, by);
        set(&mut self.source, source, by);
        set(&mut self.speakers, speakers, by);
        set(&mut self.stance, stance, by);
        set(&mut self.certainty, certainty, by);
        set(&mut self.via, via, by);
        self.figures = figures;
    }
}

impl Figures {
    /// These, and of the earlier ones those that are not read again.
    fn over(self, earlier: Option<Self>) -> Self {
        match (earlier, self) {
            (Some(Self::Reread(earlier)), Self::Reread(later)) => {
                let kept = earlier.into_iter().filter(|figure| later.iter().all(|new| new.figure != figure.figure));
                Self::Reread(kept.chain(later.iter().cloned()).collect())
            }
            (_, later) => later,
        }
    }
}

fn set<T>(place: &mut Option<Set<T>>, to: Option<T>, by: &str) {
    if let Some(to) = to {
        *place = Some(Set { to, by: by.to_owned() });
    }
}
