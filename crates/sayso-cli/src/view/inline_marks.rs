//! The marks of an attribution in running text: source, cue, and content between corners with its number raised.

use std::cmp::Reverse;

use anstyle::Style;
use sayso::{Reading, Span, Text};

use super::speaker_words::Who;
use super::styled_text::StyledText;
use super::styles::{CONTENT, CUE, PLAIN, QUIET, SOURCE, UNNAMED, over};

/// Marks a source that is not named: behind it in the text, before it in the list.
pub const NOT_NAMED: &str = "[?]";

/// What a stretch is to its attribution.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Content,
    Source,
    Unnamed,
    Cue,
}

/// A stretch of the text that has a role.
#[derive(Clone, Copy)]
struct InlineMark {
    span: Span,
    role: Role,
    /// Of its attribution, from 1.
    number: usize,
}

/// Where a mark begins or ends.
struct Edge {
    at: usize,
    opens: bool,
    mark: InlineMark,
}

/// Writes the text with its marks, block after block.
pub struct Marker {
    edges: std::iter::Peekable<std::vec::IntoIter<Edge>>,
    open: Vec<InlineMark>,
    styled: bool,
}

impl Marker {
    /// At the beginning of the text.
    pub fn new(reading: &Reading, styled: bool) -> Self {
        Self { edges: edges(marks(reading)).into_iter().peekable(), open: Vec::new(), styled }
    }

    /// Writes the next block; blocks come in the order of the text.
    pub fn write(&mut self, text: &Text, block: Span, base: Style, out: &mut StyledText) {
        let mut at = block.start();
        let within = |edge: &Edge| edge.at < block.end() || (edge.at == block.end() && !edge.opens);
        while let Some(edge) = self.edges.next_if(within) {
            let next = edge.at.max(at);
            self.write_part(text, at, next, base, out);
            self.cross(&edge, base, out);
            at = next;
        }
        self.write_part(text, at, block.end(), base, out);
    }

    fn write_part(&self, text: &Text, start: usize, end: usize, base: Style, out: &mut StyledText) {
        let style = self.open.iter().fold(base, |style, mark| over(style, mark.role.style()));
        if let Some(span) = text.span(start, end).filter(|span| !span.is_empty()) {
            out.push(text.slice(span), style);
        }
    }

    fn cross(&mut self, edge: &Edge, base: Style, out: &mut StyledText) {
        let style = if edge.mark.role == Role::Content { over(base, CONTENT) } else { QUIET };
        match edge.opens {
            true => {
                out.push(edge.mark.role.opening(self.styled), style);
                self.open.push(edge.mark);
            }
            false => {
                let same = |mark: &InlineMark| {
                    (mark.span, mark.role, mark.number) == (edge.mark.span, edge.mark.role, edge.mark.number)
                };
                self.open.retain(|mark| !same(mark));
                out.push(&edge.mark.closing(self.styled), style);
            }
        }
    }
}

impl Role {
    fn style(self) -> Style {
        match self {
            Self::Content => CONTENT,
            Self::Source => SOURCE,
            Self::Unnamed => UNNAMED,
            Self::Cue => CUE,
        }
    }

    /// Where styles are shown, a source and a cue need no signs.
    fn opening(self, styled: bool) -> &'static str {
        match self {
            Self::Content => "⌜",
            Self::Source | Self::Unnamed if !styled => "‹",
            Self::Cue if !styled => "_",
            _ => "",
        }
    }
}

impl InlineMark {
    fn closing(&self, styled: bool) -> String {
        match self.role {
            Role::Content => format!("⌟{}", raised(self.number)),
            Role::Source if !styled => "›".to_owned(),
            Role::Unnamed if !styled => format!("›{NOT_NAMED}"),
            Role::Unnamed => NOT_NAMED.to_owned(),
            Role::Cue if !styled => "_".to_owned(),
            _ => String::new(),
        }
    }
}

/// What the marks mean; nothing where there are none.
pub fn legend(reading: &Reading, width: usize, styled: bool) -> Vec<StyledText> {
    let attributed = !reading.attributions.is_empty();
    let mut legend = StyledText::new("Marks: ", QUIET);
    let samples = [
        (attributed, "source", Some(Role::Source), ""),
        (attributed, "source", Some(Role::Unnamed), " not named"),
        (attributed, "cue", Some(Role::Cue), ""),
        (attributed, "content", Some(Role::Content), ""),
        (!reading.article.furniture.is_empty(), "┊ not the article", None, ""),
    ];
    let shown: Vec<_> = samples.iter().filter(|(is_there, ..)| *is_there).collect();
    for (index, (_, word, role, note)) in shown.iter().enumerate() {
        legend.push(if index > 0 { ", " } else { "" }, QUIET);
        legend.append(&sample(word, *role, styled));
        legend.push(note, QUIET);
    }
    if shown.is_empty() { Vec::new() } else { legend.wrap(width) }
}

fn sample(word: &str, role: Option<Role>, styled: bool) -> StyledText {
    let Some(role) = role else {
        return StyledText::new(word, QUIET);
    };
    let text: Text = Text::new(word);
    let edges = edges(vec![InlineMark { span: text.whole(), role, number: 1 }]);
    let mut sample = StyledText::default();
    let mut marker = Marker { edges: edges.into_iter().peekable(), open: Vec::new(), styled };
    marker.write(&text, text.whole(), PLAIN, &mut sample);
    sample
}

fn marks(reading: &Reading) -> Vec<InlineMark> {
    let mut marks = Vec::new();
    for (number, attribution) in (1..).zip(&reading.attributions) {
        let source = if Who::of(attribution) == Who::Unnamed { Role::Unnamed } else { Role::Source };
        for (spans, role) in
            [(&attribution.source, source), (&attribution.cue, Role::Cue), (&attribution.content, Role::Content)]
        {
            marks.extend(spans.iter().map(|span| InlineMark { span: *span, role, number }));
        }
    }
    marks
}

/// In the order in which they are crossed: ends before beginnings, the inner mark's end first, the outer's beginning.
fn edges(marks: Vec<InlineMark>) -> Vec<Edge> {
    let mut edges: Vec<Edge> = marks
        .into_iter()
        .filter(|mark| !mark.span.is_empty())
        .flat_map(|mark| {
            let edge = |at, opens| Edge { at, opens, mark };
            [edge(mark.span.start(), true), edge(mark.span.end(), false)]
        })
        .collect();
    edges.sort_by_key(|edge| {
        let mark = &edge.mark;
        let outer_first = (Reverse(mark.span.len()), mark.role, mark.number);
        let (opening, closing) = match edge.opens {
            true => (Some(outer_first), None),
            false => (None, Some(Reverse(outer_first))),
        };
        (edge.at, edge.opens, opening, closing)
    });
    edges
}

/// A number in raised digits.
fn raised(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}
