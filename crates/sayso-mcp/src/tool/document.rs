//! `read_document`.

use sayso::ledger::store::Removed;
use sayso::record::{AttributionRecord, FigureRecord, Offsets};
use sayso::{Known, Record, Text, document, read_document};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::name_of;
use crate::context::ToolContext;
use crate::untrusted::{Untrusted, all_clipped, clipped};

/// Code points of a window unless another length is asked for, and at most.
const USUAL: usize = 6_000;
const MOST: usize = 12_000;

/// The longest text that is read when it is given: a long article has 60,000 letters.
const LONGEST_GIVEN: usize = 400_000;

/// What is asked: an article of the ledger by its id, or a text.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentArguments {
    /// The id of an article of the ledger.
    #[serde(default)]
    article: Option<String>,
    /// A text to be read: plain text or HTML. It is not added to the ledger.
    #[serde(default)]
    text: Option<String>,
    /// Date of publication of the text that is given: 2026-02-28.
    #[serde(default)]
    date: Option<String>,
    /// Its outlet.
    #[serde(default)]
    publisher: Option<String>,
    /// Where the window begins, in code points of the article's text; `next` of the window before, or 0.
    #[serde(default)]
    from: usize,
    /// How many code points the window has; 6,000 unless given, 12,000 at most.
    #[serde(default)]
    length: Option<usize>,
}

/// What is answered: a window of the text, and who says what in it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentAnswer {
    /// How many code points the whole text has.
    length: usize,
    /// Where the window begins.
    start: usize,
    /// Where it ends.
    end: usize,
    /// Give it as `from` to go on; null at the end.
    next: Option<usize>,
    /// How many attributions the whole text has.
    all_attributions: usize,
    untrusted: Untrusted<DocumentWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct DocumentWords {
    article: String,
    title: Option<String>,
    byline: Vec<String>,
    publisher: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    language: Option<String>,
    url: Option<String>,
    /// The window of the text.
    text: String,
    /// Who says what: those whose content begins in the window.
    attributions: Vec<Attribution>,
    /// The figures that begin in the window.
    figures: Vec<DocumentFigure>,
    /// What was amiss with the document.
    warnings: Vec<String>,
}

/// Who says what. Places are `[start, end)` in code points of the whole text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Attribution {
    id: String,
    speakers: Vec<String>,
    role: Option<String>,
    /// asserts, denies, confirms, doubts, asks, demands, expects, declines or other.
    stance: String,
    /// certain, probable, possible or unknown.
    certainty: String,
    /// direct, indirect or mixed.
    quote_type: String,
    source_type: Option<String>,
    /// What is attributed.
    content: String,
    content_at: Vec<Offsets>,
    /// The words that attribute.
    cue: String,
    /// The outlets that it comes through, the nearest first.
    via: Vec<String>,
    /// The attribution inside whose content it stands.
    parent: Option<String>,
    /// How likely it is right, 0 to 1.
    confidence: f64,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct DocumentFigure {
    start: usize,
    end: usize,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    approximate: bool,
    unit: Option<String>,
    counted: Option<String>,
}

/// A window of an article and its reading.
pub fn read(context: &ToolContext, asked: &DocumentArguments) -> Result<DocumentAnswer, String> {
    let record = match (&asked.article, &asked.text) {
        (Some(id), None) => of_ledger(context, id)?,
        (None, Some(text)) => of_text(context, text, asked)?,
        _ => return Err("give either 'article', the id of an article of the ledger, or 'text'".to_owned()),
    };
    Ok(window(&record, asked.from, asked.length.unwrap_or(USUAL).clamp(1, MOST)))
}

fn of_ledger(context: &ToolContext, id: &str) -> Result<Record, String> {
    let (entry, removed) = context.look(|view| Ok((view.document(id)?, view.removed(id)?)))?;
    entry.map(|entry| entry.record).ok_or_else(|| match removed {
        Some(Removed { at, .. }) => format!("the text of this article was removed on {at}"),
        None => "there is no article of this id in the ledger; search_claims and get_story give ids".to_owned(),
    })
}

