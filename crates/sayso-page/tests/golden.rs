//! The cases in `golden/page/`: a page or a plain text, and what it must be read as.

use std::fmt::Write as _;

use sayso_golden::{block, with_block};
use sayso_page::{Article, Known, from_html, from_text};

#[test]
fn pages_are_read_as_agreed() {
    sayso_golden::hold("page", |case| with_block(case, "expect", &found(case)));
}

fn found(case: &str) -> String {
    let html = block(case, "html");
    let read = if html.is_some() { from_html } else { from_text };
    let input = html.or_else(|| block(case, "text")).expect("a case has a block `html` or `text`");
    match read(input, &Known::default()) {
        Ok(article) => shown(&article, html.is_some()),
        Err(error) => format!("error: {error}\n"),
    }
}

/// The metadata that was found, warnings, furniture; for a page, also the text that was taken from it.
fn shown(article: &Article, with_text: bool) -> String {
    let metadata = &article.metadata;
    let byline = metadata.byline.join("; ");
    let fields = [
        ("title", metadata.title.as_deref()),
        ("byline", Some(byline.as_str()).filter(|names| !names.is_empty())),
        ("publisher", metadata.publisher.as_deref()),
        ("published", metadata.published.as_deref()),
        ("modified", metadata.modified.as_deref()),
        ("language", metadata.language.as_deref()),
        ("url", metadata.url.as_deref()),
    ];
    let mut shown = String::new();
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        writeln!(shown, "{name}: {value}").unwrap();
    }
    for warning in &article.warnings {
        writeln!(shown, "warning: {}", warning.message).unwrap();
    }
    for furniture in &article.furniture {
        writeln!(shown, "{}: {}", furniture.kind.name(), article.text.slice(furniture.span)).unwrap();
    }
    if with_text {
        writeln!(shown, "\n{}", article.text.as_str()).unwrap();
    }
    shown
}
