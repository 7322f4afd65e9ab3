//! `sayso disputes`: who disputes what, the two sides next to each other.

use sayso::ledger::record::{Dispute, LinkKind, StoryRecord};

use super::claims::entry;
use super::sheet::Sheet;
use crate::view::PageWidth;
use crate::view::styles::PLAIN;
use sayso::wording::StoryIndex;
use sayso::wording::statement::story_name;

/// What to do where nothing is disputed.
const EMPTY: &str = "No claim is denied and no figure has a rival. 'sayso claims' lists what is claimed.";

/// The page.
pub fn disputes(stories: &[StoryRecord], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    let mut is_empty = true;
    for story in stories {
        let shelf = StoryIndex::new(story);
        let found = story.disputes();
        if found.is_empty() {
            continue;
        }
        is_empty = false;
        sheet.head(story_name(&story.name));
        found.iter().for_each(|dispute| write(dispute, &mut sheet, &shelf));
    }
    if is_empty {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// Both sides, beside each other where there is room.
pub fn write(dispute: &Dispute<'_>, sheet: &mut Sheet, shelf: &StoryIndex) {
    let [left, right] = match dispute.kind {
        LinkKind::Rivals => ["One figure", "Another figure for it"],
        _ => ["What is said", "Who disputes it"],
    };
    sheet.gap();
    sheet.pair(|block| side(block, left, &dispute.claimed, shelf), |block| side(block, right, &dispute.against, shelf));
}

fn side(block: &mut Sheet, title: &str, claims: &[&str], shelf: &StoryIndex) {
    block.text(0, title, PLAIN);
    claims.iter().filter_map(|id| shelf.claim(id)).for_each(|claim| entry(block, 0, claim, shelf));
}
