//! What readers send: checked, tied to an article of the ledger, and put into the desk's queue.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, Form, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use sayso::ledger::View;
use serde_json::{Value, json};

use super::payload::{CorrectionPayload, Submission};
use super::place::version;
use crate::desk::{Desk, Shared};
use crate::desk_store::Received;
use crate::middleware;
use crate::problem::Problem;
use crate::rate_limit::Household;
use crate::response::shown;

/// Characters of an id: as many as cannot be guessed.
const ID: usize = 32;

/// A fresh id that cannot be guessed.
pub fn new_id() -> Result<String, Problem> {
    Ok(middleware::new_token()?[..ID].to_owned())
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
    let Submission { sent, challenge, answer } = Submission::read(body)?;
    if !desk.sites.has(origin) || !desk.sites.is_on(&sent.url, origin) {
        return Err(Problem::Refused("This site is not one whose corrections the desk takes.".to_owned()));
    }
    let from = Household::of(from);
    if !desk.pace.admits(&from, from) {
        return Err(Problem::Refused(
            "Too many corrections came from your connection. Please try again in an hour.".to_owned(),
        ));
    }
    let received = sent.checked()?;
    if !desk.work.is_done((&challenge, &answer), &sent.content(), from, Timestamp::now()) {
        return Err(Problem::Refused("Your browser’s proof does not fit. Please try again.".to_owned()));
    }
    taken(desk, sent.url, received, (from, true)).await
}

/// `POST /corrections/write`: the same without a script, from the desk's own form.
pub async fn written(
    State(desk): Shared,
    Extension(from): Extension<IpAddr>,
    Form(written): Form<CorrectionPayload>,
) -> Response {
    let made = async {
        middleware::matches(&desk.open_token, &written.token)?;
        if !desk.sites.has(&written.url) {
            return Err(Problem::Refused("The desk takes no corrections for this site.".to_owned()));
        }
        let from = Household::of(from);
        if !written.website.is_empty() || !desk.pace.admits(&from, from) {
            return Err(Problem::Refused(
                "Too many corrections came from your connection. Please try again in an hour.".to_owned(),
            ));
        }
        let sent = written.sent();
        let received = sent.checked()?;
        let id = taken(&desk, sent.url, received, (from, false)).await?;
        Ok(middleware::back_to(&format!("/corrections/outcome/{id}")))
    };
    shown(made.await)
}

async fn taken(
    desk: &Arc<Desk>,
    url: String,
    received: Received,
    (from, worked): (Household, bool),
) -> Result<String, Problem> {
    let received = desk.look(move |view| tied(view, &url, received)).await?;
    let id = new_id()?;
    desk.aside(move |store| {
        let sender = store.sender(from);
        store.receive(&id, &received, (&sender, worked), Timestamp::now())
    })
    .await
}

/// With what the ledger knows of the article: its address, too, since what a reader sends as one has room for words of
/// theirs, and would tell one article from itself.
fn tied(view: &View<'_>, url: &str, received: Received) -> Result<Received, Problem> {
    let (entry, address) = version(view, url, &received)?.ok_or_else(|| {
        Problem::Wrong("The desk does not have this page yet, so it cannot find the passage in it.".to_owned())
    })?;
    Ok(Received {
        article: entry.record.id.to_string(),
        url: address,
        publisher: entry.outlet().unwrap_or_default().to_owned(),
        title: entry.record.article.title.clone().unwrap_or_default(),
        ..received
    })
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
