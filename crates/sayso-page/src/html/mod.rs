//! From an HTML page to an article: its paragraphs, its metadata, and where each paragraph stands in the source.

mod attributes;
mod bounds;
mod choice;
mod elements;
mod entries;
mod extractors;
mod fill;
mod flat;
mod listing;
mod locate;
mod mend;
mod paragraphs;
mod repair;
mod same;
#[cfg(test)]
mod tests;
mod walls;

use sayso_text::{Source, Text};
use scraper::Html;

use crate::article::{Article, Known, Warning};
use crate::metadata::{Elsewhere, FoundMetadata};
use crate::{PageError, decode, furniture, language, metadata};

pub(crate) use attributes::comparisons;
use entries::FoundEntry;
use paragraphs::Paragraphs;

/// Reads an HTML page from its bytes: as [`from_html`], in whatever encoding the page is; see [`decode`] for `charset`.
///
/// # Errors
///
/// Where the bytes are too many, or of no text.
pub fn from_html_bytes(bytes: &[u8], charset: Option<&str>, known: &Known) -> Result<Article, PageError> {
    let (source, warnings) = decode(bytes, charset)?;
    let mut article = from_html(&source, known)?;
    article.warnings.splice(0..0, warnings);
    Ok(article)
}

/// Reads an HTML page: the article's paragraphs, parted by blank lines, and what the page says about it.
///
/// Navigation, related links and comments are left out; what of them stays is marked as furniture.
///
/// # Errors
///
/// Where the page is longer than any document.
pub fn from_html(source: &str, known: &Known) -> Result<Article, PageError> {
    PageError::check(source)?;
    let source: Text<Source> = Text::new(source);
    let mut warnings = Vec::new();
    let read = match bounds::too_much(source.as_str()) {
        Some(reason) => {
            warnings.push(Warning::new(reason));
            ReadPage { body: flat::paragraphs(source.as_str()), ..ReadPage::default() }
        }
        None => whole(source.as_str(), known, &mut warnings),
    };
    let (entries, known) = (read.entries, metadata::merge(known, read.found));
    let article = assemble(&source, read.body, known, read.is_listing, warnings);
    let entries = entries.into_iter().filter_map(|entry| entry.in_text(&article.text)).collect();
    Ok(Article { entries, ..article })
}

/// What a page was read as.
#[derive(Default)]
struct ReadPage {
    body: Paragraphs,
    found: Known,
    is_listing: bool,
    entries: Vec<FoundEntry>,
}

fn whole(source: &str, known: &Known, warnings: &mut Vec<Warning>) -> ReadPage {
    let page = Html::parse_document(source);
    let mut whole = page.clone();
    walls::remove(&mut whole);
    repair::repair(&mut whole);
    let body = choice::body(&whole.html()).unwrap_or_else(|| {
        let all = flat::paragraphs(source);
        if !all.as_str().is_empty() {
            warnings
                .push(Warning::new("No article could be told from the rest of this page: all of its text was read."));
        }
        all
    });
    let all = Paragraphs::of_tree(&whole);
    let body = mend::mend(&body, &all);
    let elsewhere = Elsewhere::of(&page);
    let own = Paragraphs::of_tree_without(&page, |node| elsewhere.begins(node));
    let FoundMetadata { metadata: found, updates } =
        metadata::of_page(&page, &elsewhere, all.as_str(), own.as_str(), known.url.as_deref());
    let body = body.without_heading(found.title.as_deref().unwrap_or_default());
    if !listing::is_listing(&page, &body) {
        let entries = entries::of_page(&page, &updates, &body);
        return ReadPage { body, found, is_listing: false, entries };
    }
    warnings.push(Warning::new(
        "This page lists articles and is none itself: nothing in it was read. Give the address of one of them.",
    ));
    let found = Known { byline: Vec::new(), published: None, modified: None, ..found };
    ReadPage { body, found, is_listing: true, entries: Vec::new() }
}

fn assemble(
    source: &Text<Source>,
    body: Paragraphs,
    mut metadata: Known,
    is_listing: bool,
    mut warnings: Vec<Warning>,
) -> Article {
    let alignment = locate::align(source, &body);
    let text = body.into_text();
    if text.is_empty() {
        warnings.push(Warning::new(
            "This page has no text of its own. It may be filled in by a script: save it from a browser.",
        ));
    }
    let furniture = if is_listing { furniture::all_teasers(&text) } else { furniture::mark(&text) };
    warnings.extend(furniture::warn_if_alone(&text, &furniture));
    warnings.extend(language::settle(&text, &furniture, &mut metadata));
    Article { text, alignment, metadata, furniture, entries: Vec::new(), warnings }
}
