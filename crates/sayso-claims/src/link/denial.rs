//! Denials: what a denial denies, in its own article or in another.

use sayso_read::Stance;

use std::collections::{BTreeSet, HashMap};

use super::claims::{Claims, FoundLink};
use super::support::{BELOW, SAYS_THE_SAME};
use crate::entity::EntityMatch;
use crate::record::LinkKind;
use crate::words::words;

/// Share of the shorter's words, of a denial and a claim, from which the denial is about the claim.
const ABOUT: f64 = 0.6;
/// Less than that.
const BELOW_ABOUT: f64 = ABOUT - 1e-9;

/// The denials of a story.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    let denials = (0..claims.claims.len()).filter(|index| claims.claims[*index].stance == Stance::Denies);
    denials.flat_map(|denial| of(claims, denial)).collect()
}

fn of(claims: &Claims<'_>, denial: usize) -> Vec<FoundLink> {
    let repeated = claims.sharing(denial).into_iter().filter(|other| repeats(claims, denial, *other));
    let alike: Vec<usize> = repeated.chain([denial]).collect();
    let share = |one: &usize, other: usize| claims.wordings(*one).about(claims.wordings(other), BELOW_ABOUT);
    let about = |other: usize| alike.iter().map(|one| share(one, other)).fold(0.0, f64::max);
    let sharing: BTreeSet<usize> = alike.iter().flat_map(|one| claims.sharing(*one)).collect();
    let mut found: Vec<FoundLink> = sharing
        .into_iter()
        .filter(|other| can_be_denied(claims, denial, *other))
        .map(|other| FoundLink { a: denial, b: other, kind: LinkKind::Denies, score: about(other) })
        .filter(|link| link.score >= ABOUT)
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.b.cmp(&b.b)));
    found.truncate(MOST);
    if found.is_empty() || points(claims, denial) {
        found.extend(before(claims, denial).into_iter().map(|other| FoundLink {
            a: denial,
            b: other,
            kind: LinkKind::Denies,
            score: 0.5,
        }));
    }
    found
}

/// Whether a denial says again what another source's earlier one says: it then denies the same.
fn repeats(claims: &Claims<'_>, denial: usize, earlier: usize) -> bool {
    earlier < denial
        && claims.claims[earlier].stance == Stance::Denies
        && claims.wordings(denial).overlap(claims.wordings(earlier), BELOW) >= SAYS_THE_SAME
}

/// Claims before a denial among which the nearest is sought that it can deny: what stands farther off it does not point
/// at. Of the real articles that are measured none has half as many.
const LOOKED_BACK: usize = 256;

/// Claims that one denial is linked to by what it says.
const MOST: usize = 3;

/// Whether a claim is one to deny: another's, and said before the denial was last made.
fn can_be_denied(claims: &Claims<'_>, denial: usize, other: usize) -> bool {
    let stance = claims.claims[other].stance;
    let stands = matches!(stance, Stance::Asserts | Stance::Confirms | Stance::Expects);
    let was_said = claims.first(other) <= claims.last(denial);
    other != denial
        && stands
        && was_said
        && matches!(claims.entity_match(denial, other), EntityMatch::Apart | EntityMatch::Open)
}

/// Whether a denial speaks of what others said without repeating it.
fn points(claims: &Claims<'_>, denial: usize) -> bool {
    let group = &claims.groups[denial];
    let points = |index: &usize| {
        let document = claims.story.documents[claims.story.places[*index].document];
        words(claims.story.words(*index)).iter().any(|word| document.language.link.pointing.contains(word))
    };
    group.iter().any(points)
}

/// The claims that most often stand just before the denial in the articles that have both: those of one attribution.
fn before(claims: &Claims<'_>, denial: usize) -> Vec<usize> {
    let mut counted: Vec<(Vec<usize>, usize)> = Vec::new();
    let mut places: HashMap<Vec<usize>, usize> = HashMap::new();
    for place in &claims.groups[denial] {
        let nearest = nearest_before(claims, denial, *place);
        let at = *places.entry(nearest.clone()).or_insert(counted.len());
        match counted.get_mut(at) {
            Some((_, count)) => *count += 1,
            None => counted.push((nearest, 1)),
        }
    }
    counted.retain(|(nearest, _)| !nearest.is_empty());
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().next().map(|(claims, _)| claims).unwrap_or_default()
}

fn nearest_before(claims: &Claims<'_>, denial: usize, place: usize) -> Vec<usize> {
    let held = &claims.story.places[place].mention;
    let before = claims.before(place).take(LOOKED_BACK).filter_map(|(index, other)| {
        let one = &claims.story.places[index].mention;
        let stands = one.span.end() <= held.span.start() && can_be_denied(claims, denial, other);
        stands.then_some((one.span.start(), one.attribution, other))
    });
    let candidates: Vec<_> = before.collect();
    let nearest = candidates.iter().max().map(|(_, attribution, _)| *attribution);
    let mut found: Vec<usize> = candidates
        .iter()
        .filter(|(_, attribution, _)| Some(*attribution) == nearest)
        .map(|(_, _, claim)| *claim)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
