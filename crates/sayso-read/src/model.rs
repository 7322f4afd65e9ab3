//! What a model is: one pass that finds words and cues, then a look at each cue.

use std::any::Any;
use std::ops::Range;
use std::sync::Arc;

use sayso_text::{Span, Text};

use serde::{Deserialize, Serialize};

use crate::calibration::Calibration;
use crate::stance::Stance;

/// A trained reader of text. Deterministic: the same text gives the same scores on any number of threads.
pub trait Model: Send + Sync {
    /// What a reading says of who read it; none for what reads nothing.
    fn identity(&self) -> Option<&ModelIdentity> {
        None
    }

    /// The numbers that belong to its scores.
    fn calibration(&self) -> &Calibration {
        Calibration::neutral()
    }

    /// Reads the visible parts of a text once; what is not visible has no words.
    fn scan(&self, text: &Text, visible: &[Span]) -> Scan;

    /// For each cue, given as a range of the scan's words: which words in reach are its source and its content.
    fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links>;
}

impl<M: Model + ?Sized> Model for Arc<M> {
    fn identity(&self) -> Option<&ModelIdentity> {
        (**self).identity()
    }

    fn calibration(&self) -> &Calibration {
        (**self).calibration()
    }

    fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
        (**self).scan(text, visible)
    }

    fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links> {
        (**self).link(scan, cues)
    }
}

/// Which model it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelIdentity {
    /// What it is called: `standard`.
    pub name: String,
    /// Which of those of its name it is.
    pub version: String,
}

/// Finds nothing, in no time: for who wants the article, its furniture, figures and dates alone.
#[derive(Clone, Copy, Debug)]
pub struct NoAttributions;

impl Model for NoAttributions {
    fn scan(&self, _: &Text, _: &[Span]) -> Scan {
        Scan { words: Vec::new(), state: Box::new(()) }
    }

    fn link(&self, _: &Scan, _: &[Range<usize>]) -> Vec<Links> {
        Vec::new()
    }
}

/// A text as a model sees it.
pub struct Scan {
    /// The words, in order.
    pub words: Vec<Word>,
    /// What the model keeps of its pass for [`Model::link`].
    pub state: Box<dyn Any + Send + Sync>,
}

/// One word and the log-probabilities that it stands outside a cue, begins one, or continues one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Outside, begin, inside.
    pub cue: [f32; 3],
}

/// The words around one cue and what they are to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    /// Index of the first word in reach.
    pub first: usize,
    /// Log-probabilities for each word in reach: neither, begins the source, continues it, begins content, continues it.
    pub roles: Vec<[f32; 5]>,
    /// Log-probabilities of the stances, in the order of [`Stance::ALL`].
    pub stances: [f32; Stance::ALL.len()],
}

/// The words that lie wholly in a span.
pub(crate) fn words_in(words: &[Word], span: Span) -> Range<usize> {
    let start = words.partition_point(|word| word.span.start() < span.start());
    start..start + words[start..].partition_point(|word| word.span.end() <= span.end())
}
