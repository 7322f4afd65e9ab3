//! What is known of the article, above it.

use sayso::Article;

use super::paragraph;
use super::styled_text::StyledText;
use super::styles::{HEAD, QUIET};

/// Title, names, outlet, date and address; nothing where nothing is known.
pub fn heading(article: &Article, width: usize) -> Vec<StyledText> {
    let metadata = &article.metadata;
    let title = metadata.title.iter().filter(|title| !article.text.as_str().starts_with(title.as_str()));
    let mut lines: Vec<StyledText> = title.flat_map(|title| paragraph(title, HEAD, width)).collect();
    let byline = (!metadata.byline.is_empty()).then(|| metadata.byline.join(", "));
    let known = [byline, metadata.publisher.clone(), metadata.published.clone(), metadata.url.clone()];
    let known: Vec<String> = known.into_iter().flatten().collect();
    if !known.is_empty() {
        lines.extend(paragraph(&known.join(" · "), QUIET, width));
    }
    lines
}
