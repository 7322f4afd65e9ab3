//! One line of a JSON Lines stream: a document, what is known of it, and its id.

use jiff::civil;
use sayso_page::{Known, Warning};
use sayso_read::Model;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::described::Described;
use crate::document::{Content, Document};
use crate::unreadable::contained;
use crate::{Id, Record, Unreadable};

/// What is printed for a line that cannot be read.
#[derive(Debug, Serialize)]
pub struct LineError {
    /// Null where the line has none.
    id: Option<Id>,
    /// Counted from 1.
    line: u64,
    /// Why, and what to do.
    error: String,
}

impl LineError {
    /// A line that fails for `error` before its id is known.
    pub fn new(line: u64, error: impl ToString) -> Self {
        Self { id: None, line, error: error.to_string() }
    }

    /// Why, and what to do.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.error
    }
}

/// Reads the document in a line; `defaults` hold where the line and its document do not say.
///
/// # Errors
///
/// Where the line is no document, or cannot be read; says which line, and why.
pub fn read_line(line: &[u8], number: u64, defaults: &Known, model: &dyn Model) -> Result<Record, LineError> {
    contained(|| ParsedLine::parse(line)?.record(defaults, model))
        .flatten()
        .map_err(|error| LineError { id: id_of(line), ..LineError::new(number, error) })
}

/// Whether a text is a day of the calendar, written YYYY-MM-DD.
#[must_use]
pub fn is_day(text: &str) -> bool {
    text.parse::<civil::Date>().is_ok_and(|day| day.to_string() == text)
}

/// Whether a text is a day, or a day and a time of it, in ISO 8601.
fn is_date(text: &str) -> bool {
    is_day(text) || text.parse::<jiff::Timestamp>().is_ok() || text.parse::<civil::DateTime>().is_ok()
}

/// A parsed line.
struct ParsedLine {
    id: Option<Id>,
    content: Content,
    known: Known,
    warnings: Vec<Warning>,
}

/// The fields that are looked at. Those that only describe the document may be of any type: a wrong one costs itself.
#[derive(Deserialize)]
struct Fields {
    id: Option<Box<RawValue>>,
    text: Option<String>,
    html: Option<String>,
    html_b64: Option<String>,
    date: Option<Described>,
    published: Option<Described>,
    title: Option<Described>,
    publisher: Option<Described>,
    url: Option<Described>,
    language: Option<Described>,
}

impl Fields {
    /// The language, where it is given as a tag of one (RFC 5646): it counts where the words do not tell.
    fn language(&self) -> Option<String> {
        let Some(Described::Text(tag)) = &self.language else { return None };
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        let is_tag = matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_tag.then(|| tag.replace('_', "-"))
    }

    /// What the fields say of the document, and a warning for each that says it wrongly.
    fn known(&self) -> (Known, Vec<Warning>) {
        let mut warnings = Vec::new();
        let mut kept = |found: Result<Option<String>, Warning>| {
            found.unwrap_or_else(|warning| {
                warnings.push(warning);
                None
            })
        };
        let published = kept(date("date", &self.date));
        let also = kept(date("published", &self.published));
        let known = Known {
            title: kept(string("title", &self.title)),
            publisher: kept(string("publisher", &self.publisher)),
            published: published.or(also),
            url: kept(string("url", &self.url)),
            language: self.language(),
            ..Known::default()
        };
        (known, warnings)
    }
}

impl ParsedLine {
    fn parse(line: &[u8]) -> Result<Self, Unreadable> {
        let line = std::str::from_utf8(line).map_err(|_| {
            Unreadable::new("the line is not UTF-8; give a page in another encoding as 'html_b64', its bytes in Base64")
        })?;
        let fields: Fields = serde_json::from_str(line).map_err(|error| not_an_object(&error))?;
        let id = fields.id.as_deref().map(id_from_json).transpose()?;
        let (known, warnings) = fields.known();
        Ok(Self { id, content: content(fields.text, fields.html, fields.html_b64)?, known, warnings })
    }

    fn record(self, defaults: &Known, model: &dyn Model) -> Result<Record, Unreadable> {
        let mut article = self.content.article(&self.known)?;
        article.warnings.extend(self.warnings);
        let document = Document::new(self.id, article).or_else_known(defaults);
        Ok(Record::new(document.id, &sayso_read::read(document.article, model)))
    }
}

fn not_an_object(error: &serde_json::Error) -> Unreadable {
    let told = error.to_string();
    let reason = told.rsplit_once(" at line ").map_or(told.as_str(), |(reason, _)| reason);
    let column = error.column();
    Unreadable::new(format!(
        "the line is not a JSON object with 'id' and one of 'text', 'html', 'html_b64': {reason} at column {column}"
    ))
}

fn id_from_json(value: &RawValue) -> Result<Id, Unreadable> {
    Id::from_json(value).ok_or_else(|| Unreadable::new("'id' is neither a string nor a number; give one of these"))
}

fn content(text: Option<String>, html: Option<String>, html_b64: Option<String>) -> Result<Content, Unreadable> {
    match (text, html, html_b64) {
        (Some(text), None, None) => Ok(Content::Text(text)),
        (None, Some(html), None) => Ok(Content::Html(html)),
        (None, None, Some(base64)) => Ok(Content::HtmlBase64(base64)),
        (None, None, None) => Err(Unreadable::new("the line has no document; give it as 'text', 'html' or 'html_b64'")),
        _ => Err(Unreadable::new("the line has more than one of 'text', 'html' and 'html_b64'; give one")),
    }
}