fn of_text(context: &ToolContext, text: &str, asked: &DocumentArguments) -> Result<Record, String> {
    if text.len() > LONGEST_GIVEN {
        return Err(format!(
            "the text has {} bytes, and at most {LONGEST_GIVEN} are read; give a part of it",
            text.len()
        ));
    }
    let published = asked.date.clone().filter(|date| sayso::line::is_day(date));
    let known = Known { published, publisher: asked.publisher.clone(), ..Known::default() };
    let found = document::documents(text.as_bytes(), Some("utf-8"), &known).map_err(|error| error.to_string())?;
    let document = found.documents.into_iter().next().ok_or("there is no article in the text")?;
    let id = document.id.clone();
    let reading = read_document(document, context.model()?).map_err(|error| error.to_string())?;
    Ok(Record::new(id, &reading))
}

fn window(record: &Record, from: usize, length: usize) -> DocumentAnswer {
    let text = Text::new(record.text.as_str());
    let all = record.text.chars().count();
    let start = from.min(all);
    let end = start.saturating_add(length).min(all);
    let is_inside = |at: usize| (start..end).contains(&at);
    let begins =
        |attribution: &&AttributionRecord| attribution.content.iter().map(|(at, _)| *at).min().is_some_and(is_inside);
    let article = &record.article;
    let line = |words: &Option<String>| words.as_deref().map(clipped);
    let words = DocumentWords {
        article: record.id.to_string(),
        title: line(&article.title),
        byline: all_clipped(&article.byline),
        publisher: line(&article.publisher),
        published: line(&article.published),
        modified: line(&article.modified),
        language: line(&article.language),
        url: line(&article.url),
        text: slice(&text, (start, end)).to_owned(),
        attributions: record.attributions.iter().filter(begins).map(|one| attribution(one, &text)).collect(),
        figures: record.figures.iter().filter(|one| is_inside(one.start)).map(figure).collect(),
        warnings: record.warnings.iter().map(|warning| clipped(&warning.message)).collect(),
    };
    let next = (end < all).then_some(end);
    DocumentAnswer {
        length: all,
        start,
        end,
        next,
        all_attributions: record.attributions.len(),
        untrusted: Untrusted(words),
    }
}

fn attribution(one: &AttributionRecord, text: &Text) -> Attribution {
    let names: Vec<String> = one.speakers.iter().map(|speaker| speaker.name.clone()).collect();
    Attribution {
        id: one.id.clone(),
        speakers: all_clipped(&names),
        role: one.role.as_deref().map(clipped),
        stance: name_of(&one.stance),
        certainty: name_of(&one.certainty),
        quote_type: name_of(&one.quote_type),
        source_type: one.source_type.map(|kind| name_of(&kind)),
        content: joined(&one.content, text),
        content_at: one.content.clone(),
        cue: joined(&one.cue, text),
        via: all_clipped(&one.via),
        parent: one.parent.clone(),
        confidence: one.confidence,
    }
}

fn figure(one: &FigureRecord) -> DocumentFigure {
    let of = |number: &Option<serde_json::Number>| number.as_ref().and_then(serde_json::Number::as_f64);
    DocumentFigure {
        start: one.start,
        end: one.end,
        value: of(&one.value),
        low: of(&one.low),
        high: of(&one.high),
        approximate: one.approximate,
        unit: one.unit.as_deref().map(clipped),
        counted: one.counted.as_deref().map(clipped),
    }
}

fn joined(places: &[Offsets], text: &Text) -> String {
    clipped(&places.iter().map(|place| slice(text, *place)).collect::<Vec<_>>().join(" … "))
}

fn slice(text: &Text, (start, end): Offsets) -> &str {
    text.span_of_code_points(start, end).map_or("", |span| text.slice(span))
}
