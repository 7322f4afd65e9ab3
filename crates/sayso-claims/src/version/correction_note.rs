//! Which changes a note to readers is about.

use std::collections::BTreeSet;

use sayso_lang::Words;
use sayso_text::{Span, Text};

use crate::interval_tree::IntervalTree;
use crate::version::count;
use crate::version::edit::{Change, Edit, EditPlace, EditedText};
use crate::version::vocabulary::all;
use crate::version::words::{DiffWord, words};
use crate::work;

/// A note that the version before has not.
pub struct CorrectionNote {
    /// Where it stands.
    pub span: Span,
    words: BTreeSet<Box<str>>,
    stems: BTreeSet<Box<str>>,
    numbers: BTreeSet<String>,
    /// Whether it says that something changed and not what.
    is_general: bool,
}

/// Letters by which two words are one: 'misspelled', 'misspelling'.
const STEM: usize = 6;

/// Words in common with a note from which an edit that it does not otherwise name is told.
const ENOUGH: usize = 2;

impl CorrectionNote {
    /// Reads a note.
    pub fn new(text: &Text, span: Span) -> Self {
        let note: Text = Text::new(text.slice(span));
        let dates = sayso_read::english().dates(&note, &[note.whole()], None);
        let dated = IntervalTree::new(dates.iter().map(|date| (date.span, ())));
        let is_dated = |word: &DiffWord| dated.any(word.span);
        let said = words(&note, note.whole()).into_iter().filter(|word| !word.is_light() && !is_dated(word));
        let words: BTreeSet<Box<str>> = said.map(|word| word.key).collect();
        let says_nothing = |word: &str| all().general.contains(word) || all().articles.contains(word);
        let numbers = count::of_text(&note).into_iter().map(|count| count.number).collect();
        let stems = words.iter().map(|word| stem(word).into()).collect();
        Self { span, stems, is_general: words.iter().all(|word| says_nothing(word)), words, numbers }
    }

    /// Whether it tells of an edit: by its number, by what sort of change it speaks of, or by its words.
    pub fn tells_of(&self, edit: &Edit) -> bool {
        let speaks = |list: &Words| self.words.iter().any(|word| list.contains(word));
        let numbers = numbers(edit);
        self.is_general
            || (edit.place == EditPlace::Title && speaks(&all().headlines))
            || match edit.change {
                Change::CorrectionNote => true,
                Change::Figure if self.numbers.is_empty() => speaks(&all().counting) || self.names(edit),
                Change::Figure => numbers.iter().any(|number| self.numbers.contains(number)),
                Change::Attribution => speaks(&all().attributing) || self.names(edit),
                Change::Wording => self.names(edit),
                Change::Addition => speaks(&all().adding) && self.common(edit).0 > 0,
                Change::Deletion if speaks(&all().removing) || !speaks(&all().adding) => self.names(edit),
                // 'Updated with comment from X' tells why 'X declined to comment' is gone.
                Change::Deletion => self.names_half(self.common(edit)),
            }
    }

    /// Whether it has two words of what the edit puts in or takes out, or half of them.
    fn names(&self, edit: &Edit) -> bool {
        let common = self.common(edit);
        common.0 >= ENOUGH || self.names_half(common)
    }

    fn names_half(&self, (common, all): (usize, usize)) -> bool {
        common * 2 >= all.max(1)
    }

    /// How many of the words that an edit puts in or takes out the note has, and how many these are.
    fn common(&self, edit: &Edit) -> (usize, usize) {
        let changed = changed(edit);
        work::count(changed.len());
        (changed.iter().filter(|word| self.stems.contains(stem(word))).count(), changed.len())
    }
}

/// The words that only one version has, of those that say something.
fn changed(edit: &Edit) -> BTreeSet<Box<str>> {
    let side = |stretch: &Option<EditedText>| -> BTreeSet<Box<str>> {
        let Some(stretch) = stretch else { return BTreeSet::new() };
        let text = Text::new(stretch.text.as_str());
        words(&text, text.whole()).into_iter().filter(|word| !word.is_light()).map(|word| word.key).collect()
    };
    &side(&edit.before) ^ &side(&edit.after)
}

fn numbers(edit: &Edit) -> Vec<String> {
    let stretches = edit.before.iter().chain(&edit.after);
    let because = stretches.flat_map(|stretch| stretch.because.iter().map(move |span| (stretch, span)));
    because
        .filter_map(|(stretch, span)| {
            let start = span.start().checked_sub(stretch.span.start())?;
            stretch.text.get(start..start + span.len())
        })
        .flat_map(|figure| count::of_text(&Text::new(figure)))
        .map(|count| count.number)
        .collect()
}

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
}
