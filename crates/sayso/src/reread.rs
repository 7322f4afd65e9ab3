//! Reading a recorded document again, with the program and the model of today.

use sayso_ledger::Entry;
use sayso_ledger::store::Capture;
use sayso_page::{Article, ArticleEntry, Furniture, FurnitureKind, Known, Metadata};
use sayso_read::record::ArticleRecord;
use sayso_read::{Model, Record, read};

use crate::document::{Document, documents};
use crate::unreadable::contained;
use crate::{Id, Unreadable};

/// The record of a document as it is read today.
///
/// Where what was fetched is kept, the article is found anew in it. Else who says what, the figures and the dates are read
/// anew in the text as it is recorded: what was article and what furniture stays, and so does what was known of it. Its id
/// and its address stay in any case.
///
/// # Errors
///
/// Where it cannot be read; what was recorded before still stands.
pub fn reread(entry: &Entry, capture: Option<&Capture>, model: &dyn Model) -> Result<Record, Unreadable> {
    contained(|| {
        let found = capture.map(|capture| in_capture(entry, capture)).transpose()?.flatten();
        let mut article = found.map_or_else(|| recorded(&entry.record), Ok)?;
        if entry.record.article.url.is_some() {
            article.metadata.url.clone_from(&entry.record.article.url);
        }
        Ok(Record::new(entry.record.id.clone(), &read(article, model)))
    })
    .flatten()
}

/// The article of an entry in what was fetched; none where it is not told which of several it is.
fn in_capture(entry: &Entry, capture: &Capture) -> Result<Option<Article>, Unreadable> {
    let known = Known { url: capture.fetched.url.clone(), ..Known::default() };
    let bytes = capture.bytes().ok_or_else(|| Unreadable::new("what was fetched is damaged in the ledger"))?;
    let Ok(found) = documents(&bytes, capture.fetched.charset.as_deref(), &known) else { return Ok(None) };
    let before = Known { url: None, language: None, byline: Vec::new(), ..known_of(&entry.record.article) };
    Ok(which(found.documents, entry).map(|document| document.or_else_known(&before).article))
}

fn which(found: Vec<Document>, entry: &Entry) -> Option<Document> {
    let is_alone = found.len() == 1;
    let record = &entry.record;
    let same_id = |id: &Id| *id == record.id;
    let same_place = |metadata: &Metadata| metadata.url.is_some() && metadata.url == record.article.url;
    let is_meant = |document: &Document| same_id(&document.id) || same_place(&document.article.metadata);
    found.into_iter().find(|document| is_alone || is_meant(document))
}

/// The article as it is recorded, but for its language, which is told anew.
fn recorded(record: &Record) -> Result<Article, Unreadable> {
    let known = known_of(&record.article);
    let told = sayso_page::from_text(&record.text, &Known { language: None, ..known.clone() })?;
    let furniture = record.furniture.iter().filter_map(|one| {
        let span = told.text.span_of_code_points(one.start, one.end)?;
        Some(Furniture { span, kind: FurnitureKind::named(&one.kind) })
    });
    let furniture = furniture.collect();
    let entries = record.entries.iter().filter_map(|one| {
        let span = told.text.span_of_code_points(one.start, one.end)?;
        Some(ArticleEntry { span, published: one.published.clone(), byline: one.byline.clone() })
    });
    let entries = entries.collect();
    let language = told.metadata.language.or(known.language.clone());
    Ok(Article { furniture, entries, metadata: Metadata { language, ..known }, ..told })
}

fn known_of(article: &ArticleRecord) -> Known {
    let ArticleRecord { title, byline, publisher, published, modified, language, url, is_summary } = article.clone();
    Metadata { title, byline, publisher, published, modified, language, url, is_summary }
}
