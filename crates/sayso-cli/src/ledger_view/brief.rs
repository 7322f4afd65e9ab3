//! `sayso brief`: sentences under heads, with their footnotes below.

use sayso::brief::{Sentence, cited, head, sections};
use sayso::ledger::Document;
use sayso::ledger::record::{Brief, StoryRecord};
use sayso::wording::statement::story_name;

use super::sheet::{Sheet, clipped};
use super::stories::facts;
use crate::view::PageWidth;
use crate::view::styled_text::StyledText;
use crate::view::styles::{HEAD, PLAIN, QUIET};

/// What is said where nothing can be told.
const EMPTY: &str = "Nothing in this story is sure enough, and stands by itself, to be told in a sentence.";

/// The page.
pub fn brief(story: &StoryRecord, sentences: &[Sentence], documents: &[Document], page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    sheet.text(0, story_name(&story.name), HEAD);
    sheet.note(0, &facts(&Brief::of(story)));
    told(&mut sheet, sentences);
    sheet.gap();
    for (number, note) in (1..).zip(sentences.iter().flat_map(|sentence| &sentence.footnotes)) {
        sheet.note(0, &format!("[{number}] {} ({} {}–{})", cited(note, documents), note.article, note.start, note.end));
    }
    sheet.print(page.styled)
}

/// The sentences with the numbers of their footnotes.
pub fn told(sheet: &mut Sheet, sentences: &[Sentence]) {
    for (kind, told) in sections(sentences) {
        sheet.head(head(kind));
        for (first, sentence) in told {
            let mut line = StyledText::new(&clipped(&sentence.text), PLAIN);
            let marks: String =
                (first..first + sentence.footnotes.len()).map(|number| format!(" [{number}]")).collect();
            line.push(&marks, QUIET);
            sheet.inked(2, &line, usize::MAX);
        }
    }
    if sentences.is_empty() {
        sheet.note(0, EMPTY);
    }
}
