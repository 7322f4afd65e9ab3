//! The stretch of a text that shows best what was found.

/// How long an excerpt is, in code points: two or three lines of a terminal.
const LENGTH: usize = 240;

/// How much of it stands before the first word that was found.
const BEFORE: usize = 60;

/// The stretch of [`LENGTH`] in which most of the spans stand, the earliest of several; without spans, the beginning.
/// Spans are in code points and ordered; so is the excerpt, cut at white space where there is any.
pub fn excerpt(text: &str, spans: &[(usize, usize)]) -> (usize, usize) {
    let from = densest(spans).saturating_sub(BEFORE);
    let window: Vec<char> = text.chars().skip(from).take(LENGTH + 1).collect();
    let is_space = |sign: &char| sign.is_whitespace();
    let start = if from == 0 { 0 } else { window.iter().take(BEFORE).position(is_space).map_or(0, |place| place + 1) };
    let end = if window.len() <= LENGTH { window.len() } else { window.iter().rposition(is_space).unwrap_or(LENGTH) };
    if start < end { (from + start, from + end) } else { (from, from + window.len().min(LENGTH)) }
}

/// Where the span begins from which on most spans end within the excerpt.
fn densest(spans: &[(usize, usize)]) -> usize {
    let (mut best, mut last) = ((0, 0), 0);
    for (first, (start, _)) in spans.iter().enumerate() {
        while spans.get(last).is_some_and(|(_, end)| *end <= start + LENGTH - BEFORE) {
            last += 1;
        }
        if last.saturating_sub(first) > best.0 {
            best = (last - first, *start);
        }
    }
    if best.0 == 0 { spans.first().map_or(0, |(start, _)| *start) } else { best.1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_excerpt_shows_where_most_was_found() {
        let text =
            format!("pipeline {}the pipeline is a gas pipeline.{}", "so it goes ".repeat(50), " and on".repeat(50));
        let found = |word: &str| text.match_indices(word).map(|(at, _)| (at, at + word.len())).collect::<Vec<_>>();
        let (start, end) = excerpt(&text, &found("pipeline"));
        assert!(text[start..end].contains("the pipeline is a gas pipeline."));
        assert!(!text[start..end].starts_with(' ') && end - start <= LENGTH);
        assert_eq!(excerpt("short", &[]), (0, 5));
    }

    proptest! {
        #[test]
        fn an_excerpt_lies_inside_the_text(text in "(\\PC| ){0,600}", at in 0usize..700, length in 0usize..400) {
            let count = text.chars().count();
            let span = (at.min(count), (at + length).min(count));
            let (start, end) = excerpt(&text, &[span]);
            prop_assert!(start <= end && end <= count && end - start <= LENGTH);
            prop_assert!(span.0 == count || (start <= span.0 && span.0 <= end));
        }
    }
}
