//! Where a claim came from: its earliest article, whom the coverage names, who has it first-hand.

mod outlets;
pub(crate) mod reasons;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use outlets::Outlets;

/// A mention as provenance looks at it.
pub(crate) struct Route<'a> {
    /// The outlet that has it.
    pub(crate) outlet: &'a str,
    /// The outlets between it and the source, nearest first, under their full names.
    pub(crate) via: &'a [String],
    /// Whether the words stand in a passage copied from another outlet.
    pub(crate) copied: bool,
    /// Whether the article states it as its own.
    pub(crate) unsourced: bool,
}

/// Outlets that have a claim first-hand from which on no one of them is where it came from, though some cite it: with two,
/// what is read as first-hand by the other is often not.
const SEVERAL: usize = 3;

/// Whom the coverage names as where the claim came from: the outlet that most routes end at; nobody where that outlet is
/// one of several whose articles have it first-hand.
pub(crate) fn named(routes: &[Route<'_>]) -> Option<String> {
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for route in routes.iter().filter(|route| !route.copied) {
        if let Some(end) = route.via.last() {
            *ends.entry(end.as_str()).or_default() += 1;
        }
    }
    let most = ends.values().max()?;
    let first = routes.iter().filter_map(|route| route.via.last()).find(|end| ends.get(end.as_str()) == Some(most));
    let own: BTreeSet<&str> = own(routes).collect();
    first.filter(|end| own.len() < SEVERAL || !own.contains(end.as_str())).cloned()
}

/// The outlets that have the claim first-hand, in order of publication, each once: those whose articles have it from nobody
/// else; where none of them is read here, those that articles name as where they have it from in the end.
pub(crate) fn first_hand<'a>(routes: &[Route<'a>]) -> Vec<&'a str> {
    let own = distinct(own(routes));
    if !own.is_empty() {
        return own;
    }
    let cited = routes.iter().filter(|route| !route.copied && !route.unsourced).filter_map(|route| route.via.last());
    distinct(cited.map(String::as_str).filter(|outlet| outlet.contains(char::is_uppercase)))
}

/// The outlets whose articles have the claim from nobody else.
fn own<'a>(routes: &[Route<'a>]) -> impl Iterator<Item = &'a str> {
    let own = routes.iter().enumerate().filter(|(index, route)| is_first_hand(*index, route));
    own.map(|(_, route)| route.outlet)
}

fn distinct<'a>(outlets: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    outlets.filter(|outlet| seen.insert(*outlet)).collect()
}

/// Whether a route, by its place among all in order of publication, shows that its outlet has the claim first-hand.
fn is_first_hand(index: usize, route: &Route<'_>) -> bool {
    route.via.is_empty() && !route.copied && (!route.unsourced || index == 0)
}
