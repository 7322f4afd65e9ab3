//! Updates and rivals: in one series, a later figure of the same source replaces the earlier; other sources' are rivals.

use super::{Claims, Found};
use crate::party::Kinship;
use crate::record::LinkKind;
use crate::series::{Counted, Line};

/// The updates and rivals of all series.
pub(super) fn links(claims: &Claims<'_>, lines: &[Line]) -> Vec<Found> {
    lines.iter().flat_map(|line| of_line(claims, line)).collect()
}

fn of_line(claims: &Claims<'_>, line: &Line) -> Vec<Found> {
    let mut current: Vec<&Counted> = Vec::new();
    let mut found = Vec::new();
    for point in &line.points {
        let mut kept = Vec::new();
        for earlier in current {
            if earlier.claim == point.claim {
                kept.push(earlier);
            } else if replaces(claims, point, earlier) {
                if differ(point, earlier) {
                    found.push(link(point, earlier, LinkKind::Updates));
                }
            } else {
                if differ(point, earlier) {
                    found.push(link(point, earlier, LinkKind::Rivals));
                }
                kept.push(earlier);
            }
        }
        kept.push(point);
        current = kept;
    }
    found
}

/// Whether a later figure comes from the same source, or from one who is named where the earlier was not.
fn replaces(claims: &Claims<'_>, later: &Counted, earlier: &Counted) -> bool {
    match claims.kinship(later.claim, earlier.claim) {
        Kinship::Same | Kinship::Open => true,
        Kinship::Near => true,
        Kinship::Apart => claims.is_unnamed(earlier.claim) && !claims.is_unnamed(later.claim),
    }
}

fn differ(one: &Counted, other: &Counted) -> bool {
    one.quantity.number() != other.quantity.number()
}

fn link(later: &Counted, earlier: &Counted, kind: LinkKind) -> Found {
    Found { a: later.claim, b: earlier.claim, kind, score: 0.7 }
}
