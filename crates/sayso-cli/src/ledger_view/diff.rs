//! `sayso diff`: what changed from version to version, and whether readers were informed.

use anstyle::{AnsiColor, Style};
use sayso::Id;
use sayso::ledger::record::{EditRecord, StoryRecord};
use sayso::ledger::version::EditPlace;
use sayso::wording::statement::edited;

use super::sheet::{Sheet, clipped, quoted};
use crate::view::PageWidth;
use crate::view::styles::PLAIN;
use sayso::wording::StoryIndex;

/// What stood there.
const BEFORE: Style = AnsiColor::Red.on_default();

/// What stands there.
const AFTER: Style = AnsiColor::Green.on_default();

/// What to do where no article changed.
const EMPTY: &str = "No article has changed. Later versions of an article are added like any other: 'sayso add URL'.";

/// The page.
pub fn diff(stories: &[StoryRecord], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    for story in stories.iter().filter(|story| !story.edits.is_empty()) {
        let shelf = StoryIndex::new(story);
        let mut versions: Option<(&Id, &Id)> = None;
        for edit in &story.edits {
            if versions != Some((&edit.from, &edit.to)) {
                versions = Some((&edit.from, &edit.to));
                heading(&mut sheet, edit, &shelf);
            }
            sheet.gap();
            change(&mut sheet, 0, edit);
        }
    }
    if stories.iter().all(|story| story.edits.is_empty()) {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// 'Radio East: d014 (Feb 4, 22:50 UTC) became d026 (Feb 6, 09:00 UTC)' under the headline.
fn heading(sheet: &mut Sheet, edit: &EditRecord, shelf: &StoryIndex) {
    let title = shelf.article(&edit.to).and_then(|article| article.title.as_deref());
    sheet.head(title.unwrap_or("(no headline)"));
    let version = |id: &Id| format!("{id} ({})", shelf.moment(id));
    sheet.note(0, &format!("{}: {} became {}", shelf.outlet(&edit.to), version(&edit.from), version(&edit.to)));
}

/// One change: what sort, whether readers were told, and both wordings.
pub fn change(sheet: &mut Sheet, indent: usize, edit: &EditRecord) {
    let place = if edit.place == EditPlace::Title { " in the headline" } else { "" };
    let told = match &edit.told_by {
        _ if edit.silent => "readers are not told".to_owned(),
        Some(words) => format!("readers are told by {}", quoted(words)),
        None => "readers are told".to_owned(),
    };
    let claims = if edit.claims.is_empty() { String::new() } else { format!(" · touches {}", edit.claims.join(", ")) };
    sheet.text(indent, &format!("{}{place} · {told}{claims}", edited(edit.change)), PLAIN);
    let mut side = |sign: &str, text: &Option<String>, style: Style| {
        if let Some(text) = text {
            sheet.text(indent + 2, &format!("{sign} {}", clipped(text)), style);
        }
    };
    side("-", &edit.before, BEFORE);
    side("+", &edit.after, AFTER);
}
