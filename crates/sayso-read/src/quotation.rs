//! Where quotations stand: pairs of marks, straight, curly or guillemets, and those that run on over paragraphs.
//!
//! Apostrophes and marks of inches are no quotations. A mark that nothing closes runs to the end of
//! its paragraph: a careful writer leaves it open there only where the next paragraph goes on quoting.

use sayso_text::{Span, Text};

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

/// The stretches between blank lines.
fn paragraphs(text: &Text) -> impl Iterator<Item = Span> {
    text.as_str().split("\n\n").filter_map(|paragraph| text.span_of(paragraph))
}

fn in_paragraph(text: &Text, paragraph: Span, visible: &[Span]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open: Option<(Span, Pair)> = None;
    for mark in marks(text, paragraph).into_iter().filter(|mark| holder(visible, mark.span).is_some()) {
        match open {
            None if mark.can_open => open = Some((mark.span, mark.pair)),
            Some((start, pair)) if mark.can_close && pair == mark.pair => {
                quotations.push(Quotation { span: start.to(mark.span), closed: true });
                open = None;
            }
            _ => {}
        }
    }
    let rest = open.and_then(|(start, _)| text.span(start.start(), paragraph.end()));
    quotations.extend(rest.map(|rest| Quotation { span: text.trim(rest), closed: false }));
    quotations
}

/// Which marks belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Curly,
    Straight,
    Guillemets,
    /// Two accents for the opening mark, two apostrophes for the closing one, as in plain ASCII and TeX.
    Ascii,
}

struct Mark {
    span: Span,
    pair: Pair,
    can_open: bool,
    can_close: bool,
}

/// All marks of a paragraph. Single marks are left out: they nest inside double ones, or are apostrophes.
fn marks(text: &Text, paragraph: Span) -> Vec<Mark> {
    let string = text.slice(paragraph);
    let mut marks: Vec<Mark> = Vec::new();
    let mut before = None;
    for (at, letter) in string.char_indices() {
        let end = at + letter.len_utf8();
        let after = string[end..].chars().next();
        let mark = |end: usize, pair, can_open, can_close| {
            let span = text.span(paragraph.start() + at, paragraph.start() + end)?;
            Some(Mark { span, pair, can_open, can_close })
        };
        let one = |pair, can_open, can_close| mark(end, pair, can_open, can_close);
        let two = |can_open, can_close| mark(end + 1, Pair::Ascii, can_open, can_close);
        let mark = match letter {
            '“' => one(Pair::Curly, true, false),
            '„' => one(Pair::Curly, true, false),
            '”' => one(Pair::Curly, false, true),
            '«' => one(Pair::Guillemets, true, false),
            '»' => one(Pair::Guillemets, false, true),
            '"' => one(Pair::Straight, opens(before) && !is_gap(after), closes(before)),
            '`' if after == Some('`') => two(true, false),
            '\'' if after == Some('\'') => two(false, true),
            _ => None,
        };
        marks.extend(mark);
        before = Some(letter);
    }
    marks
}

/// A straight mark opens at the head of a word.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|letter| letter.is_whitespace() || "([{—–-‘'/:".contains(letter))
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
    fn an_open_quotation_ends_with_its_paragraph() {
        assert_eq!(found("“We left.\n\n“We came back.”"), ["“We left. …", "“We came back.”"]);
    }

    #[test]
    fn inches_and_apostrophes_are_none() {
        assert!(found("It's a 5\" pipe, the mayor's.").is_empty());
    }
}
