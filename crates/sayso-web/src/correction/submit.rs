//! What readers send: checked, tied to an article of the ledger, and put into the desk's queue.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, Form, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use sayso::told::times;
use serde::Deserialize;
use serde_json::{Value, json};

use super::KINDS;
use super::annotation::{Part, Target};
use super::place::version;
use crate::beside::Received;
use crate::desk::Desk;
use crate::gate;
use crate::pace::household;
use crate::problem::Problem;
use crate::routes::{Shared, back_to, shown};

/// The longest passage, context and words of a reader, in characters.
const PASSAGE: usize = 2_000;
const CONTEXT: usize = 200;
const WORDS: usize = 4_000;

/// The longest date.
const DATE: usize = 40;

/// Characters of an id: as many as cannot be guessed.
const ID: usize = 32;

/// What the script of a site sends; fields that are not known are passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Worked {
    target: Target,
    kind: String,
    wording: String,
    reason: String,
    challenge: String,
    answer: String,
}

/// What the form without a script sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Written {
    url: String,
    kind: String,
    exact: String,
    wording: String,
    reason: String,
    /// Left empty by people, who do not see it.
    website: String,
    token: String,
}

/// What a reader says, by either way.
#[derive(Debug, Default)]
struct Sent {
    url: String,
    kind: String,
    exact: String,
    prefix: String,
    suffix: String,
    start: Option<u32>,
    dated: Option<String>,
    wording: String,
    reason: String,
}

impl Worked {
    fn sent(self) -> Sent {
        let mut sent = Sent {
            url: self.target.source,
            kind: self.kind,
            wording: self.wording,
            reason: self.reason,
            dated: self.target.state.map(|state| state.date),
            ..Sent::default()
        };
        for part in self.target.selector {
            match part {
                Part::TextQuoteSelector { exact, prefix, suffix } => {
                    (sent.exact, sent.prefix, sent.suffix) = (exact, prefix, suffix);
                }
                Part::TextPositionSelector { start } => sent.start = Some(start),
                Part::Other => {}
            }
        }
        sent
    }
}

impl Written {
    fn sent(self) -> Sent {
        let Self { url, kind, exact, wording, reason, .. } = self;
        Sent { url, kind, exact, wording, reason, ..Sent::default() }
    }
}

impl Sent {
    /// What the proof of work is bound to.
    fn content(&self) -> String {
        let start = self.start.map(|start| start.to_string()).unwrap_or_default();
        let Self { url, kind, exact, prefix, suffix, wording, reason, .. } = self;
        let dated = self.dated.as_deref().unwrap_or_default();
        [url, kind, exact, prefix, suffix, &start, dated, wording, reason].join("\n")
    }

