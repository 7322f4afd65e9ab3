//! `sayso demo`: a story that develops, and what to type next.

use sayso::wording::statement::{speakers, story_name};
use std::path::Path;

use sayso::brief::Sentence;
use sayso::ledger::mention::short_form;
use sayso::ledger::record::{Brief, Claim, StoryRecord};

use super::brief::told;
use super::figures::moving;
use super::sheet::Sheet;
use super::stories::facts;
use super::story::{busiest, disputed};
use crate::view::PageWidth;
use crate::view::styled_text::StyledText;
use crate::view::styles::{HEAD, PLAIN};
use crate::view::table::{Column, Width, table};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::worth;

const COLUMNS: [Column; 5] = [
    Column { title: "figure", width: Width::Whole },
    Column { title: "who says it", width: Width::Rest },
    Column { title: "carried by", width: Width::Whole },
    Column { title: "first-hand", width: Width::Whole },
    Column { title: "sources", width: Width::Whole },
];

/// Columns below which a table does not fit.
const TABLE: usize = 60;

/// The page.
pub fn demo(story: &StoryRecord, sentences: &[Sentence], ledger: &Path, page: PageWidth) -> String {
    let shelf = StoryIndex::new(story);
    let mut sheet = Sheet::new(page);
    sheet.text(0, story_name(&story.name), HEAD);
    sheet.note(0, &facts(&Brief::of(story)));
    sheet.note(0, "Every country, person and outlet in it is invented.");
    told(&mut sheet, sentences);
    if let Some(series) = busiest(story).first() {
        sheet.gap();
        moving(&mut sheet, series, &shelf);
        sheet.head("Who really has it");
        standing(&mut sheet, &rows(series, &shelf));
    }
    disputed(&mut sheet, story, &shelf);
    next(&mut sheet, story, ledger);
    sheet.print(page.styled)
}

/// Each claim of a series once: its figure, whose it is, and how many have it.
fn rows(series: &sayso::ledger::record::Series, shelf: &StoryIndex) -> Vec<[StyledText; 5]> {
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for point in &series.series {
        if seen.contains(&point.claim.as_str()) {
            continue;
        }
        seen.push(&point.claim);
        if let Some(claim) = shelf.claim(&point.claim) {
            rows.push(cells(&worth(point), claim, shelf));
        }
    }
    rows
}

fn cells(figure: &str, claim: &Claim, shelf: &StoryIndex) -> [StyledText; 5] {
    let carried = shelf.carriers(claim).len();
    [figure.to_owned(), speakers(claim), carried.to_string(), claim.first_hand.to_string(), claim.sources.to_string()]
        .map(|cell: String| StyledText::new(&super::sheet::clipped(&cell), PLAIN))
}

fn standing(sheet: &mut Sheet, rows: &[[StyledText; 5]]) {
    if sheet.width >= TABLE {
        sheet.lines(table(&COLUMNS, &rows.iter().map(|row| row.each_ref()).collect::<Vec<_>>(), sheet.width));
        return;
    }
    for row in rows {
        let mut line = StyledText::default();
        for (column, cell) in COLUMNS.iter().zip(row) {
            line.push(&format!("{}: ", column.title), crate::view::styles::QUIET);
            line.append(cell);
            line.push("; ", PLAIN);
        }
        sheet.inked(2, &line, usize::MAX);
    }
}

fn next(sheet: &mut Sheet, story: &StoryRecord, ledger: &Path) {
    let ledger = ledger.display().to_string();
    let ledger = if ledger.contains(' ') { format!("'{ledger}'") } else { ledger };
    let claim = story.claims.first().map(|claim| format!("claim {}", short_form(&claim.id)));
    let [of_story, brief] = ["story", "brief"].map(|command| Some(format!("{command} {}", story.id)));
    let commands = [Some("stories".to_owned()), of_story, brief, claim, Some("diff".to_owned())];
    sheet.head("What to type next");
    for command in commands.into_iter().flatten() {
        sheet.text(2, &format!("sayso {command} --ledger {ledger}"), PLAIN);
    }
}
