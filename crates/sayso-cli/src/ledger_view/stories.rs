//! `sayso stories`: the stories, the one that moved last first.

use sayso::ledger::record::Brief;

use super::sheet::Sheet;
use crate::view::PageWidth;
use crate::view::styles::{PLAIN, SOURCE};
use sayso::wording::numbers::count;
use sayso::wording::statement::story_name;
use sayso::wording::times::{at, range};

/// What to do where the ledger is empty.
const EMPTY: &str = "No stories yet. Add articles with 'sayso add PATH', or try 'sayso demo'.";

/// The page.
pub fn stories(stories: &[Brief], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    for story in stories {
        sheet.gap();
        sheet.text(0, story_name(&story.name), SOURCE);
        sheet.text(2, &facts(story), PLAIN);
        sheet.note(2, &format!("sayso story {}", story.id));
    }
    if stories.is_empty() {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// 'Feb 3 to Feb 9, 2026 · 13 articles · 7 outlets · 119 claims · 9 disputes'.
pub fn facts(story: &Brief) -> String {
    [
        range([&story.first, &story.last].into_iter().filter_map(|published| at(published.as_deref()))),
        count(story.articles, "article"),
        count(story.outlets, "outlet"),
        count(story.claims, "claim"),
        count(story.disputes, "dispute"),
    ]
    .join(" · ")
}
