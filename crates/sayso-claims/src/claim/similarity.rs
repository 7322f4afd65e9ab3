//! How alike two mentions are, and why.

use sayso_read::Stance;

use super::compared_mention::{ComparedMention, side};
use super::comparison::compare;
use super::refusal;
use crate::entity::EntityMatch;

/// Overlap from which a statement that an article makes as its own is a claim that others make.
const REPEATED: f64 = 0.5;
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
/// Overlap of what two refusals refuse, from which they are one: of one source, of two that may be one, of any.
const REFUSED: [f64; 3] = [0.25, 0.4, 0.5];

/// The similarity of two mentions, from 0 on; at 1 they are taken for one claim. None where they cannot be one.
pub(crate) fn similarity(
    one: &ComparedMention<'_>,
    other: &ComparedMention<'_>,
    entity_match: EntityMatch,
) -> Option<f64> {
    if !can_be_one(one, other) {
        return None;
    }
    if one.stance == Stance::Declines && other.stance == Stance::Declines {
        let least = match entity_match {
            EntityMatch::Same => REFUSED[0],
            EntityMatch::Near => REFUSED[1],
            EntityMatch::Open => REFUSED[2],
            EntityMatch::Apart => return None,
        };
        return Some(refusal::similarity(one.content, other.content, (one.hours - other.hours).abs())? / least);
    }
    // What different sources say in other words is not alike, whatever else is joined with either.
    Some(compare(one, other, entity_match).map_or(0.0, |compared| compared.score()))
}

/// How much a statement that an article makes as its own repeats a claim; at 1 it is taken for it.
pub(crate) fn repeats(own: &ComparedMention<'_>, claim: &ComparedMention<'_>) -> Option<f64> {
    if !can_be_one(own, claim) || claim.stance == Stance::Declines {
        return None;
    }
    let telling = own.measured.main().and_then(|main| main.number()).is_some_and(|number| number >= TELLING_FROM);
    let bonus = match (own.measured.agrees(claim.measured), telling) {
        (true, true) => TELLING_FIGURE,
        (true, false) => FIGURE,
        (false, _) => 0.0,
    };
    let repeated = if own.document == claim.document { SAME_ARTICLE } else { 1.0 };
    Some(repeated * (own.content.overlap(claim.content) + bonus) / REPEATED)
}

/// Whether two mentions speak one way and count alike, where both count.
fn can_be_one(one: &ComparedMention<'_>, other: &ComparedMention<'_>) -> bool {
    let leaves_open = |mention: &ComparedMention<'_>| matches!(mention.stance, Stance::Doubts | Stance::Declines);
    // Who 'could not confirm' a thing declines by one cue and doubts by another.
    let one_side = side(one.stance) == side(other.stance) || leaves_open(one) && leaves_open(other);
    let are_opposite = || one.negates != other.negates && one.content.overlap(other.content) >= OPPOSITE;
    one_side && !one.measured.differs(other.measured) && !are_opposite()
}
