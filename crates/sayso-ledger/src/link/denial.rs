//! Denials: what a denial denies, in its own article or in another.

use sayso_read::Stance;

use super::{Claims, Found};
use crate::conclusion::LinkKind;
use crate::party::Kinship;

/// Overlap from which a denial is about a claim.
const ABOUT: f64 = 0.22;

/// Words with which a denial speaks of what others said without repeating it.
const POINTING: [&str; 24] = [
    "account", "accusation", "accusations", "allegation", "allegations", "assertion", "charge", "claim", "claims",
    "fabrication", "fake", "false", "groundless", "insinuations", "invention", "lie", "lies", "nonsense", "report",
    "reports", "rumour", "rumours", "story", "untrue",
];

/// The denials of a story.
pub(super) fn links(claims: &Claims<'_>) -> Vec<Found> {
    let denials = (0..claims.claims.len()).filter(|index| claims.claims[*index].stance == Stance::Denies);
    denials.flat_map(|denial| of(claims, denial)).collect()
}

fn of(claims: &Claims<'_>, denial: usize) -> Vec<Found> {
    let mut found: Vec<Found> = (0..claims.claims.len())
        .filter(|other| can_be_denied(claims, denial, *other))
        .map(|other| Found { a: denial, b: other, kind: LinkKind::Denies, score: claims.overlap(denial, other) })
        .filter(|link| link.score >= ABOUT)
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.b.cmp(&b.b)));
    found.truncate(MOST);
    if found.is_empty() || points(claims, denial) {
        found.extend(before(claims, denial).map(|other| Found { a: denial, b: other, kind: LinkKind::Denies, score: 0.5 }));
    }
    found
}

/// Claims that one denial is linked to by what it says.
const MOST: usize = 2;

fn can_be_denied(claims: &Claims<'_>, denial: usize, other: usize) -> bool {
    let stance = claims.claims[other].stance;
    let stands = matches!(stance, Stance::Asserts | Stance::Confirms | Stance::Expects);
    other != denial && stands && !matches!(claims.kinship(denial, other), Kinship::Same)
}

fn points(claims: &Claims<'_>, denial: usize) -> bool {
    let group = &claims.groups[denial];
    group.iter().any(|index| crate::words::words(claims.story.words(*index)).iter().any(|word| POINTING.contains(&word.as_str())))
}

/// The claim that most often stands just before the denial in the articles that have both.
fn before(claims: &Claims<'_>, denial: usize) -> Option<usize> {
    let mut counted: Vec<(usize, usize)> = Vec::new();
    for place in &claims.groups[denial] {
        if let Some(claim) = nearest_before(claims, denial, *place) {
            match counted.iter_mut().find(|(known, _)| *known == claim) {
                Some((_, count)) => *count += 1,
                None => counted.push((claim, 1)),
            }
        }
    }
    counted.sort_by_key(|(claim, count)| (std::cmp::Reverse(*count), *claim));
    counted.first().map(|(claim, _)| *claim)
}

fn nearest_before(claims: &Claims<'_>, denial: usize, place: usize) -> Option<usize> {
    let held = &claims.story.places[place];
    let candidates = (0..claims.claims.len()).filter(|other| can_be_denied(claims, denial, *other)).flat_map(|other| {
        claims.groups[other].iter().filter_map(move |index| {
            let one = &claims.story.places[*index];
            let before = one.document == held.document && one.mention.span.end() <= held.mention.span.start();
            before.then_some((one.mention.span.start(), other))
        })
    });
    candidates.max().map(|(_, claim)| claim)
}
