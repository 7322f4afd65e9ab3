//! What is disputed in a story: claims that others deny, figures that others rival.

use std::collections::HashMap;

use super::{LinkKind, StoryRecord};

/// Score of a link from which it rests on what both claims say, and not on where they stand alone.
const SURE: f64 = 0.6;

/// Claims on two sides, by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute<'s> {
    /// [`LinkKind::Denies`] or [`LinkKind::Rivals`].
    pub kind: LinkKind,
    /// What is denied, or the figures that came first.
    pub claimed: Vec<&'s str>,
    /// Who denies it, or gives another figure.
    pub against: Vec<&'s str>,
}

impl StoryRecord {
    /// The disputes of the story, the surest first, then in order of what is disputed: claims that the same others deny,
    /// or rival, stand together.
    #[must_use]
    pub fn disputes(&self) -> Vec<Dispute<'_>> {
        let mut against: Vec<((LinkKind, &str), bool, Vec<&str>)> = Vec::new();
        let mut places: HashMap<(LinkKind, &str), usize> = HashMap::new();
        for link in self.links.iter().filter(|link| matches!(link.kind, LinkKind::Denies | LinkKind::Rivals)) {
            let key = (link.kind, link.b.as_str());
            let place = *places.entry(key).or_insert(against.len());
            if place == against.len() {
                against.push((key, false, Vec::new()));
            }
            against[place].1 |= link.score >= SURE;
            against[place].2.push(link.a.as_str());
        }
        against.sort_by_key(|(_, is_sure, _)| !is_sure);
        let mut disputes: Vec<Dispute<'_>> = Vec::new();
        let mut sides: HashMap<(LinkKind, Vec<&str>), usize> = HashMap::new();
        for ((kind, claimed), _, against) in against {
            let place = *sides.entry((kind, against.clone())).or_insert(disputes.len());
            match disputes.get_mut(place) {
                Some(dispute) => dispute.claimed.push(claimed),
                None => disputes.push(Dispute { kind, claimed: vec![claimed], against }),
            }
        }
        disputes
    }
}
