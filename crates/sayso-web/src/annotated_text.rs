//! An article's text with marks in it: sources, cues, contents between corners with the number of their note, what a later
//! version added and took away. The text's own characters are all there and in order, whatever the marks.

use std::ops::Range;
use std::time::Duration;

use maud::{Markup, html};
use sayso::Stance;
use similar::{ChangeTag, TextDiff};

use crate::components::{sign, stance_word};

/// How long two versions are compared; after that the rest counts as changed.
const PATIENCE: Duration = Duration::from_millis(200);

/// What a stretch of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Names a source.
    Source {
        /// Whether it only describes one.
        unnamed: bool,
    },
    /// Attributes.
    Cue,
    /// What is attributed, with the number of its note.
    Content {
        /// The note's number.
        note: usize,
        /// What the source does with it.
        stance: Stance,
        /// Whether the note's number follows: a content in parts has it once.
        ends: bool,
    },
    /// Not in the version before.
    Inserted,
    /// Not the article.
    Furniture,
    /// What a page is about.
    Chosen,
}

/// A stretch of a text, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Where it is.
    pub at: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// What stood in the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// Before which code point of the text.
    pub at: usize,
    /// The words.
    pub words: String,
}

/// A text and all that is marked in it.
#[derive(Debug)]
pub struct AnnotatedText {
    text: Vec<char>,
    layers: Vec<Layer>,
    deletions: Vec<Deletion>,
}

impl AnnotatedText {
    /// Of a text; layers that reach beyond it end with it.
    pub fn new(text: &str, layers: Vec<Layer>, deletions: Vec<Deletion>) -> Self {
        let text: Vec<char> = text.chars().collect();
        let end = text.len();
        let layers =
            layers.into_iter().map(|layer| Layer { at: layer.at.start.min(end)..layer.at.end.min(end), ..layer });
        Self { layers: layers.filter(|layer| layer.at.start < layer.at.end).collect(), text, deletions }
    }

    /// Of a text in which nothing is marked.
    pub fn plain(text: &str) -> Self {
        Self::new(text, Vec::new(), Vec::new())
    }

    /// The lines that have words, each a paragraph.
    pub fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        for (place, sign) in self.text.iter().chain(&['\n']).enumerate() {
            if *sign == '\n' {
                if self.text[start..place].iter().any(|sign| !sign.is_whitespace()) {
                    found.push(start..place);
                }
                start = place + 1;
            }
        }
        found
    }

    /// The words of a stretch.
    pub fn words(&self, at: Range<usize>) -> String {
        let end = at.end.min(self.text.len());
        self.text[at.start.min(end)..end].iter().collect()
    }

    /// Whether a stretch is marked as a whole.
    pub fn is_all(&self, at: &Range<usize>, kind: MarkKind) -> bool {
        self.layers.iter().any(|layer| layer.kind == kind && layer.at.start <= at.start && at.end <= layer.at.end)
    }

    /// Whether anything in a stretch differs from the version before.
    pub fn is_changed(&self, at: &Range<usize>) -> bool {
        let inserted =
            |layer: &Layer| layer.kind == MarkKind::Inserted && layer.at.start < at.end && at.start < layer.at.end;
        self.layers.iter().any(inserted)
            || self.deletions.iter().any(|deletion| at.start <= deletion.at && deletion.at <= at.end)
    }

    /// A stretch with its marks.
    pub fn marked(&self, at: &Range<usize>) -> Markup {
        let inside: Vec<&Layer> =
            self.layers.iter().filter(|layer| layer.at.start < at.end && at.start < layer.at.end).collect();
        let mut cuts: Vec<usize> = inside.iter().flat_map(|layer| [layer.at.start, layer.at.end]).collect();
        cuts.extend(self.deletions.iter().map(|deletion| deletion.at));
        cuts.extend([at.start, at.end]);
        cuts.retain(|cut| at.contains(cut) || *cut == at.end);
        cuts.sort_unstable();
        cuts.dedup();
        html! {
            @for (place, cut) in cuts.iter().enumerate() {
                (closed(&inside, *cut))
                @for deletion in self.deletions.iter().filter(|deletion| deletion.at == *cut) { del { (deletion.words) } }
                (opened(&inside, *cut))
                @if let Some(end) = cuts.get(place + 1) { (self.segment(&inside, *cut..*end)) }
            }
        }
    }

    /// Words between two cuts, which lie in the same layers from end to end.
    fn segment(&self, inside: &[&Layer], at: Range<usize>) -> Markup {
        let mut classes: Vec<&str> = Vec::new();
        let mut inserted = false;
        let mut chosen = false;
        for layer in inside.iter().filter(|layer| layer.at.start <= at.start && at.end <= layer.at.end) {
            match layer.kind {
                MarkKind::Source { unnamed: false } => classes.push("a-src"),
                MarkKind::Source { unnamed: true } => classes.extend(["a-src", "un"]),
                MarkKind::Cue => classes.push("a-cue"),
                MarkKind::Inserted => inserted = true,
                MarkKind::Chosen => chosen = true,
                MarkKind::Furniture => classes.push("dim"),
                MarkKind::Content { .. } => {}
            }
        }
        classes.dedup();
        let words = self.words(at);
        let spanned = html! { @if classes.is_empty() { (words) } @else { span class=(classes.join(" ")) { (words) } } };
        let spanned = html! { @if chosen { mark.chosen { (spanned) } } @else { (spanned) } };
        html! { @if inserted { ins { (spanned) } } @else { (spanned) } }
    }
}

