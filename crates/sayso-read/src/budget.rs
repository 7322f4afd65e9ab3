//! How much of one document is read: beyond it, what was read stands, and a warning says where the rest is.
//!
//! The work of a reading grows with the text alone, so a limit on the text is one on the work; time plays no part, and the
//! same text gives the same reading on any machine.

use sayso_page::Warning;
use sayso_text::{Span, Text};

/// Bytes of article that are read: some 170,000 words, a long book, two or three minutes of the encoder on two cores
/// (1,200 words a second).
pub(crate) const MOST_TEXT: usize = 1 << 20;

/// The stretches of an article up to `most` bytes of it, and what is told of those left out.
pub(crate) fn within(most: usize, text: &Text, visible: Vec<Span>) -> (Vec<Span>, Option<Warning>) {
    let mut left = most;
    let mut read = Vec::new();
    for span in visible {
        if span.len() > left {
            let cut = cut(text, span, left);
            read.extend(text.span(span.start(), cut).filter(|span| !text.slice(*span).trim().is_empty()));
            return (read, Some(unread(text, cut)));
        }
        left -= span.len();
        read.push(span);
    }
    (read, None)
}

/// Where a line ends before the limit; else where a letter does.
fn cut(text: &Text, span: Span, left: usize) -> usize {
    let head = &text.as_str()[span.start()..text.as_str().floor_char_boundary(span.start() + left)];
    span.start() + head.rfind('\n').map_or(head.len(), |line| line + 1)
}

fn unread(text: &Text, from: usize) -> Warning {
    let message =
        "The text is longer than 1 MiB: who says what was looked for up to here. Split it to have the rest read.";
    Warning { message: message.to_owned(), span: text.span(from, text.len()) }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

    use sayso_page::{Known, from_text};

    use super::*;
    use crate::{Links, Model, NoAttributions, Scan, read_up_to};

    /// A limit for these tests.
    const MOST: usize = 1 << 10;

    /// Finds nothing, and counts the bytes that it is given to read.
    struct ByteCounter(AtomicUsize);

    impl Model for ByteCounter {
        fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
            self.0.fetch_add(visible.iter().map(|span| span.len()).sum(), Relaxed);
            NoAttributions.scan(text, visible)
        }

        fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links> {
            NoAttributions.link(scan, cues)
        }
    }

    #[test]
    fn a_model_reads_no_more_of_a_text_however_long_it_is() {
        let text = "The mayor of Caldry denied on Monday that she knew of the fault in the bridge.\n\n".repeat(100);
        let model = ByteCounter(AtomicUsize::new(0));
        let reading =
            read_up_to(MOST, from_text(&text, &Known::default()).unwrap(), &model, crate::Vocabularies::shipped());
        assert!((MOST / 2..=MOST).contains(&model.0.load(Relaxed)));
        assert_eq!(reading.article.text.as_str(), text);
        let rest = reading.warnings[0].span.unwrap();
        assert_eq!(rest.end(), text.len());
    }

    #[test]
    fn what_is_left_out_is_told() {
        let text: Text = Text::new("He said no. “Ä”\n".repeat(400));
        let (read, warning) = within(MOST, &text, vec![text.whole()]);
        let rest = warning.and_then(|warning| warning.span).unwrap();
        assert_eq!((read.len(), read[0].end(), rest.end()), (1, rest.start(), text.len()));
        assert!(read[0].len() <= MOST && text.slice(read[0]).ends_with('\n'));
        let line: Text = Text::new("ä".repeat(MOST));
        assert_eq!(within(MOST, &line, vec![line.whole()]).0[0].len(), MOST);
        let short: Text = Text::new("He said no.");
        assert_eq!(within(MOST, &short, vec![short.whole()]), (vec![short.whole()], None));
    }
}
