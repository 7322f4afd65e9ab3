//! Choosing passages: one after another the one that adds most to those already chosen.

use std::collections::{BTreeMap, BTreeSet};

use sayso_read::Stance;

use crate::candidate::Candidate;
use crate::coverage::Coverage;
use crate::limits::LONGEST_NOTE;
use crate::terms::{overlap, terms};
use crate::vocabulary::english;
use crate::worth::Worth;

/// Overlap of terms from which two claims of one speaker say the same to a reader, and those of two.
const SAME: f64 = 0.5;
const SAME_OF_TWO: f64 = 0.75;

/// What is left of the worth of a claim for each claim of its speaker that is told already: an editor needs all voices.
const AGAIN: f64 = 0.75;

/// Worth that a sentence must add: less is noise.
const LEAST: f64 = 0.08;

/// What a sentence as long as a footnote can be loses of what it adds: a short one is read.
const LENGTH: f64 = 0.5;

/// A clean quotation is easier to read than a sentence that is quoted whole.
const CLEAN: f64 = 1.05;

/// At most so many candidates, the one with the claim that is worth most first.
pub(crate) fn choose(coverage: &Coverage<'_>, candidates: &[Candidate], worth: &Worth, most: usize) -> Vec<Candidate> {
    let mut told = Chosen::new(coverage);
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut left: Vec<&Candidate> = candidates.iter().collect();
    while chosen.len() < most {
        let gains = left.iter().enumerate().map(|(place, one)| (told.gain(one, worth), place));
        let best = gains.max_by(|(gain, place), (other, there)| gain.total_cmp(other).then(there.cmp(place)));
        let Some((_, place)) = best.filter(|(gain, _)| *gain >= LEAST) else { break };
        let one = left.remove(place);
        left.retain(|other| other.article != one.article || !other.passage.overlaps(one.passage));
        told.add(one);
        chosen.push(one.clone());
    }
    // What is sure leads.
    let best = |one: &Candidate| one.claims.iter().map(|claim| worth.of(*claim)).fold(0.0, f64::max);
    let is_sure = |one: &Candidate| one.claims.iter().any(|claim| worth.is_sure(*claim));
    chosen.sort_by(|one, other| is_sure(other).cmp(&is_sure(one)).then(best(other).total_cmp(&best(one))));
    chosen
}

/// What is told so far.
struct Chosen<'s> {
    coverage: &'s Coverage<'s>,
    /// The terms of each claim.
    terms: Vec<BTreeSet<String>>,
    claims: Vec<usize>,
    speakers: BTreeMap<&'s str, i32>,
}

impl<'s> Chosen<'s> {
    fn new(coverage: &'s Coverage<'s>) -> Self {
        let terms = coverage.story.claims.iter().map(|claim| terms(&claim.gist, &english().standing)).collect();
        Self { coverage, terms, claims: Vec::new(), speakers: BTreeMap::new() }
    }

    fn gain(&self, candidate: &Candidate, worth: &Worth) -> f64 {
        let mut gain = 0.0;
        for (place, claim) in candidate.claims.iter().enumerate() {
            let is_told = |other: &usize| other == claim || self.say_the_same(*claim, *other);
            if self.claims.iter().any(is_told) || candidate.claims[..place].iter().any(is_told) {
                continue;
            }
            let speakers = &self.coverage.claim(*claim).speakers;
            let again = speakers.iter().filter_map(|one| self.speakers.get(one.as_str())).max().copied().unwrap_or(0);
            gain += worth.of(*claim) * AGAIN.powi(again);
        }
        let length = candidate.length as f64 / LONGEST_NOTE as f64;
        gain * candidate.standing * (1.0 - LENGTH * length) * if candidate.gist.is_some() { CLEAN } else { 1.0 }
    }

    fn say_the_same(&self, one: usize, other: usize) -> bool {
        let (claim, told) = (self.coverage.claim(one), self.coverage.claim(other));
        let is_shared = claim.speakers.iter().any(|speaker| told.speakers.contains(speaker));
        let least = if is_shared { SAME } else { SAME_OF_TWO };
        side(claim.stance) == side(told.stance) && overlap(&self.terms[one], &self.terms[other]) >= least
    }

    fn add(&mut self, candidate: &Candidate) {
        self.claims.extend(&candidate.claims);
        let speakers: BTreeSet<&str> = candidate
            .claims
            .iter()
            .flat_map(|claim| self.coverage.claim(*claim).speakers.iter().map(String::as_str))
            .collect();
        for speaker in speakers {
            *self.speakers.entry(speaker).or_default() += 1;
        }
    }
}

/// Claims of different sides say nothing alike: one puts forward what the other denies, will not say, or asks for.
fn side(stance: Stance) -> u8 {
    match stance {
        Stance::Asserts | Stance::Confirms | Stance::Expects | Stance::Other => 0,
        Stance::Denies | Stance::Doubts => 1,
        Stance::Declines => 2,
        Stance::Asks | Stance::Demands => 3,
    }
}
