//! An article that is put together from the parts of a document that has no plain text of its own: a PDF, a Word document.
//!
//! What such a file says of itself is often wrong: a title left from the document that it was made from, the account of
//! whoever typed it, the day on which it was last printed. So it counts where the text bears it out, and nowhere else.

use sayso_text::{Alignment, Span, Text};

use crate::article::{Article, Furniture, FurnitureKind, Known, Metadata, Warning};
use crate::{PageError, furniture, language, metadata};

/// How many letters from the head of the text a title is looked for.
const HEAD: usize = 2000;

/// A paragraph, or a line that belongs to the page.
#[derive(Debug)]
pub(crate) struct ComposedBlock {
    pub text: String,
    /// What it is, where it is not of the article.
    pub furniture: Option<FurnitureKind>,
}

/// What a file says of itself.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    pub title: Option<String>,
    pub author: Option<String>,
    /// The day on which it was made, in ISO 8601.
    pub created: Option<String>,
}

/// The parts of an article, and what is said of it.
#[derive(Debug)]
pub(crate) struct Composed {
    pub parts: Vec<ComposedBlock>,
    /// What is set as a headline.
    pub heading: Option<String>,
    pub stated: Stated,
}

impl Composed {
    /// The article: paragraphs parted by a blank line.
    pub(crate) fn into_article(self, known: &Known) -> Result<Article, PageError> {
        let Self { parts, heading, stated } = self;
        let (text, own) = joined(&parts);
        PageError::check(text.as_str())?;
        let article: Vec<&str> = parts.iter().filter(|part| part.furniture.is_none()).map(|part| &*part.text).collect();
        let article = article.join("\n\n");
        let mut metadata = metadata::merge(known, of_text(&article, heading, &stated));
        let furniture = with_own(own, furniture::mark(&text));
        let mut warnings: Vec<Warning> = furniture::warn_if_alone(&text, &furniture).into_iter().collect();
        warnings.extend(undated(&metadata, &stated));
        warnings.extend(language::settle(&text, &furniture, &mut metadata));
        Ok(Article { text, alignment: Alignment::default(), metadata, furniture, entries: Vec::new(), warnings })
    }
}

fn joined(parts: &[ComposedBlock]) -> (Text, Vec<Furniture>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for part in parts.iter().filter(|part| !part.text.trim().is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(part.text.trim());
        places.extend(part.furniture.map(|kind| (start, text.len(), kind)));
    }
    let text: Text = Text::new(text);
    let furniture = |(start, end, kind)| text.span(start, end).map(|span| Furniture { span, kind });
    let own = places.into_iter().filter_map(furniture).collect();
    (text, own)
}

/// What the document itself marks comes before what its wording tells.
fn with_own(mut own: Vec<Furniture>, mut marked: Vec<Furniture>) -> Vec<Furniture> {
    let spans: Vec<Span> = own.iter().map(|found| found.span).collect();
    let is_free = |found: &Furniture| {
        let at = spans.partition_point(|span| span.end() <= found.span.start());
        spans.get(at).is_none_or(|span| !span.overlaps(found.span))
    };
    marked.retain(is_free);
    own.append(&mut marked);
    own.sort_by_key(|found| found.span.start());
    own
}

fn of_text(article: &str, heading: Option<String>, stated: &Stated) -> Metadata {
    let found = metadata::of_text(article);
    let title = stated.title.as_ref().filter(|title| heads(title, article)).cloned();
    let names = stated.author.as_deref().map(metadata::names_in).unwrap_or_default();
    let signed = |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| signs(name, article));
    let created = stated.created.clone().filter(|day| metadata::mentions_day(article, day));
    Metadata {
        title: title.or(heading).map(|title| one_line(&title)).or(found.title),
        byline: if found.byline.is_empty() { Some(names).filter(signed).unwrap_or_default() } else { found.byline },
        published: found.published.or(created),
        ..Metadata::default()
    }
}

fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a title stands at the head of a text, and is more than a word.
fn heads(title: &str, text: &str) -> bool {
    let head: String = text.chars().take(HEAD).collect();
    title.split_whitespace().count() > 1 && bare(&head).contains(&bare(title))
}

/// Whether a name of more than one word stands in a text.
fn signs(name: &str, text: &str) -> bool {
    name.contains(' ') && text.contains(name)
}

/// Letters and digits alone: titles differ in their marks and in how they are broken into lines.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A date that nothing bears out is told and not believed: what is read by a wrong one is wrong.
fn undated(metadata: &Metadata, stated: &Stated) -> Option<Warning> {
    let created = stated.created.as_ref().filter(|_| metadata.published.is_none())?;
    Some(Warning::new(format!(
        "The file says that it was made on {created}, which its text does not bear out: give the date of publication if you \
         know it."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(stated: Stated, heading: Option<&str>) -> Article {
        let part = |text: &str, furniture| ComposedBlock { text: text.to_owned(), furniture };
        let parts = vec![
            part("Marsh Line – statement", Some(FurnitureKind::Other)),
            part("Ferry sinks off Caldry", None),
            part("A ferry sank on 3 May 2020, Ann Doe of Marsh Line said.", None),
        ];
        Composed { parts, heading: heading.map(str::to_owned), stated }.into_article(&Known::default()).unwrap()
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn what_the_text_bears_out_is_believed() {
        let stated =
            Stated { title: some("FERRY SINKS\noff Caldry"), author: some("Ann Doe"), created: some("2020-05-03") };
        let found = article(stated, None).metadata;
        assert_eq!(found.title.as_deref(), Some("FERRY SINKS off Caldry"));
        assert_eq!(found.byline, ["Ann Doe"]);
        assert_eq!(found.published.as_deref(), Some("2020-05-03"));
    }

    #[test]
    fn what_it_does_not_is_not() {
        let stated =
            Stated { title: some("Microsoft Word - a.doc"), author: some("Bo Roe"), created: some("2021-01-01") };
        let found = article(stated, Some("Ferry sinks off Caldry"));
        assert_eq!(found.metadata.title.as_deref(), Some("Ferry sinks off Caldry"));
        assert_eq!((found.metadata.byline.len(), found.metadata.published.clone()), (0, None));
        assert!(found.warnings.iter().any(|warning| warning.message.contains("2021-01-01")), "{:?}", found.warnings);
    }

    #[test]
    fn what_belongs_to_the_page_is_marked() {
        let found = article(Stated::default(), None);
        assert_eq!(found.text.slice(found.furniture[0].span), "Marsh Line – statement");
        assert!(found.text.as_str().ends_with("off Caldry\n\nA ferry sank on 3 May 2020, Ann Doe of Marsh Line said."));
    }
}
