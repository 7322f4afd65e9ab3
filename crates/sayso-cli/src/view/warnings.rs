//! What was amiss with the document or with its reading.

use sayso::{Reading, Text, Warning};

use super::paragraph;
use super::styled_text::StyledText;
use super::styles::WARNING;

/// Characters of the text that are shown of the place of a warning.
const EXCERPT: usize = 40;

/// The warnings, one after another.
pub fn warnings(reading: &Reading, width: usize) -> Vec<StyledText> {
    let text = &reading.article.text;
    let all = reading.article.warnings.iter().chain(&reading.warnings);
    all.flat_map(|warning| paragraph(&told(warning, text), WARNING, width)).collect()
}

fn told(warning: &Warning, text: &Text) -> String {
    let place = warning.span.map(|span| text.slice(span)).filter(|place| !place.is_empty());
    match place {
        None => format!("Warning: {}", warning.message),
        Some(place) if place.chars().count() > EXCERPT => {
            let start: String = place.chars().take(EXCERPT).collect();
            format!("Warning: {} (at ‘{start}…’)", warning.message)
        }
        Some(place) => format!("Warning: {} (at ‘{place}’)", warning.message),
    }
}
