//! `sayso search`: articles that have the words, with the words highlighted.

use anstyle::Style;
use sayso::Id;
use sayso::ledger::ledger::SearchResult;

use super::sheet::Sheet;
use crate::view::PageWidth;
use crate::view::styled_text::StyledText;
use crate::view::styles::{HEAD, PLAIN};
use sayso::wording::numbers::count;
use sayso::wording::times::moment;

/// What is set before and behind a found word where no style can mark it.
const MARKS: [&str; 2] = ["[", "]"];

/// Found words where styles are shown.
const FOUND: Style = Style::new().bold().underline();

/// An article that was found.
pub struct Hit {
    /// The article.
    pub id: Id,
    /// Whose it is.
    pub outlet: Option<String>,
    /// When it was published, as given.
    pub published: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The story that it is in.
    pub story: Option<String>,
    /// The stretch of its text in which most of the words stand.
    pub excerpt: String,
    /// Where the words stand in the excerpt, in code points from its start, in order.
    pub spans: Vec<(usize, usize)>,
}

impl Hit {
    /// What a search found.
    pub fn of(found: SearchResult) -> Self {
        let article = found.entry.record.article;
        let (from, until) = found.hit.excerpt;
        let inside = found.hit.text.iter().filter(|(start, end)| *start >= from && *end <= until);
        Self {
            spans: inside.map(|(start, end)| (start - from, end - from)).collect(),
            excerpt: found.entry.record.text.chars().skip(from).take(until.saturating_sub(from)).collect(),
            id: found.entry.record.id,
            outlet: found.entry.outlet.or(article.publisher),
            published: found.entry.published.or(article.published),
            title: article.title,
            story: found.story,
        }
    }
}

/// The page.
pub fn search(words: &str, hits: &[Hit], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    for hit in hits {
        sheet.gap();
        sheet.text(0, hit.title.as_deref().unwrap_or("(no headline)"), HEAD);
        let outlet = hit.outlet.as_deref().unwrap_or("an outlet not named");
        sheet.text(2, &format!("{outlet} · {}", moment(hit.published.as_deref())), PLAIN);
        sheet.inked(2, &marked(hit, page.styled), usize::MAX);
        let story = hit.story.as_ref().map(|story| format!(" · sayso story {story}")).unwrap_or_default();
        sheet.note(2, &format!("{}{story}", hit.id));
    }
    sheet.gap();
    match hits.len() {
        0 => sheet.note(0, &format!("No article has '{words}'. Try fewer words; 'sayso stories' lists what there is.")),
        found => sheet.note(0, &format!("{} found", count(found, "article"))),
    }
    sheet.print(page.styled)
}

fn marked(hit: &Hit, styled: bool) -> StyledText {
    let characters: Vec<char> = hit.excerpt.chars().collect();
    let part = |start: usize, end: usize| characters[start..end].iter().collect::<String>();
    let mut out = StyledText::default();
    let mut written = 0;
    for (start, end) in &hit.spans {
        let (start, end) = ((*start).max(written), (*end).min(characters.len()));
        if start >= end {
            continue;
        }
        out.push(&part(written, start), PLAIN);
        let [open, close] = if styled { ["", ""] } else { MARKS };
        out.push(&format!("{open}{}{close}", part(start, end)), FOUND);
        written = end;
    }
    out.push(&part(written, characters.len()), PLAIN);
    out
}
