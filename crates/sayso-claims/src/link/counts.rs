//! Updates and rivals: in one series, a later figure of the same source replaces the earlier; other sources' are rivals.

use rustc_hash::FxHashSet;

use super::claims::{Claims, FoundLink};
use crate::entity::EntityMatch;
use crate::record::LinkKind;
use crate::series::{CountedFigure, SeriesLine};

/// The updates and rivals of all series.
pub(super) fn links(claims: &Claims<'_>, lines: &[SeriesLine]) -> Vec<FoundLink> {
    let mut found: Vec<FoundLink> = lines.iter().flat_map(|line| of_line(claims, line)).collect();
    let updates = |link: &&FoundLink| link.kind == LinkKind::Updates;
    let ends: FxHashSet<(usize, usize)> = found.iter().filter(updates).map(|link| (link.a, link.b)).collect();
    // Where each of two claims would update the other, they count several things, and neither does.
    found.retain(|link| link.kind != LinkKind::Updates || !ends.contains(&(link.b, link.a)));
    found
}

fn of_line(claims: &Claims<'_>, line: &SeriesLine) -> Vec<FoundLink> {
    let mut current: Vec<&CountedFigure> = Vec::new();
    let mut found = Vec::new();
    for point in &line.points {
        let mut kept = Vec::new();
        for earlier in current {
            if earlier.claim == point.claim || !one_scope(claims, point, earlier) {
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
fn replaces(claims: &Claims<'_>, later: &CountedFigure, earlier: &CountedFigure) -> bool {
    match claims.entity_match(later.claim, earlier.claim) {
        EntityMatch::Same | EntityMatch::Near | EntityMatch::Open => true,
        EntityMatch::Apart => claims.is_unnamed(earlier.claim) && !claims.is_unnamed(later.claim),
    }
}

/// Whether what is said around both figures has enough in common: what a series puts together by its outcome alone ('the
/// dead' of one story) may be of two events, unless one source counts both.
fn one_scope(claims: &Claims<'_>, one: &CountedFigure, other: &CountedFigure) -> bool {
    let least = match claims.entity_match(one.claim, other.claim) {
        EntityMatch::Same | EntityMatch::Near => 0.0,
        EntityMatch::Open => OPEN_SCOPE,
        EntityMatch::Apart => OTHERS_SCOPE,
    };
    one.scope.containment(&other.scope) >= least
}

/// Share of what is said around one figure that is said around the other too, from which they are of one scope where
/// nobody is named for one of them.
const OPEN_SCOPE: f64 = 0.5;
/// The same for two sources: of 0.2, 0.3 and 0.5 the one that keeps the demo's rivals and drops most false ones of real
/// stories.
const OTHERS_SCOPE: f64 = 0.3;

fn differ(one: &CountedFigure, other: &CountedFigure) -> bool {
    one.quantity.number() != other.quantity.number()
}

fn link(later: &CountedFigure, earlier: &CountedFigure, kind: LinkKind) -> FoundLink {
    FoundLink { a: later.claim, b: earlier.claim, kind, score: 0.7 }
}
