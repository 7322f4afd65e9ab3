//! Who says what: a table where there is room, entries one under another where there is not.

use sayso::{Attribution, Certainty, Reading};

use super::inline_marks::NOT_NAMED;
use super::speaker_words::{Who, names};
use super::styled_text::StyledText;
use super::styles::{CONTENT, CUE, HEAD, PLAIN, QUIET, SOURCE, UNNAMED};
use super::table::{Column, MOST_LINES, Width, table};
use super::tree::Tree;
use super::words;

/// Columns that a table needs: with fewer its cells would break words.
const NARROWEST_TABLE: usize = 76;

/// The columns of the table.
const COLUMNS: [Column; 6] = [
    Column { title: "", width: Width::Whole },
    Column { title: "who", width: Width::Tenths(3) },
    Column { title: "cue", width: Width::Tenths(2) },
    Column { title: "stance", width: Width::Tenths(2) },
    Column { title: "what", width: Width::Rest },
    Column { title: "sure", width: Width::Whole },
];

/// Spaces behind the number of an entry.
const GUTTER: usize = 2;

/// Levels of nesting that are shown by indenting; news seldom has more than two.
const DEEPEST: usize = 4;

/// One attribution, ready to be set.
struct ListEntry {
    /// Its number, indented beneath the attribution in whose content it stands.
    number: StyledText,
    source: StyledText,
    cue: StyledText,
    stance: StyledText,
    content: StyledText,
    confidence: StyledText,
}

/// The list, under a line that sums it up.
pub fn list(reading: &Reading, width: usize) -> Vec<StyledText> {
    let mut lines = StyledText::new(&summary(reading), HEAD).wrap(width);
    let tree = Tree::new(reading.attributions.iter().map(|attribution| attribution.parent));
    let entry = |index: usize| ListEntry::new(reading, index, tree.depth(index));
    let entries: Vec<ListEntry> = tree.order().into_iter().map(entry).collect();
    match width {
        _ if entries.is_empty() => {}
        NARROWEST_TABLE.. => lines.extend(after_blank(table_of(&entries, width))),
        _ => lines.extend(entries.iter().flat_map(|entry| after_blank(entry.stacked(width)))),
    }
    lines
}

impl ListEntry {
    fn new(reading: &Reading, index: usize, depth: usize) -> Self {
        let attribution = &reading.attributions[index];
        let indent = "  ".repeat(depth.min(DEEPEST));
        let percentage = format!("{:.0}%", attribution.confidence * 100.0);
        Self {
            number: StyledText::new(&format!("{indent}{}", index + 1), PLAIN),
            source: source(reading, attribution),
            cue: StyledText::new(&words(reading, &attribution.cue), CUE),
            stance: StyledText::new(&stance(attribution), PLAIN),
            content: StyledText::new(&words(reading, &attribution.content), CONTENT),
            confidence: StyledText::new(&percentage, PLAIN),
        }
    }

    fn cells(&self) -> [&StyledText; 6] {
        [&self.number, &self.source, &self.cue, &self.stance, &self.content, &self.confidence]
    }

    fn stacked(&self, width: usize) -> Vec<StyledText> {
        let indent = self.number.width() + GUTTER;
        let mut how = self.cue.clone();
        how.push(if how.width() > 0 { ", " } else { "" }, QUIET);
        how.append(&self.stance);
        how.push(", ", QUIET);
        how.append(&self.confidence);
        let inner = width.saturating_sub(indent);
        let mut lines = Vec::new();
        for (part, most) in [(&self.source, MOST_LINES), (&how, MOST_LINES), (&self.content, MOST_LINES)] {
            for line in part.wrap_to(inner, most) {
                let mut led = if lines.is_empty() { self.number.clone() } else { StyledText::default() };
                led.pad(indent);
                led.append(&line);
                lines.push(led);
            }
        }
        lines
    }
}

fn after_blank(lines: Vec<StyledText>) -> impl Iterator<Item = StyledText> {
    [StyledText::default()].into_iter().chain(lines)
}

fn table_of(entries: &[ListEntry], width: usize) -> Vec<StyledText> {
    let rows: Vec<[&StyledText; 6]> = entries.iter().map(ListEntry::cells).collect();
    table(&COLUMNS, &rows, width)
}

/// The speakers; where none is known, the source's own words.
fn source(reading: &Reading, attribution: &Attribution) -> StyledText {
    let name = match attribution.speakers.is_empty() {
        true => words(reading, &attribution.source),
        false => names(reading, attribution),
    };
    match Who::of(attribution) {
        Who::Absent => StyledText::new("(no source given)", QUIET),
        Who::Given => StyledText::new(&name, SOURCE),
        Who::Unnamed => marked(&name),
    }
}

/// What the source does with the content, and how firmly where that is not plain: 'asserts, probably'.
fn stance(attribution: &Attribution) -> String {
    let firmly = match attribution.certainty {
        Certainty::Certain | Certainty::Unknown => "",
        Certainty::Probable => ", probably",
        Certainty::Possible => ", possibly",
    };
    format!("{}{firmly}", attribution.stance.name())
}

/// A source that is not named, its mark first: a cell that is cut short keeps it.
fn marked(source: &str) -> StyledText {
    let mut inked = StyledText::new(NOT_NAMED, QUIET);
    inked.push(" ", PLAIN);
    inked.push(source, UNNAMED);
    inked
}

fn summary(reading: &Reading) -> String {
    let all = &reading.attributions;
    let of_kind = |kind| all.iter().filter(|one| Who::of(one) == kind).count();
    let nested = all.iter().filter(|one| one.parent.is_some()).count();
    let count = match all.len() {
        0 => return "No attributions found".to_owned(),
        1 => "1 attribution".to_owned(),
        count => format!("{count} attributions"),
    };
    let parts = [
        (nested, "inside another"),
        (of_kind(Who::Unnamed), "whose source is not named"),
        (of_kind(Who::Absent), "without a source"),
    ];
    let told = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("; {count} {what}"));
    count + &told.collect::<String>()
}
