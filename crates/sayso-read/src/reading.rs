//! What an article becomes once it is read.

use sayso_page::{Article, Warning};
use sayso_text::Span;

use crate::capacity::Capacity;
use crate::certainty::Certainty;
use crate::date::Date;
use crate::figure::Figure;
use crate::figure_relation::FigureRelation;
use crate::model::ModelIdentity;
use crate::provenance::Provenance;
use crate::speaker::Speaker;
use crate::stance::Stance;
use crate::statement::Statement;

use super::quote_type::QuoteType;

/// An article with the attributions found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What was read.
    pub article: Article,
    /// The sentences of the article, in order; none where its language is not read.
    pub sentences: Vec<Span>,
    /// What they state, whoever says it, in order of place; likewise.
    pub statements: Vec<Statement>,
    /// In the order of their cues.
    pub attributions: Vec<Attribution>,
    /// The numbers that count or measure, in order of place.
    pub figures: Vec<Figure>,
    /// How each of them stands to those told of before; none where the language is not read.
    pub relations: Vec<Vec<FigureRelation>>,
    /// The expressions of time, in order of place.
    pub dates: Vec<Date>,
    /// What was amiss with the reading; the article has its own.
    pub warnings: Vec<Warning>,
    /// Which model found the attributions; none where the language is not read, or no model did.
    pub model: Option<ModelIdentity>,
}

/// Who says what: a source, the cue that attributes, and the content attributed (Pareti 2012).
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Where the source is named; empty where it is not.
    pub source: Vec<Span>,
    /// The words that attribute: 'said', 'according to'.
    pub cue: Vec<Span>,
    /// What is attributed, in order; never empty.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub quote_type: QuoteType,
    /// What the source does with the content.
    pub stance: Stance,
    /// What the content states, one thing at a time; nothing where it is a few words that state nothing.
    pub statements: Vec<Statement>,
    /// How firmly the source holds the content to be so.
    pub certainty: Certainty,
    /// Whom the source comes down to: one for most, several for 'Kareth and Mirzal both said', none where nobody is named.
    pub speakers: Vec<Speaker>,
    /// Where the article gives the title or office of the first speaker who has one.
    pub role: Option<Span>,
    /// In what capacity the source speaks.
    pub capacity: Capacity,
    /// How it came into the article.
    pub provenance: Provenance,
    /// Index of the attribution in whose content this one stands.
    pub parent: Option<usize>,
    /// Indexes of the figures that it states; those of an attribution inside it are that one's.
    pub figures: Vec<usize>,
    /// Indexes of the dates that it states, likewise.
    pub dates: Vec<usize>,
    /// How likely it is that a careful reader finds the same attribution, 0 to 1; calibrated.
    pub confidence: f32,
}
