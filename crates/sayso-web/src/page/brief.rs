//! The brief at the head of a story: sentences, each with links to the passages that carry it.

use maud::{Markup, html};
use sayso::brief::{MOST_ARTICLES, Sentence, brief as brief_of, head, sections};
use sayso::ledger::record::{At, StoryRecord};
use sayso::ledger::store::StoreError;
use sayso::ledger::{Document, View};
use sayso::wording::{StoryIndex, times};

use crate::components;

/// A story's brief with the texts that its footnotes point into.
#[derive(Debug)]
pub struct Briefed {
    sentences: Vec<Sentence>,
    documents: Vec<Document>,
}

impl Briefed {
    /// Of a story of the ledger.
    pub fn of(view: &View<'_>, story: &StoryRecord) -> Result<Self, StoreError> {
        let mut documents = view.documents_of(story, MOST_ARTICLES)?;
        let sentences = brief_of(story, &documents);
        let notes = || sentences.iter().flat_map(|sentence| &sentence.footnotes);
        documents.retain(|document| notes().any(|note| *document.id() == note.article));
        Ok(Self { sentences, documents })
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }
}

/// The section; nothing where there is nothing to tell.
pub fn brief(briefed: &Briefed, shelf: &StoryIndex<'_>) -> Markup {
    html! {
        @if !briefed.is_empty() {
            section.sec.brief id="brief" aria-labelledby="h-brief" {
                header { h2 id="h-brief" { "In brief" } p { "What stands in quotation marks stands so in the article; a number leads to the passage" } }
                div.told {
                    @for (kind, told) in sections(&briefed.sentences) {
                        h3.label { (head(kind)) }
                        ul {
                            @for (first, sentence) in told {
                                li data-item { (sentence.text) @for (number, note) in (first..).zip(&sentence.footnotes) { " " (footnote(number, note, briefed, shelf)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn footnote(number: usize, note: &At, briefed: &Briefed, shelf: &StoryIndex<'_>) -> Markup {
    let when = shelf.published(&note.article).map(|at| format!(", {}", times::day(at))).unwrap_or_default();
    let label = format!("footnote {number}: {}{when}", shelf.outlet(&note.article));
    html! { sup { a href=(passage_at(note, briefed)) aria-label=(label) title=(label) { (number) } } }
}

/// The address of a passage: its paragraph on the page of its article, where its words are marked.
fn passage_at(note: &At, briefed: &Briefed) -> String {
    let article = components::article_at(&note.article);
    let document = briefed.documents.iter().find(|document| *document.id() == note.article);
    let before =
        document.and_then(|document| Some(document.text.slice(document.text.span_of_code_points(0, note.start)?)));
    let lines = before.map_or(1, |before| {
        let (whole, _) = before.rsplit_once('\n').unwrap_or(("", before));
        1 + whole.lines().filter(|line| !line.trim().is_empty()).count()
    });
    format!("{article}?words={}-{}#p{lines}", note.start, note.end)
}
