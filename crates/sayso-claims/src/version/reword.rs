//! What changed in a sentence that both versions have: figures, sources, or the wording alone.

use std::ops::Range;

use sayso_text::{Span, Text};

use crate::version::edit::{Change, Edit, EditPlace, EditedText};
use crate::version::hunk::{Hunk, extent, groups, stretch, stretches};
use crate::version::side::ComparedVersion;
use crate::version::words::{DiffWord, QUOTE};
use crate::work;

/// A passage in one version.
pub struct Wording<'a> {
    /// The version.
    pub side: &'a ComparedVersion<'a>,
    /// The passage's words.
    pub words: Vec<&'a DiffWord>,
}

/// Words put into a sentence, or taken out, from which they are a statement of their own rather than wording.
const STATEMENT: usize = 8;

/// Words that carry meaning up to which a reworded stretch beside a changed figure or source belongs to that change.
const SLIGHT: usize = 2;

/// Attributions of the other version's passage among which the same source is sought: a sentence of the news has one or
/// two, and one that goes on for pages may have thousands.
const COUNTERPARTS: usize = 64;

struct RewordGroup {
    hunks: Vec<Hunk>,
    change: Change,
    because: (Vec<Span>, Vec<Span>),
}

/// The edits between two wordings of one passage; none where only marks, case or spacing differ.
pub fn edits(place: EditPlace, before: &Wording, after: &Wording) -> Vec<Edit> {
    let mut told: Vec<RewordGroup> = Vec::new();
    for group in
        weighty(groups(&before.words, &after.words).into_iter().map(|hunks| judge(hunks, before, after)), before, after)
    {
        match told.iter_mut().find(|other| other.change == group.change) {
            Some(other) => {
                other.hunks.extend(group.hunks);
                other.because.0.extend(group.because.0);
                other.because.1.extend(group.because.1);
            }
            None => told.push(group),
        }
    }
    told.into_iter().map(|group| edit(place, group, before, after)).collect()
}

/// Leaves out slight changes of wording beside what they come with.
fn weighty(groups: impl Iterator<Item = RewordGroup>, before: &Wording, after: &Wording) -> Vec<RewordGroup> {
    let groups: Vec<RewordGroup> = groups.collect();
    let weight = |group: &RewordGroup| -> usize {
        let heavy = |words: &[&DiffWord]| words.iter().filter(|word| !word.is_light()).count();
        group
            .hunks
            .iter()
            .map(|h| heavy(&before.words[h.before.clone()]).max(heavy(&after.words[h.after.clone()])))
            .sum()
    };
    let has_more = groups.iter().any(|group| group.change != Change::Wording);
    let has_weight = groups.iter().any(|group| weight(group) > 0);
    let stays = |group: &RewordGroup| {
        group.change != Change::Wording
            || if has_more { weight(group) > SLIGHT } else { !has_weight || weight(group) > 0 }
    };
    groups.into_iter().filter(stays).collect()
}

fn judge(hunks: Vec<Hunk>, before: &Wording, after: &Wording) -> RewordGroup {
    let mine = stretches(&before.words, hunks.iter().map(|hunk| &hunk.before));
    let others = stretches(&after.words, hunks.iter().map(|hunk| &hunk.after));
    let whole = extent(&hunks);
    let is_one_sided = mine.is_empty() || others.is_empty();
    let is_statement = is_one_sided && whole.before.len().max(whole.after.len()) >= STATEMENT;
    let figures = (figures_lost(before, &mine, after, &others), figures_lost(after, &others, before, &mine));
    let sources =
        (sources_lost(before, &mine, after, is_one_sided), sources_lost(after, &others, before, is_one_sided));
    let holds = |because: &(Vec<Span>, Vec<Span>)| !because.0.is_empty() || !because.1.is_empty();
    let (change, because) = if holds(&figures) && !is_statement && !(is_one_sided && holds(&sources)) {
        (Change::Figure, figures)
    } else if holds(&sources) {
        (Change::Attribution, sources)
    } else if is_statement {
        (if mine.is_empty() { Change::Addition } else { Change::Deletion }, Default::default())
    } else {
        (Change::Wording, Default::default())
    };
    RewordGroup { hunks, change, because }
}

/// The numbers in changed stretches that the other side's changed stretches have not.
fn figures_lost(mine: &Wording, stretches: &[Span], other: &Wording, others: &[Span]) -> Vec<Span> {
    let mut left: Vec<&str> = other.side.counts_in(others).iter().map(|count| count.value.as_str()).collect();
    let mut lost = Vec::new();
    for count in mine.side.counts_in(stretches) {
        match left.iter().position(|value| *value == count.value) {
            Some(at) => drop(left.swap_remove(at)),
            None => lost.push(count.span),
        }
    }
    lost
}

