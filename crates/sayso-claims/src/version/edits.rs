//! The edits between two versions of an article.

use sayso_text::Span;

use crate::Document;
use crate::version::correction_note::CorrectionNote;
use crate::version::edit::{Change, Edit, EditPlace, EditedText};
use crate::version::note::Note;
use crate::version::pairing::{Pair, Pairing, PassageRun};
use crate::version::reword::{self, Wording};
use crate::version::run::runs;
use crate::version::segment::{Passage, passages};
use crate::version::side::ComparedVersion;
use crate::version::words::words;

/// What a version has that the one before has not, told as changes: the headline's first, then in the order of the
/// version after, then what is gone, in the order of the version before.
///
/// Moved passages, reflowed lines, other quotation marks and dashes, and what is not the article are no edits. Readers
/// are told by a new note that speaks of the change, by a new update stamp, or, on a live page, by the time stamp of a
/// new entry.
#[must_use]
pub fn edits(before: &Document, after: &Document) -> Vec<Edit> {
    let versions = Versions::new(before, after);
    let mut edits = title(before, after);
    edits.extend(versions.changed());
    edits.extend(versions.added());
    let place = |edit: &Edit| (edit.place, edit.after.as_ref().map(|stretch| stretch.span));
    edits.sort_by_key(place);
    edits.extend(versions.removed());
    versions.tell(edits)
}

fn title(before: &Document, after: &Document) -> Vec<Edit> {
    let (before, after) = (ComparedVersion::of_title(before), ComparedVersion::of_title(after));
    let (mine, others) = (words(&before.text, before.text.whole()), words(&after.text, after.text.whole()));
    if mine.is_empty() || others.is_empty() {
        return Vec::new();
    }
    let wording = |side, words| Wording { side, words };
    let mut edits = reword::edits(
        EditPlace::Title,
        &wording(&before, mine.iter().collect()),
        &wording(&after, others.iter().collect()),
    );
    edits.sort_by_key(|edit| edit.change);
    // A headline is one statement: it is told once, as the weightiest of what changed in it.
    edits.truncate(1);
    edits
}

/// New notes of one version that are read; a bound on the work, not a number that an article has.
const NOTES: usize = 32;

/// Two versions, their passages paired.
struct Versions<'d> {
    before: ComparedVersion<'d>,
    after: ComparedVersion<'d>,
    mine: Vec<Passage>,
    others: Vec<Passage>,
    pairing: Pairing,
}

impl<'d> Versions<'d> {
    fn new(before: &'d Document, after: &'d Document) -> Self {
        let (mine, others) = (passages(before), passages(after));
        let pairing = Pairing::new(&mine, &others);
        Self { before: ComparedVersion::of_text(before), after: ComparedVersion::of_text(after), mine, others, pairing }
    }

    fn changed(&self) -> Vec<Edit> {
        self.pairing.changed.iter().flat_map(|pair| self.reworded(pair)).collect()
    }

    fn reworded(&self, pair: &Pair) -> Vec<Edit> {
        let (mine, others) = (&self.mine[pair.before.0..pair.before.1], &self.others[pair.after.0..pair.after.1]);
        let is = |passages: &[Passage], note: Note| passages.iter().any(|passage| passage.note == Some(note));
        let before = Wording { side: &self.before, words: mine.iter().flat_map(|p| &p.words).collect() };
        let after = Wording { side: &self.after, words: others.iter().flat_map(|p| &p.words).collect() };
        let edits = reword::edits(EditPlace::Text, &before, &after);
        if edits.is_empty() || is(others, Note::Stamp) {
            Vec::new()
        } else if is(mine, Note::Account) || is(others, Note::Account) {
            let (before, after) = (stretch(&self.before, mine), stretch(&self.after, others));
            vec![Edit::silent(EditPlace::Text, Change::CorrectionNote, before, after)]
        } else {
            edits
        }
    }

    fn added(&self) -> Vec<Edit> {
        let runs = runs(&self.others, &self.pairing.new, |run| self.pairing.is_replaced_after(run));
        runs.into_iter().filter_map(|run| self.whole(&self.after, &self.others, run, Change::Addition)).collect()
    }

    fn removed(&self) -> Vec<Edit> {
        let runs = runs(&self.mine, &self.pairing.gone, |run| self.pairing.is_replaced_before(run));
        runs.into_iter().filter_map(|run| self.whole(&self.before, &self.mine, run, Change::Deletion)).collect()
    }

    /// A run of passages that one version has alone. A stamp of the last change is nothing that is said.
    fn whole(&self, side: &ComparedVersion, passages: &[Passage], run: PassageRun, change: Change) -> Option<Edit> {
        let run = &passages[run.0..run.1];
        let change = match run[0].note {
            Some(Note::Stamp) => return None,
            Some(Note::Account) => Change::CorrectionNote,
            _ => change,
        };
        let there = stretch(side, run);
        let is_new = std::ptr::eq(side, &self.after);
        let (before, after) = if is_new { (None, there) } else { (there, None) };
        let edit = Edit::silent(EditPlace::Text, change, before, after);
        let tells_itself = run[0].begins_entry || run[0].note.is_some();
        Some(if is_new && tells_itself { edit.told(Some(run[0].span)) } else { edit })
    }

    /// Marks the edits of which a new note or a new update stamp tells readers.
    fn tell(&self, edits: Vec<Edit>) -> Vec<Edit> {
        let notes: Vec<CorrectionNote> =
            edits.iter().filter_map(|edit| self.correction_note(edit)).take(NOTES).collect();
        let stamp = self.new_stamp();
        let by = |edit: &Edit| -> Option<Span> {
            let note = notes.iter().find(|note| note.tells_of(edit)).map(|note| note.span);
            note.or(stamp.filter(|_| edit.change != Change::CorrectionNote))
        };
        let tell = |edit: Edit| {
            if edit.silent {
                let by = by(&edit).filter(|_| !is_removed_note(&edit));
                edit.told(by)
            } else {
                edit
            }
        };
        edits.into_iter().map(tell).collect()
    }

    fn correction_note(&self, edit: &Edit) -> Option<CorrectionNote> {
        let note = edit.after.as_ref().filter(|_| edit.change == Change::CorrectionNote)?;
        Some(CorrectionNote::new(&self.after.text, note.span))
    }

    /// An update stamp that the version before has not. On a live page it moves with every entry and tells nothing.
    fn new_stamp(&self) -> Option<Span> {
        let is_live = self.others.iter().any(|passage| passage.begins_entry);
        let is_new = |(index, passage): &(usize, &Passage)| {
            passage.note == Some(Note::Stamp) && self.pairing.twins[*index].is_none()
        };
        self.others.iter().enumerate().find(is_new).filter(|_| !is_live).map(|(_, passage)| passage.span)
    }
}

fn is_removed_note(edit: &Edit) -> bool {
    edit.change == Change::CorrectionNote && edit.after.is_none()
}

/// From the first passage to the last, with all attributions between.
fn stretch(side: &ComparedVersion, run: &[Passage]) -> Option<EditedText> {
    let span = run.first()?.span.to(run.last()?.span);
    Some(EditedText { attributions: side.attributions_in(&[span]), ..EditedText::new(&side.text, span) })
}
