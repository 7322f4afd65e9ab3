//! What holds of any article and any reading, whatever the input was.

use sayso::Reading;
use sayso_page::Article;

/// Furniture lies in the text, in order and without overlap.
pub fn check_article(article: &Article) {
    for mark in &article.furniture {
        assert!(!article.text.slice(mark.span).is_empty());
    }
    for pair in article.furniture.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "furniture overlaps or is out of order");
    }
}

/// Spans of attributions lie in the text and never in furniture; parents exist; confidence is a probability.
pub fn check_reading(reading: &Reading) {
    for attribution in &reading.attributions {
        assert!(!attribution.content.is_empty(), "nothing is attributed");
        assert!((0.0..=1.0).contains(&attribution.confidence), "confidence {}", attribution.confidence);
        assert!(attribution.parent.is_none_or(|parent| parent < reading.attributions.len()));
        for span in attribution.source.iter().chain(&attribution.cue).chain(&attribution.content) {
            assert!(!reading.article.text.slice(*span).is_empty());
            assert!(reading.article.furniture.iter().all(|mark| !mark.span.overlaps(*span)), "furniture is attributed");
        }
    }
}
