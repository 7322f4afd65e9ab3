//! `sayso claims`: what is claimed, by whom, and how many stand behind it.

use sayso::ledger::mention::short_form;
use sayso::ledger::record::{Claim, StoryRecord};
use sayso::wording::statement::{counts, says, story_name};

use super::sheet::{Sheet, clipped, quoted};
use crate::view::PageWidth;
use crate::view::styled_text::StyledText;
use crate::view::styles::{CONTENT, PLAIN, QUIET, SOURCE};
use sayso::wording::StoryIndex;

/// Lines of a quotation in a list; the whole is in 'sayso claim'.
const MOST_LINES: usize = 4;

/// What to do where nothing is claimed.
const EMPTY: &str = "No claims yet. 'sayso stories' lists the stories; 'sayso add PATH' adds articles.";

/// The page.
pub fn claims(stories: &[StoryRecord], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    for story in stories.iter().filter(|story| !story.claims.is_empty()) {
        sheet.head(story_name(&story.name));
        let shelf = StoryIndex::new(story);
        for claim in &story.claims {
            sheet.gap();
            entry(&mut sheet, 0, claim, &shelf);
        }
    }
    if stories.iter().all(|story| story.claims.is_empty()) {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// A claim in a list: who says what, then how well it stands and since when.
pub fn entry(sheet: &mut Sheet, indent: usize, claim: &Claim, shelf: &StoryIndex) {
    said(sheet, indent, claim);
    let known = format!("{} · since {}", counts(claim), shelf.since(claim));
    sheet.text(indent + 2, &known, PLAIN);
    sheet.note(indent + 2, &format!("sayso claim {}", short_form(&claim.id)));
}

/// 'The ministry denied it: “…”'.
pub fn said(sheet: &mut Sheet, indent: usize, claim: &Claim) {
    let mut said = StyledText::new(&clipped(&says(claim)), SOURCE);
    said.push(": ", QUIET);
    said.push(&quoted(&claim.gist), CONTENT);
    sheet.inked(indent, &said, MOST_LINES);
}
