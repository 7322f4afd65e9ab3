//! `sayso figures`: how figures move, by whom; figures that stand alone in a list behind.

use sayso::ledger::record::{Point, Series, StoryRecord};
use sayso::wording::statement::{speakers, story_name};
use serde_json::Number;

use super::chart::{Dot, chart};
use super::sheet::{Sheet, clipped, quoted};
use crate::view::PageWidth;
use crate::view::styled_text::StyledText;
use crate::view::styles::{HEAD, PLAIN, QUIET, SOURCE};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::{counted, worth};
use sayso::wording::times::{at, moment};

/// Columns below which figures are listed and not drawn.
const CHART: usize = 60;

/// One a speaker; further speakers share the last.
const MARKS: [char; 9] = ['●', '▲', '■', '◆', '○', '△', '□', '◇', '+'];

/// What to do where no figures are given.
const EMPTY: &str = "No figures yet. 'sayso claims' lists what is claimed.";

/// The page.
pub fn figures(stories: &[StoryRecord], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    for story in stories.iter().filter(|story| !story.figures.is_empty()) {
        let shelf = StoryIndex::new(story);
        sheet.head(story_name(&story.name));
        for series in story.figures.iter().filter(|series| series.series.len() > 1) {
            sheet.gap();
            moving(&mut sheet, series, &shelf);
        }
        let single: Vec<&Series> = story.figures.iter().filter(|series| series.series.len() == 1).collect();
        if !single.is_empty() {
            sheet.head("Figures given once");
            single.iter().flat_map(|series| &series.series).for_each(|point| once(&mut sheet, point, &shelf));
        }
    }
    if stories.iter().all(|story| story.figures.is_empty()) {
        sheet.note(0, EMPTY);
    }
    sheet.print(page.styled)
}

/// A series as a chart, with who gives each figure under it.
pub fn moving(sheet: &mut Sheet, series: &Series, shelf: &StoryIndex) {
    let unit = series.series.iter().find_map(|point| point.unit.as_deref());
    sheet.inked(0, &StyledText::new(&format!("How many: {}", clipped(unit.unwrap_or(&series.what))), HEAD), 2);
    let mut voices: Vec<String> = Vec::new();
    let mut mark = |point: &Point| {
        let voice = voice(point, shelf);
        let place = voices.iter().position(|known| *known == voice).unwrap_or_else(|| {
            voices.push(voice);
            voices.len() - 1
        });
        MARKS[place.min(MARKS.len() - 1)]
    };
    let dots: Vec<Dot> = series.series.iter().map(|point| dot(point, mark(point))).collect();
    if sheet.width >= CHART {
        let rows = chart(&dots, sheet.width);
        sheet.lines(rows.iter().map(|row| StyledText::new(row, PLAIN)));
    }
    for (point, dot) in series.series.iter().zip(&dots) {
        let mut line = StyledText::new(&format!("{} {}", dot.mark, voice(point, shelf)), PLAIN);
        line.push(&format!(": {} · {} · {}", counted(point), moment(point.published.as_deref()), point.claim), QUIET);
        sheet.inked(2, &line, 3);
    }
}

fn dot(point: &Point, mark: char) -> Dot {
    let number = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    let value = number(&point.value);
    Dot {
        time: at(point.published.as_deref()),
        low: value.or(number(&point.low)),
        high: value.or(number(&point.high)),
        mark,
        label: worth(point),
    }
}

/// Who gives a figure.
fn voice(point: &Point, shelf: &StoryIndex) -> String {
    shelf.claim(&point.claim).map_or("a claim not in the ledger".to_owned(), speakers)
}

fn once(sheet: &mut Sheet, point: &Point, shelf: &StoryIndex) {
    let mut line = StyledText::new(&counted(point), SOURCE);
    line.push(&format!(" · {}, {}", voice(point, shelf), moment(point.published.as_deref())), PLAIN);
    if let Some(claim) = shelf.claim(&point.claim) {
        line.push(&format!(" · {}", quoted(&claim.gist)), QUIET);
    }
    sheet.inked(2, &line, 2);
}
