//! `sayso story`: one story at a glance.

use std::cmp::Reverse;

use sayso::ledger::record::{Brief, Claim, Related, Series, StoryRecord};

use super::claims::entry;
use super::diff::change;
use super::disputes;
use super::figures::moving;
use super::sheet::Sheet;
use super::stories::facts;
use crate::view::PageWidth;
use crate::view::styles::{HEAD, PLAIN};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::count;
use sayso::wording::statement::story_name;

/// Charts, disputes and edits that are shown of a story; the rest is a command away.
const SHOWN: usize = 3;

/// Claims that are shown of a story.
const CLAIMS: usize = 5;

/// The page.
pub fn story(story: &StoryRecord, page: PageWidth) -> String {
    let shelf = StoryIndex::new(story);
    let mut sheet = Sheet::new(page);
    sheet.text(0, story_name(&story.name), HEAD);
    sheet.note(0, &facts(&Brief::of(story)));
    for series in busiest(story).into_iter().take(SHOWN) {
        sheet.gap();
        moving(&mut sheet, series, &shelf);
    }
    carried(&mut sheet, story, &shelf);
    disputed(&mut sheet, story, &shelf);
    quiet_edits(&mut sheet, story, &shelf);
    if !story.related.is_empty() {
        sheet.head("Related stories");
        story.related.iter().for_each(|other| related(&mut sheet, other));
    }
    sheet.head("Further");
    for command in ["claims", "figures", "disputes"] {
        sheet.note(2, &format!("sayso {command} {}", story.id));
    }
    sheet.print(page.styled)
}

fn related(sheet: &mut Sheet, other: &Related) {
    let because: Vec<String> = other.because.iter().map(ToString::to_string).collect();
    sheet.text(2, &format!("{}: {}", other.story, because.join("; ")), PLAIN);
}

/// The series that move, the one with the most figures first.
pub fn busiest(story: &StoryRecord) -> Vec<&Series> {
    let mut moving: Vec<&Series> = story.figures.iter().filter(|series| series.series.len() > 1).collect();
    moving.sort_by_key(|series| Reverse(series.series.len()));
    moving
}

fn carried(sheet: &mut Sheet, story: &StoryRecord, shelf: &StoryIndex) {
    let mut most: Vec<(usize, &Claim)> =
        story.claims.iter().map(|claim| (shelf.carriers(claim).len(), claim)).collect();
    most.sort_by_key(|(outlets, claim)| Reverse((*outlets, claim.mentions.len())));
    if most.is_empty() {
        return;
    }
    sheet.head("Most carried claims");
    for (outlets, claim) in most.into_iter().take(CLAIMS) {
        sheet.gap();
        entry(sheet, 2, claim, shelf);
        let own: Vec<&str> = shelf.first_hand(claim).into_iter().collect();
        let own = if own.is_empty() { "none".to_owned() } else { own.join(", ") };
        sheet.text(4, &format!("carried by {}; first-hand: {own}", count(outlets, "outlet")), PLAIN);
    }
}

/// The first disputes, with how to see the rest.
pub fn disputed(sheet: &mut Sheet, story: &StoryRecord, shelf: &StoryIndex) {
    let all = story.disputes();
    if all.is_empty() {
        return;
    }
    sheet.head("Disputes");
    all.iter().take(SHOWN).for_each(|dispute| disputes::write(dispute, sheet, shelf));
    more(sheet, all.len(), &format!("sayso disputes {}", story.id));
}

fn quiet_edits(sheet: &mut Sheet, story: &StoryRecord, shelf: &StoryIndex) {
    let silent = || story.edits.iter().filter(|edit| edit.silent);
    if silent().next().is_none() {
        return;
    }
    sheet.head("Changed without telling readers");
    for edit in silent().take(SHOWN) {
        sheet.gap();
        sheet.note(2, &format!("{}, {} ({})", shelf.outlet(&edit.to), shelf.moment(&edit.to), edit.to));
        change(sheet, 2, edit);
    }
    more(sheet, silent().count(), "sayso diff");
}

fn more(sheet: &mut Sheet, all: usize, command: &str) {
    if all > SHOWN {
        sheet.gap();
        sheet.note(2, &format!("{} more: {command}", all - SHOWN));
    }
}
