//! `sayso who`: all that somebody said, over time.

use sayso::ledger::record::{Claim, StoryRecord};
use sayso::ledger::store::name_key;

use super::claims::entry;
use super::sheet::Sheet;
use crate::view::PageWidth;
use sayso::wording::StoryIndex;
use sayso::wording::numbers::count;
use sayso::wording::statement::story_name;
use sayso::wording::times::at;

/// The page.
pub fn who(name: &str, stories: &[StoryRecord], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    let wanted = name_key(name);
    let is_theirs = |claim: &&Claim| claim.speakers.iter().any(|speaker| name_key(speaker).contains(&wanted));
    let mut total = 0;
    for story in stories {
        let shelf = StoryIndex::new(story);
        let published =
            |claim: &&Claim| shelf.article(&claim.origin.article).and_then(|article| at(article.published.as_deref()));
        let mut theirs: Vec<&Claim> = story.claims.iter().filter(is_theirs).collect();
        theirs.sort_by_key(|claim| (published(claim).is_none(), published(claim)));
        if !theirs.is_empty() {
            sheet.head(&format!("{} ({})", story_name(&story.name), count(theirs.len(), "claim")));
        }
        total += theirs.len();
        for claim in theirs {
            sheet.gap();
            entry(&mut sheet, 0, claim, &shelf);
        }
    }
    if total == 0 {
        sheet.note(
            0,
            &format!("Nobody called '{name}' says anything here. Try a part of the name, or 'sayso search {name}'."),
        );
    }
    sheet.print(page.styled)
}
