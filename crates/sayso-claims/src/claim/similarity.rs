//! How alike two mentions are, and why.

use sayso_read::Stance;

use super::{Quantities, Weighed, refusal};
use crate::entity::EntityMatch;

/// Two mentions compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Similarity {
    /// From 0 on; at 1 they are taken for one claim.
    pub(crate) score: f64,
    /// Whether they agree in a figure.
    pub(crate) figure: bool,
    /// How their sources stand to one another.
    pub(crate) entity_match: EntityMatch,
}

/// What is compared of a mention.
pub(crate) struct ComparedMention<'a> {
    pub(crate) content: &'a Weighed,
    pub(crate) measured: &'a Quantities,
    pub(crate) stance: Stance,
    /// Whether it negates.
    pub(crate) negates: bool,
    /// The article, by its index in the story.
    pub(crate) document: usize,
    /// When it was published, in hours; articles without a date are of one time.
    pub(crate) hours: i64,
}

/// Overlap from which mentions of one entity are one claim.
const SAME_ENTITY: f64 = 0.25;
/// The same, where the sources may be one.
const NEAR_ENTITY: f64 = 0.4;
/// The same, where one of them is not named.
const OPEN_ENTITY: f64 = 0.5;
/// What a figure in common adds to the overlap.
const FIGURE: f64 = 0.2;
/// The same for a figure that chance seldom repeats.
const TELLING_FIGURE: f64 = 0.3;
/// Overlap from which two statements say opposite things where one negates: 'will open on Monday' and 'will not open on
/// Monday'.
const OPPOSITE: f64 = 0.7;
/// An article seldom says one thing twice: two statements in it are rather two claims.
const SAME_ARTICLE: f64 = 0.75;
/// Such figures begin here: below it, news has every number in every story.
const TELLING_FROM: f64 = 20.0;

/// The similarity of two mentions; none where they cannot be one claim.
pub(crate) fn similarity(
    one: &ComparedMention<'_>,
    other: &ComparedMention<'_>,
    entity_match: EntityMatch,
) -> Option<Similarity> {
    let least = match entity_match {
        EntityMatch::Same => SAME_ENTITY,
        EntityMatch::Near => NEAR_ENTITY,
        EntityMatch::Open => OPEN_ENTITY,
        EntityMatch::Apart => return None,
    };
    if side(one.stance) != side(other.stance) || one.measured.differs(other.measured) {
        return None;
    }
    if one.negates != other.negates && one.content.overlap(other.content) >= OPPOSITE {
        return None;
    }
    if one.stance == Stance::Declines {
        let score = refusal::similarity(one.content, other.content, (one.hours - other.hours).abs())? / least;
        return Some(Similarity { score, figure: false, entity_match });
    }
    let figure = one.measured.agrees(other.measured);
    let telling = one.measured.main().and_then(|main| main.number()).is_some_and(|number| number >= TELLING_FROM);
    let bonus = match (figure, telling) {
        (true, true) => TELLING_FIGURE,
        (true, false) => FIGURE,
        (false, _) => 0.0,
    };
    let overlap = one.content.overlap(other.content) + bonus;
    let repeated = if one.document == other.document { SAME_ARTICLE } else { 1.0 };
    Some(Similarity { score: repeated * overlap / least, figure, entity_match })
}

/// Which way a stance speaks: claims of different sides are never one.
fn side(stance: Stance) -> u8 {
    match stance {
        Stance::Asserts | Stance::Confirms | Stance::Expects | Stance::Doubts | Stance::Demands | Stance::Other => 0,
        Stance::Denies => 1,
        Stance::Declines => 2,
        Stance::Asks => 3,
    }
}
