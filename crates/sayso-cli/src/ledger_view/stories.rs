//! `sayso stories`: the stories, the one that moved last first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use sayso::ledger::record::StoryRecord;

use super::disputes;
use super::numbers::count;
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::times::{at, range};
use crate::view::Page;
use crate::view::ink::{PLAIN, SOURCE};

/// What to do where the ledger is empty.
const EMPTY: &str = "No stories yet. Add articles with 'sayso add PATH', or try 'sayso demo'.";

/// The page.
pub fn stories(stories: &[StoryRecord], page: Page) -> String {
    let mut sheet = Sheet::new(page);
    let mut latest: Vec<&StoryRecord> = stories.iter().collect();
    latest.sort_by_key(|story| Reverse(story.articles.iter().filter_map(|a| at(a.published.as_deref())).max()));
    for story in latest {
        sheet.gap();
        sheet.text(0, &story.name, SOURCE);
        sheet.text(2, &facts(story), PLAIN);
        sheet.note(2, &format!("sayso story {}", story.id));
    }
    if stories.is_empty() {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// 'Feb 3 to Feb 9, 2026 · 13 articles · 7 outlets · 119 claims · 9 disputes'.
pub fn facts(story: &StoryRecord) -> String {
    let outlets: BTreeSet<&str> = story.articles.iter().filter_map(|article| article.publisher.as_deref()).collect();
    let disputes = disputes::of(story, &Shelf::new(story)).len();
    [
        range(story.articles.iter().filter_map(|article| at(article.published.as_deref()))),
        count(story.articles.len(), "article"),
        count(outlets.len(), "outlet"),
        count(story.claims.len(), "claim"),
        count(disputes, "dispute"),
    ]
    .join(" · ")
}