/// Corners before the contents that begin at a place, the longest outside.
fn opened(inside: &[&Layer], cut: usize) -> Markup {
    let mut open: Vec<(usize, Stance)> =
        contents(inside).filter(|(at, ..)| at.start == cut).map(|(at, _, stance, _)| (at.end, stance)).collect();
    open.sort_by_key(|(end, _)| std::cmp::Reverse(*end));
    html! { @for (_, stance) in open { span class={ "a-open " (stance_word(stance)) } aria-hidden="true" {} } }
}

/// Corners after the contents that end at a place, the shortest inside, each with the number of its note.
fn closed(inside: &[&Layer], cut: usize) -> Markup {
    let mut closed: Vec<(usize, usize, Stance, bool)> = contents(inside)
        .filter(|(at, ..)| at.end == cut)
        .map(|(at, note, stance, ends)| (at.start, note, stance, ends))
        .collect();
    closed.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    html! {
        @for (_, note, stance, ends) in closed {
            span class={ "a-shut " (stance_word(stance)) } aria-hidden="true" {}
            @if ends {
                a class={ "sig " (stance_word(stance)) } href={ "#n" (note) } id={ "r" (note) } aria-label={ "note " (note) ", " (stance_word(stance)) } {
                    (note) @if stance != Stance::Asserts { (sign(stance)) }
                }
            }
        }
    }
}

fn contents(inside: &[&Layer]) -> impl Iterator<Item = (Range<usize>, usize, Stance, bool)> {
    inside.iter().filter_map(|layer| match layer.kind {
        MarkKind::Content { note, stance, ends } => Some((layer.at.clone(), note, stance, ends)),
        _ => None,
    })
}

/// What a text has and the version before has not, and the other way round, word by word.
pub fn compared(before: &str, after: &str) -> (Vec<Layer>, Vec<Deletion>) {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_unicode_words(before, after);
    let mut run = Run::default();
    let (mut layers, mut deletions) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let words = change.value();
        match change.tag() {
            ChangeTag::Delete => run.take_away(words),
            ChangeTag::Insert => run.add(words),
            ChangeTag::Equal if run.is_open() && words.chars().all(|sign| sign == ' ') => run.wait(words),
            ChangeTag::Equal => {
                run.close(&mut layers, &mut deletions);
                run.pass(words);
            }
        }
    }
    run.close(&mut layers, &mut deletions);
    (layers, deletions)
}

/// Changes with nothing but spaces between them, which read as one.
#[derive(Default)]
struct Run {
    at: usize,
    added: usize,
    /// Spaces that belong to the run if it goes on.
    waiting: usize,
    deleted: String,
    deleted_waiting: String,
}

impl Run {
    fn is_open(&self) -> bool {
        self.added > 0 || !self.deleted.is_empty()
    }

