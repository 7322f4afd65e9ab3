//! One mention with all that a person can set right in it.

use sayso_read::record::{FigureRecord, Offsets};
use sayso_read::{Certainty, Id, SpeakerKind, Stance};
use sayso_text::Span;
use serde::{Deserialize, Serialize};

use super::{At, Reason, Why};
use crate::Document;
use crate::decision::{AppliedDecision, FigureRef, Reread};
use crate::mention::{Mention, Stated};

/// A mention as people's decisions leave it. Offsets are code points into the article's text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionRecord {
    /// What decisions call it.
    pub id: String,
    /// The article.
    pub article: Id,
    /// Where the words begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// Where the source is named.
    pub source: Vec<Offsets>,
    /// Where it is attributed.
    pub cue: Vec<Offsets>,
    /// Whose it is, by the names of this article; empty where the article states it itself or names nobody.
    pub speakers: Vec<SpokenBy>,
    /// What the source does with it.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// The outlets between the article and the source, nearest to the article first.
    pub via: Vec<String>,
    /// The figures that it states.
    pub figures: Vec<StatedFigure>,
    /// What people decided about it.
    pub decided: Vec<Reason>,
}

/// Whose a mention, or a claim, is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpokenBy {
    /// The name, or the description.
    pub name: String,
    /// What sort of source.
    pub kind: SpeakerKind,
}

/// A figure that a mention states.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatedFigure {
    /// Which of the article's.
    pub figure: FigureRef,
    /// As it is meant here.
    #[serde(flatten)]
    pub is: FigureRecord,
}

impl StatedFigure {
    fn of(stated: Stated) -> Self {
        let place = (stated.is.start, stated.is.end);
        Self { figure: stated.read.map_or(FigureRef::Missed(place), FigureRef::Read), is: stated.is }
    }

    /// The figure read again, as it is: what a person changes is changed in this.
    #[must_use]
    pub fn reread(&self) -> Reread {
        let FigureRecord { value, low, high, approximate, unit, counted, .. } = self.is.clone();
        Reread { figure: self.figure, value, low, high, approximate, unit, counted }
    }
}

impl At {
    pub(crate) fn of(document: &Document, span: Span) -> Self {
        let (start, end) = document.text.code_points(span);
        Self { article: document.id().clone(), start, end }
    }
}

impl Reason {
    /// What people decided about a mention.
    pub(crate) fn of_decisions(document: &Document, mention: &Mention) -> Vec<Self> {
        let reason = |AppliedDecision { by, change }: &AppliedDecision| Self {
            why: Why::Decided { by: by.clone(), article: document.id().clone(), change: change.clone() },
            mentions: vec![At::of(document, mention.span)],
        };
        mention.decided.iter().map(reason).collect()
    }
}

impl MentionRecord {
    /// Of a mention of a document.
    #[must_use]
    pub fn of(document: &Document, mention: Mention) -> Self {
        let offsets = |spans: &[Span]| spans.iter().map(|span| document.text.code_points(*span)).collect();
        let (start, end) = document.text.code_points(mention.span);
        let decided = Reason::of_decisions(document, &mention);
        Self {
            article: document.id().clone(),
            start,
            end,
            source: offsets(&mention.source),
            cue: offsets(&mention.cue),
            figures: mention.figures.into_iter().map(StatedFigure::of).collect(),
            speakers: mention
                .speakers
                .into_iter()
                .map(|named| SpokenBy { name: named.name, kind: named.kind })
                .collect(),
            stance: mention.stance,
            certainty: mention.certainty,
            via: mention.via,
            id: mention.id,
            decided,
        }
    }
}
