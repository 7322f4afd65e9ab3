//! `get_brief`.

use std::collections::HashMap;

use sayso::brief::{MOST_ARTICLES, Sentence, brief};
use sayso::ledger::Document;
use sayso::ledger::record::At;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::name_of;
use crate::context::ToolContext;
use crate::untrusted::{Untrusted, clipped};

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BriefArguments {
    /// The story's id, or that of one of its articles.
    story: String,
}

/// What is answered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BriefAnswer {
    untrusted: Untrusted<StoryId>,
    /// In the order in which an editor needs them. Empty where nothing can be quoted that stands by itself.
    sentences: Vec<BriefSentence>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct StoryId {
    /// The story's id, which is made of an article's.
    story: String,
}

/// A sentence.
#[derive(Debug, Serialize, JsonSchema)]
struct BriefSentence {
    /// What it tells: claimed, disputed, declined, figure, corrected, silent (an article was changed without saying so) or
    /// one-source.
    kind: String,
    /// The ids of the claims that it tells of.
    claims: Vec<String>,
    untrusted: Untrusted<SentenceWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct SentenceWords {
    /// The sentence; what stands in quotation marks is an article's.
    text: String,
    /// The passages that carry it, each by itself.
    footnotes: Vec<Footnote>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Footnote {
    /// The article's id.
    article: String,
    /// Its outlet.
    outlet: Option<String>,
    /// When it came out, as it says.
    published: Option<String>,
    /// Where it stands on the web.
    url: Option<String>,
    /// Where the passage begins, in code points of the article's text.
    start: usize,
    /// Where it ends.
    end: usize,
    /// Its words.
    passage: String,
}

/// The brief of a story.
pub fn get(context: &ToolContext, asked: &BriefArguments) -> Result<BriefAnswer, String> {
    let story = super::find::story(context, &asked.story)?;
    let documents = context.look(|view| view.documents_of(&story, MOST_ARTICLES))?;
    let by_id: HashMap<String, &Document> =
        documents.iter().map(|document| (document.id().to_string(), document)).collect();
    let sentences = brief(&story, &documents).into_iter().map(|sentence| told(sentence, &by_id)).collect();
    Ok(BriefAnswer { untrusted: Untrusted(StoryId { story: story.id }), sentences })
}

fn told(sentence: Sentence, documents: &HashMap<String, &Document>) -> BriefSentence {
    let footnotes = sentence.footnotes.iter().map(|note| footnote(note, documents)).collect();
    BriefSentence {
        kind: name_of(&sentence.kind),
        claims: sentence.claims,
        untrusted: Untrusted(SentenceWords { text: sentence.text, footnotes }),
    }
}

fn footnote(note: &At, documents: &HashMap<String, &Document>) -> Footnote {
    let article = note.article.to_string();
    let document = documents.get(&article);
    let span = document.and_then(|document| document.text.span_of_code_points(note.start, note.end));
    let passage = document.zip(span).map_or("", |(document, span)| document.text.slice(span));
    Footnote {
        outlet: document.and_then(|document| document.entry.outlet()).map(clipped),
        published: document.and_then(|document| document.entry.published()).map(clipped),
        url: document.and_then(|document| document.entry.record.article.url.as_deref()).map(clipped),
        start: note.start,
        end: note.end,
        passage: clipped(passage),
        article,
    }
}
