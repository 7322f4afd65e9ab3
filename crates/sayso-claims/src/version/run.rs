//! Passages that came or went together.

use crate::version::note::Note;
use crate::version::pairing::PassageRun;
use crate::version::segment::Passage;

/// Neighbours among the open passages, joined where they are one thing: a new entry of a live page with its heading,
/// a note, a paragraph or a part of one. A whole paragraph in whose place something else stands
/// (`is_replaced`) is told by sentences, since each may have its counterpart there.
pub fn runs(passages: &[Passage], open: &[bool], is_replaced: impl Fn(PassageRun) -> bool) -> Vec<PassageRun> {
    let mut runs: Vec<PassageRun> = Vec::new();
    for index in (0..passages.len()).filter(|index| open[*index]) {
        match runs.last_mut() {
            Some(run) if run.1 == index && belongs(passages, run.0, index) => run.1 = index + 1,
            _ => runs.push((index, index + 1)),
        }
    }
    let told = |run: PassageRun| -> Vec<PassageRun> {
        let by_sentences = is_paragraph(passages, run) && is_replaced(run);
        if by_sentences { (run.0..run.1).map(|index| (index, index + 1)).collect() } else { vec![run] }
    };
    runs.into_iter().flat_map(told).collect()
}

fn belongs(passages: &[Passage], first: usize, next: usize) -> bool {
    let (head, passage, last) = (&passages[first], &passages[next], &passages[next - 1]);
    let is_note = |passage: &Passage| passage.note == Some(Note::Account);
    if is_note(head) || is_note(passage) {
        return is_note(head) && is_note(passage);
    }
    let in_entry = head.begins_entry && head.entry == passage.entry;
    in_entry || (last.paragraph == passage.paragraph && !passage.begins_entry)
}

/// Whether a run is a whole paragraph of plain text.
fn is_paragraph(passages: &[Passage], run: PassageRun) -> bool {
    let head = &passages[run.0];
    let starts = run.0 == 0 || passages[run.0 - 1].paragraph != head.paragraph;
    let ends = passages.get(run.1).is_none_or(|next| next.paragraph != head.paragraph);
    starts && ends && !head.begins_entry && head.note.is_none()
}
