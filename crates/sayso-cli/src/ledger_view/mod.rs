//! What a person sees of the ledger.
use crate::view::Page;
use sayso::ledger::ledger::Found;
use sayso::ledger::record::{Claim, StoryRecord};
use std::path::Path;
/// Hit.
pub struct Hit {
    pub id: sayso::Id,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub title: Option<String>,
    pub story: Option<String>,
    pub excerpt: String,
    pub spans: Vec<(usize, usize)>,
}
impl Hit {
    pub fn of(found: Found) -> Self {
        Self {
            id: found.entry.record.id.clone(),
            outlet: found.entry.outlet.clone(),
            published: found.entry.published.clone(),
            title: found.entry.record.article.title.clone(),
            story: found.story,
            excerpt: found
                .entry
                .record
                .text
                .chars()
                .skip(found.hit.excerpt.0)
                .take(found.hit.excerpt.1 - found.hit.excerpt.0)
                .collect(),
            spans: found.hit.text,
        }
    }
}
pub fn stories(s: &[StoryRecord], _: Page) -> String {
    s.iter()
        .map(|s| format!("{} {} ({} articles, {} claims)\n", s.id, s.name, s.articles.len(), s.claims.len()))
        .collect()
}
pub fn story(s: &StoryRecord, _: Page) -> String {
    format!("{s:#?}\n")
}
pub fn claims(s: &[StoryRecord], _: Page) -> String {
    s.iter()
        .flat_map(|s| &s.claims)
        .map(|c| format!("{} {:?} {} {}/{}\n", c.id, c.speakers, c.gist, c.first_hand, c.sources))
        .collect()
}
pub fn figures(s: &[StoryRecord], _: Page) -> String {
    s.iter().flat_map(|s| &s.figures).map(|c| format!("{c:?}\n")).collect()
}
pub fn disputes(s: &[StoryRecord], _: Page) -> String {
    s.iter().flat_map(|s| &s.links).map(|c| format!("{c:?}\n")).collect()
}
pub fn claim(_: &StoryRecord, c: &Claim, _: Page) -> String {
    format!("{c:#?}\n")
}
pub fn who(_: &str, s: &[StoryRecord], p: Page) -> String {
    claims(s, p)
}
pub fn diff(s: &[StoryRecord], _: Page) -> String {
    s.iter().flat_map(|s| &s.edits).map(|c| format!("{c:?}\n")).collect()
}
pub fn search(_: &str, h: &[Hit], _: Page) -> String {
    h.iter().map(|h| format!("{} {:?} {}\n", h.id, h.title, h.excerpt)).collect()
}
pub fn demo(s: &StoryRecord, _: &Path, p: Page) -> String {
    claims(std::slice::from_ref(s), p)
}
