//! A form is read whole before anything is done with it: one that is too long, or too slow, changes nothing, and who sent
//! it is asked again afterwards.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::recognise::visitor;
use super::visitor::Visitor;
use crate::desk::Desk;
use crate::page;
use crate::problem::Problem;

/// Bytes of a form.
pub const FORM: usize = 64 << 10;

/// Where files are sent to, which are read piece by piece by those who take them.
const UPLOADS: [&str; 2] = ["/add", "/upkeep/restore"];

/// How long a form may take in all: 64 KiB over the slowest of lines.
const PATIENCE: Duration = Duration::from_secs(60);

/// Reads the form. Files are read by those who take them, piece by piece.
pub async fn whole_form(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) || UPLOADS.contains(&request.uri().path()) {
        return next.run(request).await;
    }
    match read(&desk, request).await {
        Ok(request) => next.run(request).await,
        Err(problem) => page::bare(&problem).into_response(),
    }
}

async fn read(desk: &Arc<Desk>, request: Request) -> Result<Request, Problem> {
    let (mut parts, body) = request.into_parts();
    let whole = Bytes::from_request(Request::from_parts(parts.clone(), body), &());
    let form = timeout(PATIENCE, whole).await.map_err(|_| slow())?.map_err(|refused| match refused.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::TooLarge("The form is longer than the desk takes. Nothing was changed.".to_owned())
        }
        _ => slow(),
    })?;
    parts.extensions.remove::<Visitor>();
    if let Some(visitor) = visitor(desk, &parts.headers, true).await? {
        parts.extensions.insert(visitor);
    }
    Ok(Request::from_parts(parts, Body::from(form)))
}

fn slow() -> Problem {
    Problem::Wrong("The form did not arrive whole, or took too long. Nothing was changed; try again.".to_owned())
}