fn string(name: &str, value: &Option<Described>) -> Result<Option<String>, Warning> {
    match value {
        None => Ok(None),
        Some(Described::Text(string)) => Ok(Some(string.clone())),
        Some(Described::Other) => Err(left_out(format!("'{name}' is not a string and was left out"))),
    }
}

fn date(name: &str, value: &Option<Described>) -> Result<Option<String>, Warning> {
    match string(name, value)? {
        Some(date) if !is_date(&date) => {
            Err(left_out(format!("'{name}' is '{date}', which is not a date, and was left out; write YYYY-MM-DD")))
        }
        date => Ok(date),
    }
}

fn left_out(message: String) -> Warning {
    Warning { message, span: None }
}

/// The id of a line that is otherwise no use, where it can still be made out.
fn id_of(line: &[u8]) -> Option<Id> {
    #[derive(Deserialize)]
    struct OnlyId {
        id: Option<Box<RawValue>>,
    }
    let only: OnlyId = serde_json::from_str(&String::from_utf8_lossy(line)).ok()?;
    Id::from_json(&only.id?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(line: &str) -> String {
        ParsedLine::parse(line.as_bytes()).err().expect("the line is at fault").to_string()
    }

    #[test]
    fn a_line_has_one_document() {
        assert!(error(r#"{"id":1}"#).contains("no document"));
        assert!(error(r#"{"id":1,"text":"a","html":"b"}"#).contains("more than one"));
        assert!(error(r#"{"id":[],"text":"a"}"#).contains("neither a string nor a number"));
        assert!(error(r#"{"id":1,"text":"#).ends_with("EOF while parsing a value at column 15"));
        assert!(ParsedLine::parse(b"{\"id\":1,\"text\":\"\xff\"}").err().unwrap().to_string().contains("not UTF-8"));
        let line = ParsedLine::parse(br#"{"id":1,"text":null,"html":"<p>","unknown":{"a":[1]}}"#).ok().unwrap();
        assert_eq!(line.content, Content::Html("<p>".to_owned()));
    }

    #[test]
    fn a_wrong_description_costs_only_itself() {
        let line = br#"{"text":"a","date":"31 May","title":7,"publisher":"The Pennant"}"#;
        let line = ParsedLine::parse(line).ok().unwrap();
        assert_eq!(line.known, Known { publisher: Some("The Pennant".to_owned()), ..Known::default() });
        assert_eq!(line.warnings.len(), 2);
    }

    #[test]
    fn a_language_is_a_tag_or_nothing() {
        for (given, expected) in [("en", Some("en")), ("pt_BR", Some("pt-BR")), ("English", None), ("", None)] {
            let line = ParsedLine::parse(format!(r#"{{"text":"a","language":"{given}"}}"#).as_bytes()).ok().unwrap();
            assert_eq!((line.known.language.as_deref(), line.warnings.len()), (expected, 0), "{given}");
        }
        assert_eq!(ParsedLine::parse(br#"{"text":"a","language":7}"#).ok().unwrap().known.language, None);
    }

    #[test]
    fn a_day_that_is_none_is_told() {
        for day in ["yesterday", "2026-02-30", "2026-13-01", "30/02/2026", ""] {
            let line = format!(r#"{{"text":"a","date":"2026-02-28","published":"{day}"}}"#);
            let line = ParsedLine::parse(line.as_bytes()).ok().unwrap();
            assert_eq!(line.known.published.as_deref(), Some("2026-02-28"));
            assert!(line.warnings[0].message.starts_with("'published' is"), "{day}");
        }
        let line = ParsedLine::parse(br#"{"text":"a","published":"2026-02-28"}"#).ok().unwrap();
        assert_eq!(line.known.published.as_deref(), Some("2026-02-28"));
    }

    #[test]
    fn what_nests_without_end_costs_itself() {
        let deep = "[".repeat(200_000) + &"]".repeat(200_000);
        for field in ["title", "unknown"] {
            let line = format!("{{\"id\":1,\"text\":\"a\",\"{field}\":{deep}}}");
            match ParsedLine::parse(line.as_bytes()) {
                Ok(line) => assert_eq!(line.known.title, None),
                Err(error) => assert!(error.to_string().contains("recursion limit")),
            }
            assert_eq!(id_of(line.as_bytes()).map(|id| id.to_string()), Some("1".to_owned()));
        }
        assert!(error(&format!("{{\"text\":{deep}}}")).contains("not a JSON object with 'id'"));
    }

    #[test]
    fn a_number_is_an_id_as_it_was_written() {
        for number in ["7", "-7", "1.50", "1e400", "123456789012345678901234567890"] {
            let line = format!("{{\"id\":{number},\"text\":\"a\"}}");
            let id = ParsedLine::parse(line.as_bytes()).ok().unwrap().id.unwrap();
            assert_eq!(serde_json::to_string(&id).unwrap(), number);
        }
    }

    #[test]
    fn a_day_is_of_the_calendar_and_written_in_full() {
        assert!(["2026-02-28", "2024-02-29"].into_iter().all(is_day));
        assert!(!["2026-02-29", "20260228", "2026-2-8", "2026-02-28T10:00", ""].into_iter().any(is_day));
        assert!(["2026-02-28", "2026-02-28T10:00:00Z", "2026-02-28T10:00:00+09:00"].into_iter().all(is_date));
    }

    #[test]
    fn an_id_survives_the_line_that_it_stands_in() {
        assert_eq!(id_of(b"{\"id\":\"d7\",\"text\":\"\xff\"}"), Some(Id::from("d7")));
        assert_eq!(id_of(br#"{"id":"d7","text":5}"#), Some(Id::from("d7")));
        assert_eq!(id_of(b"{\"id\":"), None);
    }
}
