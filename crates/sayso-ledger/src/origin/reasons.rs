//! The reasons for a claim's merges and counts, in words that a person can check.

use std::collections::{HashMap, HashSet};

use super::Route;
use crate::work;

/// Names in a list that are spelt out; more are counted.
const SPELT_OUT: usize = 3;

/// 'Meridian Press Agency and The Ferrand Tribune have it first-hand; Long Watch has it from Karethi Telegraph Agency.'
pub(crate) fn of_routes(routes: &[Route<'_>], first_hand: &[&str]) -> Vec<String> {
    let mut reasons = Vec::new();
    match first_hand {
        [] => reasons.push("No outlet that is read here has it first-hand.".to_owned()),
        [one] => reasons.push(format!("{one} has it first-hand.")),
        many => reasons.push(format!("{} have it first-hand.", listed(many))),
    }
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut seen: HashSet<(usize, &str)> = HashSet::new();
    let own: HashSet<&str> = first_hand.iter().copied().collect();
    for route in work::each(routes).filter(|route| !own.contains(route.outlet)) {
        let how = how(route);
        let place = *places.entry(how.clone()).or_insert(told.len());
        if place == told.len() {
            told.push((how, Vec::new()));
        }
        if seen.insert((place, route.outlet)) {
            told[place].1.push(route.outlet);
        }
    }
    let has = |outlets: &[&str]| if outlets.len() == 1 { "has" } else { "have" };
    reasons.extend(told.iter().map(|(how, outlets)| format!("{} {} it {how}.", listed(outlets), has(outlets))));
    reasons
}

fn how(route: &Route<'_>) -> String {
    match (route.via, route.copied, route.unsourced) {
        ([], _, true) => "without saying from whom".to_owned(),
        ([], _, false) => "from its source".to_owned(),
        (via, true, _) => format!("in a text copied from {}", via.join(", which cites ")),
        (via, false, _) => format!("from {}", via.join(", which cites ")),
    }
}

/// 'A, B and 4 others'.
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        _ if names.len() <= SPELT_OUT + 1 => {
            let (last, rest) = names.split_last().expect("a list of two or more has a last name");
            format!("{} and {last}", rest.join(", "))
        }
        _ => format!("{} and {} others", names[..SPELT_OUT].join(", "), names.len() - SPELT_OUT),
    }
}

/// 'One source stands behind it: the National Security Bureau.'
pub(crate) fn of_sources(names: &[&str], supporters: usize) -> String {
    match (names.len(), supporters) {
        (0, _) => "Nobody is named as its source.".to_owned(),
        (1, _) => format!("One source stands behind it: {}.", listed(names)),
        (many, 0) => format!("{many} sources stand behind it: {}.", listed(names)),
        (many, _) => format!("{many} sources stand behind it and what supports it: {}.", listed(names)),
    }
}
