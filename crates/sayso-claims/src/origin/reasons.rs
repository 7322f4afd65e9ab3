//! The reasons for the origin that is given for a claim.

use std::collections::{HashMap, HashSet};

use super::{Route, is_first_hand};
use crate::record::{At, Names, Reason, Way, Why};
use crate::work;

/// Who has it first-hand, and by what ways the others have it; `at` gives the words of a route by its index.
pub(crate) fn of_routes(routes: &[Route<'_>], first_hand: &[&str], at: impl Fn(usize) -> At) -> Vec<Reason> {
    let held = routes.iter().enumerate().filter(|(index, route)| is_first_hand(*index, route));
    let held = held.map(|(index, _)| at(index)).collect();
    let first = Reason { why: Why::FirstHand(Names::of(first_hand)), mentions: held };
    let others = relayed(routes, first_hand).into_iter().map(|relayed| Reason {
        why: Why::Relayed { outlets: Names::of(&relayed.outlets), way: relayed.way },
        mentions: relayed.routes.into_iter().map(&at).collect(),
    });
    std::iter::once(first).chain(others).collect()
}

/// The outlets that have a claim by one way, with the routes that show it.
struct Relayed<'r> {
    way: Way,
    outlets: Vec<&'r str>,
    routes: Vec<usize>,
}

/// By what ways the outlets have it that do not have it first-hand, in order of their first routes.
fn relayed<'r>(routes: &[Route<'r>], first_hand: &[&str]) -> Vec<Relayed<'r>> {
    let mut told: Vec<Relayed<'r>> = Vec::new();
    let mut places: HashMap<Way, usize> = HashMap::new();
    let mut seen: HashSet<(usize, &str)> = HashSet::new();
    let own: HashSet<&str> = first_hand.iter().copied().collect();
    for (index, route) in work::each(routes.iter().enumerate()).filter(|(_, route)| !own.contains(route.outlet)) {
        let way = way(route);
        let place = *places.entry(way.clone()).or_insert(told.len());
        if place == told.len() {
            told.push(Relayed { way, outlets: Vec::new(), routes: Vec::new() });
        }
        told[place].routes.push(index);
        if seen.insert((place, route.outlet)) {
            told[place].outlets.push(route.outlet);
        }
    }
    told
}

fn way(route: &Route<'_>) -> Way {
    match (route.via, route.copied, route.unsourced) {
        ([], _, true) => Way::Unsaid,
        ([], _, false) => Way::Source,
        (via, true, _) => Way::Copy(via.to_vec()),
        (via, false, _) => Way::Outlets(via.to_vec()),
    }
}
