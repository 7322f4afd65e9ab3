//! `sayso disputes`: who disputes what, each beside the other.

use std::collections::HashMap;

use sayso::ledger::record::{Claim, LinkKind, StoryRecord};

use super::claims::entry;
use super::sheet::Sheet;
use super::shelf::Shelf;
use crate::view::Page;
use crate::view::ink::PLAIN;

/// What to do where nothing is disputed.
const EMPTY: &str = "No claim is denied and no figure has a rival. 'sayso claims' lists what is claimed.";

/// Claims on two sides.
pub struct Dispute<'s> {
    kind: LinkKind,
    /// What is denied, or the figure that came first.
    claimed: Vec<&'s Claim>,
    /// Who denies it, or gives another figure.
    against: Vec<&'s Claim>,
}

/// The page.
pub fn disputes(stories: &[StoryRecord], page: Page) -> String {
    let mut sheet = Sheet::new(page);
    let mut is_empty = true;
    for story in stories {
        let shelf = Shelf::new(story);
        let found = of(story, &shelf);
        if found.is_empty() {
            continue;
        }
        is_empty = false;
        sheet.head(&story.name);
        found.iter().for_each(|dispute| dispute.write(&mut sheet, &shelf));
    }
    if is_empty {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// The disputes of a story: claims that the same others deny, or rival, stand together.
pub fn of<'s>(story: &'s StoryRecord, shelf: &Shelf<'s>) -> Vec<Dispute<'s>> {
    let mut out: Vec<Dispute<'s>> = Vec::new();
    let mut against: Vec<((LinkKind, &str), Vec<&str>)> = Vec::new();
    let mut places: HashMap<(LinkKind, &str), usize> = HashMap::new();
    for link in story.links.iter().filter(|link| matches!(link.kind, LinkKind::Denies | LinkKind::Rivals)) {
        let key = (link.kind, link.b.as_str());
        let place = *places.entry(key).or_insert(against.len());
        if place == against.len() {
            against.push((key, Vec::new()));
        }
        against[place].1.push(link.a.as_str());
    }
    let mut sides: HashMap<(LinkKind, Vec<&str>), usize> = HashMap::new();
    for ((kind, claimed), against) in against {
        let Some(claimed) = shelf.claim(claimed) else { continue };
        let others = against.iter().filter_map(|id| shelf.claim(id)).collect();
        let place = *sides.entry((kind, against)).or_insert(out.len());
        match out.get_mut(place) {
            Some(dispute) => dispute.claimed.push(claimed),
            None => out.push(Dispute { kind, claimed: vec![claimed], against: others }),
        }
    }
    out
}

impl Dispute<'_> {
    /// Both sides, beside each other where there is room.
    pub fn write(&self, sheet: &mut Sheet, shelf: &Shelf) {
        let [left, right] = match self.kind {
            LinkKind::Rivals => ["One figure", "Another figure for it"],
            _ => ["What is said", "Who disputes it"],
        };
        sheet.gap();
        sheet.pair(|block| side(block, left, &self.claimed, shelf), |block| side(block, right, &self.against, shelf));
    }
}

fn side(block: &mut Sheet, title: &str, claims: &[&Claim], shelf: &Shelf) {
    block.text(0, title, PLAIN);
    claims.iter().for_each(|claim| entry(block, 0, claim, shelf));
}