    fn go_on(&mut self) {
        self.added += std::mem::take(&mut self.waiting);
        self.deleted.push_str(&std::mem::take(&mut self.deleted_waiting));
    }

    fn take_away(&mut self, words: &str) {
        self.go_on();
        self.deleted.push_str(words);
    }

    fn add(&mut self, words: &str) {
        self.go_on();
        self.added += words.chars().count();
    }

    fn wait(&mut self, spaces: &str) {
        self.waiting += spaces.chars().count();
        self.deleted_waiting.push_str(spaces);
    }

    fn close(&mut self, layers: &mut Vec<Layer>, deletions: &mut Vec<Deletion>) {
        if !self.deleted.trim().is_empty() {
            deletions.push(Deletion { at: self.at, words: std::mem::take(&mut self.deleted) });
        }
        if self.added > 0 {
            layers.push(Layer { at: self.at..self.at + self.added, kind: MarkKind::Inserted });
        }
        *self = Self { at: self.at + self.added + self.waiting, ..Self::default() };
    }

    fn pass(&mut self, words: &str) {
        self.at += words.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(at: Range<usize>, kind: MarkKind) -> Layer {
        Layer { at, kind }
    }

    fn content(at: Range<usize>, note: usize, stance: Stance) -> Layer {
        layer(at, MarkKind::Content { note, stance, ends: true })
    }

    /// What is left of HTML when its tags are taken out.
    fn plain(markup: &Markup) -> String {
        let mut inside = false;
        let kept = markup.0.chars().filter(|sign| {
            inside = *sign == '<' || (inside && *sign != '>');
            let keep = !inside && *sign != '>';
            inside = inside && *sign != '>';
            keep
        });
        kept.collect()
    }

    #[test]
    fn marks_leave_the_text_as_it_is_and_nest_as_they_may() {
        let text = "The bureau said that Reyle denied it.";
        let layers = vec![
            layer(0..10, MarkKind::Source { unnamed: false }),
            layer(11..15, MarkKind::Cue),
            content(16..36, 1, Stance::Asserts),
            layer(21..26, MarkKind::Source { unnamed: false }),
            content(34..36, 2, Stance::Denies),
            layer(99..120, MarkKind::Cue),
        ];
        let marked = AnnotatedText::new(text, layers, Vec::new()).marked(&(0..37));
        assert_eq!(plain(&marked), "The bureau said that Reyle denied it21.");
        let inner = marked.0.find("#n2").unwrap();
        assert!(inner < marked.0.find("#n1").unwrap(), "the inner note closes first");
    }

    #[test]
    fn hostile_text_is_text() {
        let marked = AnnotatedText::new("<script>alert(1)</script>", vec![layer(0..8, MarkKind::Cue)], Vec::new())
            .marked(&(0..25));
        assert!(marked.0.starts_with("<span class=\"a-cue\">&lt;script&gt;</span>"));
        assert!(!marked.0.contains("<script"));
    }

    #[test]
    fn versions_are_compared_word_by_word() {
        let (layers, deletions) = compared("Some 1,500 men were landed at Velgar.", "Some 3,000 men are in Kareth.");
        let after = "Some 3,000 men are in Kareth.";
        let words = |layer: &Layer| after.chars().skip(layer.at.start).take(layer.at.len()).collect::<String>();
        assert_eq!(layers.iter().map(words).collect::<Vec<_>>(), ["3,000", "are in Kareth"]);
        let gone: Vec<&str> = deletions.iter().map(|deletion| deletion.words.as_str()).collect();
        assert_eq!(gone, ["1,500", "were landed at Velgar"]);
        assert_eq!(compared("The same.", "The same."), (Vec::new(), Vec::new()));
    }

    #[test]
    fn paragraphs_are_lines_with_words() {
        let passage =
            AnnotatedText::new("One.\n\n  \nTwo.\n", Vec::new(), vec![Deletion { at: 9, words: "Gone. ".to_owned() }]);
        assert_eq!(passage.paragraphs(), [0..4, 9..13]);
        assert!(!passage.is_changed(&(0..4)) && passage.is_changed(&(9..13)));
        assert_eq!(passage.marked(&(9..13)).0, "<del>Gone. </del>Two.");
    }
}
