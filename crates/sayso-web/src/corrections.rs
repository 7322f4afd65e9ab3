//! The addresses of corrections: those of the desk, and those that anybody may see.

use std::cmp::Reverse;
use std::sync::Arc;

use axum::extract::{Extension, Path, Query as Asked, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;

use crate::beside::{Correction, State as Standing};
use crate::correction::{self, Placed, linked_data, placed};
use crate::desk::Desk;
use crate::gate::Visitor;
use crate::page::{self, Frame, Here, Written};
use crate::problem::Problem;
use crate::routes::{Form, Shared, answered, fed, form, shown};
use crate::{action, feed, mail, marks};

/// Waiting corrections of which the place is looked up for one page.
const QUEUED: usize = 100;

/// The script that a site includes.
const SCRIPT: &str = include_str!("../static/sayso.js");

/// For everybody.
pub fn open() -> Router<Arc<Desk>> {
    Router::new()
        .route("/corrections/challenge", get(correction::challenge).options(correction::preflight))
        .route("/corrections/submit", post(correction::submit).options(correction::preflight))
        .route("/corrections/write", get(write).post(correction::written))
        .route("/corrections/outcome/{id}", get(outcome))
        .route("/corrections/mail", post(mail::ask))
        .route("/corrections/mail/{secret}", get(mail::invite).post(mail::confirm))
        .route("/corrections/by/{publisher}", get(published))
}

/// For whoever may read what readers wrote, and answer it.
pub fn editors() -> Router<Arc<Desk>> {
    Router::new().route("/corrections", get(queue)).route("/corrections/decide", post(action::correct))
}

async fn queue(State(desk): Shared, visitor: Visitor) -> Response {
    answered(&desk, &visitor, queued(&desk, &visitor)).await
}

async fn queued(desk: &Arc<Desk>, visitor: &Visitor) -> Result<Response, Problem> {
    let (waiting, decided) = desk
        .aside(|beside| {
            let mut decided = beside.corrections(Standing::Approved)?;
            decided.extend(beside.corrections(Standing::Rejected)?);
            decided.sort_by_key(|correction| Reverse(correction.decided.as_ref().map(|decided| decided.at)));
            Ok((beside.corrections(Standing::Open)?, decided))
        })
        .await?;
    let waiting: Vec<(Correction, Placed)> = desk
        .look(move |view| {
            waiting
                .into_iter()
                .take(QUEUED)
                .map(|correction| placed(view, &correction.received).map(|placed| (correction, placed)))
                .collect()
        })
        .await?;
    let frame = Frame::new(desk, visitor, desk.overview().await?, Here::Corrections, "Corrections")
        .keys(&[("j k", "next, previous")]);
    let main = page::queue(&frame, &waiting, &decided, !desk.sites.is_empty());
    Ok(frame.around(&main).into_response())
}

/// `GET /sayso.js`: for pages of other sites.
pub async fn script() -> Response {
    let fields = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "max-age=3600"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    let mut response = SCRIPT.into_response();
    for (name, value) in fields {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[derive(Deserialize)]
struct About {
    #[serde(default)]
    url: String,
    #[serde(default)]
    passage: String,
}

async fn write(State(desk): Shared, Asked(about): Asked<About>) -> Response {
    let written = Written { url: about.url, exact: about.passage };
    page::open("Write to us", &page::write(&desk.open_token, &written)).into_response()
}

async fn outcome(State(desk): Shared, Path(id): Path<String>) -> Response {
    let made = async {
        let found = desk.aside(move |beside| beside.correction(&id)).await?;
        let correction = found.ok_or_else(|| Problem::Missing("There is no such correction.".to_owned()))?;
        let by_mail = mail::offer(&desk, &correction).await?;
        Ok(page::open("Your correction", &page::outcome(&correction, &by_mail)))
    };
    shown(made.await)
}

async fn published(State(desk): Shared, visitor: Option<Extension<Visitor>>, Path(asked): Path<String>) -> Response {
    let (publisher, form) = form(&asked);
    // The page and its feed are for everybody; twins are not.
    if form == Form::Twin && visitor.is_none() {
        return page::bare(&Problem::nobody()).into_response();
    }
    let named = publisher.clone();
    let corrections = match desk.aside(move |beside| beside.published(&named)).await {
        Ok(corrections) => corrections,
        Err(problem) => return page::bare(&problem).into_response(),
    };
    match form {
        Form::Twin => {
            ([(header::CONTENT_TYPE, "application/ld+json")], Json(linked_data(&corrections))).into_response()
        }
        Form::Feed => fed(Ok(feed::corrections(&publisher, &corrections))),
        Form::Page => {
            let feed = format!("/corrections/by/{}.atom", marks::segment(&publisher));
            page::open_with_feed("Corrections", &feed, &page::published(&publisher, &corrections)).into_response()
        }
    }
}
