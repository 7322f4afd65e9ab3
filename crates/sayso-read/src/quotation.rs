//! Where quotations stand: pairs of marks, straight, curly or guillemets, and those that run on over paragraphs.
//!
//! Apostrophes and marks of inches are no quotations. A mark that nothing closes runs to the end of
//! its paragraph: a careful writer leaves it open there only where the next paragraph goes on quoting.
//! A single mark that nothing closes is an apostrophe.

use sayso_text::{Span, Text, apostrophes_open, may_precede_opening, single_quotation_end};

/// A stretch in quotation marks, the marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark to the closing one.
    pub span: Span,
    /// Whether a mark closes it.
    pub closed: bool,
}

/// The outermost quotations of a text, in order, by the marks in its visible stretches.
///
/// A quotation may run across what is not visible, as an advertisement that splits a paragraph.
#[must_use]
pub fn quotations(text: &Text, visible: &[Span]) -> Vec<Quotation> {
    paragraphs(text).flat_map(|paragraph| in_paragraph(text, paragraph, visible)).collect()
}

/// The quotations in single marks inside of quotations, in order.
pub fn inner_quotations(text: &Text, outer: &[Quotation]) -> Vec<Quotation> {
    let inside = |quotation: &Quotation| {
        let letters = Letters::new(text, quotation.span);
        let mut inner: Vec<Quotation> = Vec::new();
        // The outer quotation's own mark is passed over.
        for at in 1..letters.letters.len() {
            let free = inner.last().is_none_or(|last| last.span.end() <= letters.starts[at]);
            let end = single_quotation_end(&letters.letters, at).filter(|_| free);
            let span = end.and_then(|end| text.span(letters.starts[at], letters.starts[end + 1]));
            inner.extend(span.map(|span| Quotation { span, closed: true }));
        }
        inner
    };
    outer.iter().flat_map(inside).collect()
}

/// Those of the quotations, as [`quotations`] gives them, that share a byte with a span.
pub fn touching(quotations: &[Quotation], span: Span) -> &[Quotation] {
    let start = quotations.partition_point(|quotation| quotation.span.end() <= span.start());
    let count = quotations[start..].partition_point(|quotation| quotation.span.start() < span.end());
    &quotations[start..start + count]
}

/// The one of ordered spans that holds `span` wholly.
pub fn holder(ordered: &[Span], span: Span) -> Option<Span> {
    let index = ordered.partition_point(|part| part.end() < span.end());
    ordered.get(index).copied().filter(|part| part.contains(span))
}

/// What ordered stretches hold of a span, without the blanks at its ends.
pub fn parts(text: &Text, ordered: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = ordered.partition_point(|part| part.end() <= span.start());
    let touched = ordered[first..].iter().take_while(move |part| part.start() < span.end());
    let held = move |part: &Span| text.span(part.start().max(span.start()), part.end().min(span.end()));
    touched.filter_map(held).map(|part| text.trim(part)).filter(|part| !part.is_empty())
}

/// The stretches between blank lines.
fn paragraphs(text: &Text) -> impl Iterator<Item = Span> {
    text.as_str().split("\n\n").filter_map(|paragraph| text.span_of(paragraph))
}

fn in_paragraph(text: &Text, paragraph: Span, visible: &[Span]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in marks(text, paragraph).into_iter().filter(|mark| holder(visible, mark.span).is_some()) {
        match open {
            None if mark.can_open => open = Some(mark),
            Some(start) if start.closed_by(mark) => {
                quotations.push(Quotation { span: start.span.to(mark.span), closed: true });
                open = None;
            }
            _ => {}
        }
    }
    let rest = open.and_then(|start| text.span(start.span.start(), paragraph.end()));
    quotations.extend(rest.map(|rest| Quotation { span: text.trim(rest), closed: false }));
    quotations
}

/// Which marks belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Curly,
    Straight,
    Guillemets,
    /// Two accents or apostrophes for the opening mark, two apostrophes for the closing one, as in plain ASCII and TeX.
    Ascii,
    Single,
}

#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    pair: Pair,
    can_open: bool,
    can_close: bool,
    /// Where the mark that closes a single one begins.
    single_end: Option<usize>,
}

impl Mark {
    fn closed_by(self, mark: Self) -> bool {
        let is_its_own = self.single_end.is_none_or(|end| end == mark.span.start());
        mark.can_close && self.pair == mark.pair && is_its_own
    }
}

