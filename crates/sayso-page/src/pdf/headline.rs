//! The headline of a PDF by its type: the largest on the first page, and larger than the text.

use std::collections::BTreeMap;

use super::paragraphs::Paragraph;

/// So much larger than the text is a headline.
const LARGER: f64 = 1.15;

/// What is larger still and has fewer words is the name of a house, or 'Press release'.
const FEWEST_WORDS: usize = 3;

/// A longer paragraph in large type is a lead, or a whole text.
const LONGEST: usize = 300;

/// The headline, where the type tells.
pub(super) fn of(paragraphs: &[Paragraph]) -> Option<String> {
    let text = text_size(paragraphs);
    let first = paragraphs.first()?.page;
    let large = paragraphs.iter().filter(|paragraph| {
        paragraph.page == first && !paragraph.is_running && paragraph.size > LARGER * text && may_head(&paragraph.text)
    });
    let headline = large.reduce(|one, other| if other.size > one.size { other } else { one })?;
    Some(headline.text.clone())
}

fn may_head(text: &str) -> bool {
    text.len() <= LONGEST && text.split_whitespace().count() >= FEWEST_WORDS && text.chars().any(char::is_alphabetic)
}

/// The size in which most letters are, to a tenth of a point.
fn text_size(paragraphs: &[Paragraph]) -> f64 {
    let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_running) {
        #[allow(clippy::cast_possible_truncation)]
        let tenths = (paragraph.size * 10.0) as i64;
        *letters.entry(tenths).or_default() += paragraph.text.len();
    }
    let most = letters.into_iter().max_by_key(|(_, letters)| *letters);
    most.map_or(0.0, |(tenths, _)| tenths as f64 / 10.0)
}
