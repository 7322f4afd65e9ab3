//! The addresses of corrections: those of the desk, and those that anybody may see.

use std::sync::Arc;

use axum::extract::{Extension, Path, Query, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;

use crate::correction::{self, linked_data, placed};
use crate::desk::{Desk, Shared};
use crate::desk_store::{CorrectionState, DeskStore, Queued};
use crate::middleware::Visitor;
use crate::page::{self, CorrectionDraft, DeskSection, Frame, Queue, QueueQuery};
use crate::problem::Problem;
use crate::representation::{Asked, Representation};
use crate::response::{answered, fed, shown, told};
use crate::{action, components, feed, json_pages, mail};

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
    Router::new()
        .route("/corrections", get(queue))
        .route("/corrections.json", get(queue_json))
        .route("/corrections/decide", post(action::correct))
}

async fn queue(State(desk): Shared, visitor: Visitor, Query(which): Query<QueueQuery>) -> Response {
    let made = async {
        let queue = queued(&desk, which).await?;
        let json = queue.listing.address().replacen("/corrections", "/corrections.json", 1);
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Corrections, "Corrections")
            .json_at(json)
            .keys(&[("j k", "next, previous")]);
        let main = page::queue(&frame, &queue);
        Ok(frame.around(&main).into_response())
    };
    answered(&desk, &visitor, made).await
}

async fn queue_json(State(desk): Shared, Query(which): Query<QueueQuery>) -> Response {
    told(queued(&desk, which).await.map(|queue| json_pages::corrections(&queue)))
}

async fn queued(desk: &Arc<Desk>, which: QueueQuery) -> Result<Queue, Problem> {
    let takes = !desk.sites.is_empty();
    let queue = desk.aside(move |store| looked_up(store, &which, takes)).await?;
    if queue.listing.state != CorrectionState::Open {
        return Ok(queue);
    }
    desk.look(move |view| {
        let located =
            |(queued, _): (Queued, _)| placed(view, &queued.correction.received).map(|placed| (queued, Some(placed)));
        Ok(Queue { items: queue.items.into_iter().map(located).collect::<Result<_, Problem>>()?, ..queue })
    })
    .await
}

fn looked_up(store: &DeskStore, which: &QueueQuery, takes: bool) -> Result<Queue, Problem> {
    let count = |state| store.count_of(state).map(|count| (state, count));
    let counts = [count(CorrectionState::Open)?, count(CorrectionState::Approved)?, count(CorrectionState::Rejected)?];
    let mut queue = Queue { listing: which.listing(), counts, items: Vec::new(), takes, rejected: None, decided: None };
    // Where what was on the last page is decided, the one before it is the last.
    queue.listing.page = queue.listing.page.min(queue.pages());
    queue.items = store.corrections(queue.listing)?.into_iter().map(|queued| (queued, None)).collect();
    let rejected = store.rejected_together(&which.rejected)?;
    queue.rejected = Some((which.rejected.clone(), rejected)).filter(|(_, rejected)| *rejected > 0);
    queue.decided = store.correction(&which.decided)?;
    Ok(queue)
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

async fn write(State(desk): Shared, Query(about): Query<About>) -> Response {
    let written = CorrectionDraft { url: about.url, exact: about.passage };
    page::open("Write to us", &page::write(&desk.open_token, &written)).into_response()
}

async fn outcome(State(desk): Shared, Path(id): Path<String>) -> Response {
    let made = async {
        let found = desk.aside(move |store| store.correction(&id)).await?;
        let correction = found.ok_or_else(|| Problem::Missing("There is no such correction.".to_owned()))?;
        let by_mail = mail::offer(&desk, &correction).await?;
        Ok(page::open("Your correction", &page::outcome(&correction, &by_mail)))
    };
    shown(made.await)
}

async fn published(State(desk): Shared, visitor: Option<Extension<Visitor>>, asked: Asked) -> Response {
    let look = async |publisher: String| {
        let found = desk.aside(move |store| store.published(&publisher)).await?;
        let none = || Problem::Missing("None has been published.".to_owned());
        (!found.is_empty()).then_some(found).ok_or_else(none)
    };
    let (publisher, form, corrections) = asked.find(look).await;
    // The page and its feed are for everybody; JSON is not.
    if form == Representation::Json && visitor.is_none() {
        return page::bare(&Problem::nobody()).into_response();
    }
    let corrections = match corrections {
        Ok(corrections) => corrections,
        Err(Problem::Missing(_)) => Vec::new(),
        Err(problem) => return page::bare(&problem).into_response(),
    };
    match form {
        Representation::Json => {
            ([(header::CONTENT_TYPE, "application/ld+json")], Json(linked_data(&corrections))).into_response()
        }
        Representation::Feed => fed(Ok(feed::corrections(&publisher, &corrections))),
        Representation::Page => {
            let feed = format!("/corrections/by/{}{}", components::segment(&publisher), Representation::Feed.query());
            page::open_with_feed("Corrections", &feed, &page::published(&publisher, &corrections)).into_response()
        }
    }
}
