//! What is shown first is shown once: of two claims of one speaker that say much the same, the surer.

use std::collections::{HashMap, HashSet};

use crate::claim::side;
use crate::record::Claim;
use crate::words::stems;
use crate::work;

/// Share of the lesser's stems that another has, from which both say much the same.
const MUCH: f64 = 0.6;

/// Claims of a speaker that are compared with each next one, the surest.
const MOST: usize = 64;

/// Claims that are shown first, by whose they are and which way they speak.
type Shown = HashMap<(Vec<String>, u8), Vec<HashSet<String>>>;

/// Shows those no more first that say again what a surer one says.
pub(super) fn show_once(claims: &mut [Claim]) {
    let mut shown = Shown::new();
    let mut surest: Vec<usize> = (0..claims.len()).filter(|at| claims[*at].shown_first).collect();
    surest.sort_by(|one, other| claims[*other].probability.total_cmp(&claims[*one].probability).then(one.cmp(other)));
    for claim in surest {
        let said: HashSet<String> = stems(&claims[claim].gist).into_iter().collect();
        let others = shown.entry((claims[claim].speakers.clone(), side(claims[claim].stance))).or_default();
        if work::each(others.iter()).any(|other| says_again(&said, other)) {
            claims[claim].shown_first = false;
        } else if others.len() < MOST {
            others.push(said);
        }
    }
}

fn says_again(one: &HashSet<String>, other: &HashSet<String>) -> bool {
    let least = one.len().min(other.len());
    least > 0 && one.intersection(other).count() as f64 >= MUCH * least as f64
}