    fn checked(&self) -> Result<Received, Problem> {
        let wrong = |told: &str| Problem::Wrong(told.to_owned());
        if !KINDS.contains(&self.kind.as_str()) {
            return Err(wrong("Please say what kind of correction it is."));
        }
        if self.exact.trim().is_empty() || length(&self.exact) > PASSAGE {
            return Err(wrong("Please choose a passage of the article, some words to some sentences."));
        }
        if length(&self.wording) > WORDS || length(&self.reason) > WORDS {
            return Err(wrong("That is too long. Please say it in 4,000 characters."));
        }
        if self.wording.trim().is_empty() && self.reason.trim().is_empty() {
            return Err(wrong("Please say what is wrong, or what it should say."));
        }
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Received {
            url: self.url.clone(),
            kind: self.kind.clone(),
            exact: self.exact.trim().to_owned(),
            prefix: last(&self.prefix),
            suffix: self.suffix.chars().take(CONTEXT).collect(),
            start: self.start,
            dated: self.dated.clone().filter(|dated| times::at(Some(dated)).is_some() && length(dated) <= DATE),
            wording: given(&self.wording),
            reason: given(&self.reason),
            ..Received::default()
        })
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn last(text: &str) -> String {
    text.chars().skip(length(text).saturating_sub(CONTEXT)).collect()
}

/// A fresh id.
fn new_id() -> Result<String, Problem> {
    Ok(gate::new_token()?[..ID].to_owned())
}

/// `GET /corrections/challenge`: what a browser works on before it sends.
pub async fn challenge(State(desk): Shared, headers: HeaderMap) -> Response {
    let made = new_id().map(|random| desk.work.challenge(&random, Timestamp::now()));
    shared(&desk, &headers, made.map(|(challenge, bits)| json!({"challenge": challenge, "bits": bits})))
}

/// `OPTIONS /corrections/…`: whether a page may send.
pub async fn preflight(State(desk): Shared, headers: HeaderMap) -> Response {
    shared(&desk, &headers, Ok(json!({})))
}

/// `POST /corrections/submit`, from a page of a listed site.
pub async fn submit(
    State(desk): Shared,
    Extension(from): Extension<IpAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let made = submitted(&desk, from, &headers, &body).await;
    shared(&desk, &headers, made.map(|id| json!({"outcome": format!("/corrections/outcome/{id}")})))
}

async fn submitted(desk: &Arc<Desk>, from: IpAddr, headers: &HeaderMap, body: &[u8]) -> Result<String, Problem> {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    let worked: Worked = serde_json::from_slice(body).map_err(|_| {
        Problem::Wrong("What was sent could not be read. Please reload the page and try again.".to_owned())
    })?;
    let (challenge, answer) = (worked.challenge.clone(), worked.answer.clone());
    let sent = worked.sent();
    if !desk.sites.has(origin) || !desk.sites.is_on(&sent.url, origin) {
        return Err(Problem::Refused("This site is not one whose corrections the desk takes.".to_owned()));
    }
    if !desk.pace.admits(&household(from)) {
        return Err(Problem::Refused(
            "Too many corrections came from your connection. Please try again in an hour.".to_owned(),
        ));
    }
    let received = sent.checked()?;
    if !desk.work.is_done(&challenge, &answer, &sent.content(), Timestamp::now()) {
        return Err(Problem::Refused("Your browser’s proof does not fit. Please try again.".to_owned()));
    }
    taken(desk, received, true).await
}

/// `POST /corrections/write`: the same without a script, from the desk's own form.
pub async fn written(
    State(desk): Shared,
    Extension(from): Extension<IpAddr>,
    Form(written): Form<Written>,
) -> Response {
    let made = async {
        gate::matches(&desk.open_token, &written.token)?;
        if !desk.sites.has(&written.url) {
            return Err(Problem::Refused("The desk takes no corrections for this site.".to_owned()));
        }
        if !written.website.is_empty() || !desk.pace.admits(&household(from)) {
            return Err(Problem::Refused(
                "Too many corrections came from your connection. Please try again in an hour.".to_owned(),
            ));
        }
        let id = taken(&desk, written.sent().checked()?, false).await?;
        Ok(back_to(&format!("/corrections/outcome/{id}")))
    };
    shown(made.await)
}

async fn taken(desk: &Arc<Desk>, received: Received, worked: bool) -> Result<String, Problem> {
    let sought = received.clone();
    let found = desk.look(move |view| version(view, &sought)).await?;
    let entry = found.ok_or_else(|| {
        Problem::Wrong("The desk does not have this page yet, so it cannot find the passage in it.".to_owned())
    })?;
    let article = &entry.record.article;
    let received = Received {
        article: entry.record.id.to_string(),
        publisher: entry.outlet().unwrap_or_default().to_owned(),
        title: article.title.clone().unwrap_or_default(),
        ..received
    };
    let id = new_id()?;
    desk.aside(move |beside| beside.receive(&id, &received, worked, Timestamp::now())).await
}

/// An answer that a page of a listed site may read.
fn shared(desk: &Desk, headers: &HeaderMap, made: Result<Value, Problem>) -> Response {
    let (status, body) = match made {
        Ok(value) => (StatusCode::OK, value),
        Err(problem) => (problem.status(), json!({"error": problem.told()})),
    };
    let mut response = (status, Json(body)).into_response();
    let answered = response.headers_mut();
    answered.insert(header::VARY, HeaderValue::from_static("Origin"));
    let origin =
        headers.get(header::ORIGIN).filter(|origin| origin.to_str().is_ok_and(|origin| desk.sites.has(origin)));
    if let Some(origin) = origin {
        answered.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        answered.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
        answered.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type"));
    }
    response
}