/// The letters of a paragraph, and where each begins in the text.
struct Letters {
    letters: Vec<char>,
    starts: Vec<usize>,
}

impl Letters {
    fn new(text: &Text, paragraph: Span) -> Self {
        let string = text.slice(paragraph);
        let starts = string.char_indices().map(|(at, _)| paragraph.start() + at);
        Self { letters: string.chars().collect(), starts: starts.chain([paragraph.end()]).collect() }
    }

    fn mark(&self, text: &Text, at: usize) -> Option<Mark> {
        let before = at.checked_sub(1).map(|at| self.letters[at]);
        let after = self.letters.get(at + 1).copied();
        let one = |pair, can_open, can_close| (1, pair, can_open, can_close, None);
        let two = |can_open, can_close| (2, Pair::Ascii, can_open, can_close, None);
        let (count, pair, can_open, can_close, single_end) = match self.letters[at] {
            '“' | '„' => one(Pair::Curly, true, false),
            '”' => one(Pair::Curly, false, true),
            '«' => one(Pair::Guillemets, true, false),
            '»' => one(Pair::Guillemets, false, true),
            '"' => one(Pair::Straight, opens(before) && !is_gap(after), closes(before)),
            '`' if after == Some('`') => two(true, false),
            '\'' if after == Some('\'') => two(apostrophes_open(&self.letters, at), true),
            '‘' | '\'' | '’' => {
                let end = single_quotation_end(&self.letters, at).map(|end| self.starts[end]);
                (1, Pair::Single, end.is_some(), closes(before), end)
            }
            _ => return None,
        };
        let span = text.span(self.starts[at], self.starts[at + count])?;
        Some(Mark { span, pair, can_open, can_close, single_end })
    }
}

fn marks(text: &Text, paragraph: Span) -> Vec<Mark> {
    let letters = Letters::new(text, paragraph);
    (0..letters.letters.len()).filter_map(|at| letters.mark(text, at)).collect()
}

/// A straight mark opens at the head of a word.
fn opens(before: Option<char>) -> bool {
    may_precede_opening(before) || matches!(before, Some('‘' | '\''))
}

/// A straight mark closes behind whatever is not a gap; '5"' alone is told apart by there being no open mark.
fn closes(before: Option<char>) -> bool {
    before.is_some_and(|letter| !letter.is_whitespace())
}

fn is_gap(after: Option<char>) -> bool {
    after.is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(string: &str) -> Vec<String> {
        let text: Text = Text::new(string);
        let open = |closed: bool| if closed { "" } else { " …" };
        let all = quotations(&text, &[text.whole()]);
        all.iter().map(|quotation| format!("{}{}", text.slice(quotation.span), open(quotation.closed))).collect()
    }

    #[test]
    fn marks_of_every_kind() {
        assert_eq!(
            found("He said “no” and \"never\", «jamais», ``nie''."),
            ["“no”", "\"never\"", "«jamais»", "``nie''"]
        );
    }

    #[test]
    fn inner_marks_belong_to_the_outer_quotation() {
        assert_eq!(found("“He told me ‘go’, so I went,” she said."), ["“He told me ‘go’, so I went,”"]);
        assert_eq!(found("\"He said “go” and I went\""), ["\"He said “go” and I went\""]);
    }

    #[test]
    fn single_marks_quote_where_they_are_no_apostrophes() {
        assert_eq!(found("‘We don’t know,’ she said. 'It's late.'"), ["‘We don’t know,’", "'It's late.'"]);
        assert_eq!(found("The ‘no “one” knew’ of the dogs’ home."), ["‘no “one” knew’"]);
        assert_eq!(found("''Not yet,'' he said."), ["''Not yet,''"]);
        assert!(found("In the '90s the teachers' union and rock 'n' roll.").is_empty());
    }

    #[test]
    fn single_marks_quote_inside_of_double_ones() {
        let text: Text = Text::new("“He told me, ‘Don’t go,’ twice,” she said. ‘No.’");
        let inner = inner_quotations(&text, &quotations(&text, &[text.whole()]));
        assert_eq!(inner.iter().map(|one| text.slice(one.span)).collect::<Vec<_>>(), ["‘Don’t go,’"]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        assert_eq!(found("“We left.\n\n“We came back.”"), ["“We left. …", "“We came back.”"]);
    }

    #[test]
    fn inches_and_apostrophes_are_none() {
        assert!(found("It's a 5\" pipe, the mayor's.").is_empty());
    }
}
