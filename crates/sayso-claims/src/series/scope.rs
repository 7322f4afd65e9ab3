//! Whether two figures count one thing.

use super::outcome::FigureOutcome;
use super::point::CountedFigure;
use crate::vocabulary::english;

/// Share of what is said around one figure that is said around the other too, from which they count one thing where they
/// count the same noun.
const SAME_NOUN: f64 = 0.35;
/// The same, where one of the nouns is not told.
const OPEN_NOUN: f64 = 0.7;
/// The same, for amounts in one unit.
const SAME_UNIT: f64 = 0.3;

/// How alike two points are, 1 and above for one series; none where they cannot be.
pub(super) fn similarity(one: &CountedFigure, other: &CountedFigure) -> Option<f64> {
    let same_sentence = one.place == other.place;
    let kind = |point: &CountedFigure| (point.quantity.on_top, point.quantity.partitive, point.ahead, point.outcome);
    if same_sentence || one.unit != other.unit || kind(one) != kind(other) {
        return None;
    }
    let shared = one.scope.containment(&other.scope);
    match (&one.quantity.counted, &other.quantity.counted) {
        // The dead of one story are one count, however little else is said, but for those of one side among all people
        // ('11 militants', '67 people'); bodies lie in several places.
        (noun, other_noun) if one.outcome.is_some_and(|outcome| outcome != FigureOutcome::Bodies) => {
            let differ = is_anybody(noun).zip(is_anybody(other_noun)).is_some_and(|(one, other)| one != other);
            Some(if differ { shared / SAME_NOUN } else { 1.0 + shared })
        }
        _ if one.unit.is_some() => Some(shared / SAME_UNIT),
        (Some(one), Some(other)) if one == other => Some(shared / SAME_NOUN),
        (Some(_), Some(_)) => None,
        _ => Some(shared / OPEN_NOUN),
    }
}

/// Whether a noun says of those who are counted no more than that they are people; open where none is told.
fn is_anybody(noun: &Option<String>) -> Option<bool> {
    noun.as_deref().map(|noun| english().series.anybody.contains(noun))
}
