//! The cases in `golden/page/`: a page, a plain text, a PDF (as its source), a saved page or the text of a Word document, and what it must be read as.

mod word;

use std::fmt::Write as _;

use sayso_golden::{block, with_block};
use sayso_page::{Article, Known, from_html, from_text, read_page};
use word::word;

#[test]
fn pages_are_read_as_agreed() {
    sayso_golden::hold("page", |case| with_block(case, "expect", &found(case)));
}

fn found(case: &str) -> String {
    let known = Known::default();
    let made = |kind| block(case, kind);
    let read = if let Some(html) = made("html") {
        from_html(html, &known)
    } else if let Some(document) = made("pdf").or_else(|| made("mhtml")) {
        read_page(document.as_bytes(), None, &known)
    } else if let Some(body) = made("docx") {
        read_page(&word(body, made("properties").unwrap_or_default()), None, &known)
    } else {
        from_text(made("text").expect("a case has a block `html`, `pdf`, `mhtml`, `docx` or `text`"), &known)
    };
    match read {
        Ok(article) => shown(&article, made("text").is_none()),
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