/// Sources and cues in changed stretches that the other passage has not. A source that comes or goes with all that it
/// says is no change of attribution.
fn sources_lost(mine: &Wording, stretches: &[Span], other: &Wording, is_one_sided: bool) -> Vec<Span> {
    let there = stretch(&other.words, &(0..other.words.len()));
    let there = Vec::from_iter(there);
    let counterparts: Vec<_> = other.side.named_in(&there).take(COUNTERPARTS).collect();
    let mut lost: Vec<Span> = Vec::new();
    for sourcing in mine.side.named_in(stretches) {
        let goes_whole = is_one_sided && stretches.iter().any(|stretch| sourcing.is_whole_in(*stretch));
        if !goes_whole && !work::each(&counterparts).any(|other| sourcing.agrees(other)) {
            lost.extend(sourcing.says.iter().filter(|says| stretches.iter().any(|stretch| stretch.overlaps(**says))));
        }
    }
    if mine.side.gives_source(&mine.words, stretches) && !other.side.gives_source(&other.words, &there) {
        lost.extend(stretches);
    }
    lost
}

fn edit(place: EditPlace, group: RewordGroup, before: &Wording, after: &Wording) -> Edit {
    let whole = extent(&group.hunks);
    let (back, ahead) = (room_before(&whole, before, after), room_after(&whole, before, after));
    let clause = Hunk {
        before: whole.before.start - back..whole.before.end + ahead,
        after: whole.after.start - back..whole.after.end + ahead,
    };
    let shown = match group.change {
        Change::Addition | Change::Deletion => whole,
        // What has no counterpart is shown in its sentence.
        _ if clause.before.is_empty() || clause.after.is_empty() => {
            Hunk { before: 0..before.words.len(), after: 0..after.words.len() }
        }
        _ => clause,
    };
    let ranges = |side: fn(&Hunk) -> &Range<usize>| group.hunks.iter().map(side);
    let touched = (stretches(&before.words, ranges(|h| &h.before)), stretches(&after.words, ranges(|h| &h.after)));
    let before = shown_in(before, &shown.before, group.because.0, &touched.0);
    let after = shown_in(after, &shown.after, group.because.1, &touched.1);
    Edit::silent(place, group.change, before, after)
}

fn shown_in(wording: &Wording, range: &Range<usize>, because: Vec<Span>, touched: &[Span]) -> Option<EditedText> {
    let span = closed(&wording.side.text, stretch(&wording.words, range)?);
    let attributions = wording.side.attributions_in(touched);
    Some(EditedText { because, attributions, ..EditedText::new(&wording.side.text, span) })
}

/// A span with the mark behind it that closes what it opens, and the stop where it ends a sentence.
fn closed(text: &Text, span: Span) -> Span {
    let held = text.slice(span);
    let opens = |mark: char| held.contains(mark);
    let closes = |mark: &char| match mark {
        ')' => opens('('),
        ']' => opens('['),
        '”' | '"' | '»' | '’' | '\'' => held.starts_with(['“', '"', '«', '‘', '\'']),
        '.' | '?' | '!' => true,
        _ => false,
    };
    let rest = &text.as_str()[span.end()..];
    let end = span.end() + rest.chars().take_while(closes).map(char::len_utf8).sum::<usize>();
    text.span(span.start(), end).unwrap_or(span)
}

/// Words before a change, the same in both versions, back to the start of its clause in either.
fn room_before(whole: &Hunk, before: &Wording, after: &Wording) -> usize {
    let mut back = 0;
    while back < whole.before.start.min(whole.after.start)
        && !parts(before, whole.before.start - back)
        && !parts(after, whole.after.start - back)
    {
        back += 1;
    }
    back
}

/// Words behind a change, likewise.
fn room_after(whole: &Hunk, before: &Wording, after: &Wording) -> usize {
    let room = (before.words.len() - whole.before.end).min(after.words.len() - whole.after.end);
    let mut ahead = 0;
    while ahead < room && !parts(before, whole.before.end + ahead) && !parts(after, whole.after.end + ahead) {
        ahead += 1;
    }
    ahead
}

/// Whether a clause ends before the word at `index`: at a mark other than a hyphen, or an opening quotation.
fn parts(wording: &Wording, index: usize) -> bool {
    let (Some(previous), Some(word)) =
        (index.checked_sub(1).and_then(|i| wording.words.get(i)), wording.words.get(index))
    else {
        return true;
    };
    let gap = previous.span.gap(word.span).map_or("", |gap| wording.side.text.slice(gap));
    &*word.key == QUOTE
        || gap.contains([',', ';', ':', '(', ')', '[', ']', '.', '?', '!', '—', '–', '"', '”', '»'])
        || gap.contains(" - ")
}
