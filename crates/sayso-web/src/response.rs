//! How what a handler made, or the problem that it met, is answered to people, programs and readers of feeds.

use std::sync::Arc;

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::middleware::Visitor;
use crate::page::{self, DeskSection, Frame};
use crate::problem::Problem;

/// An answer once it is made, or the problem on a page of its own.
pub async fn answered(
    desk: &Arc<Desk>,
    visitor: &Visitor,
    made: impl Future<Output = Result<Response, Problem>>,
) -> Response {
    match made.await {
        Ok(response) => response,
        Err(problem) => match desk.overview().await {
            Ok(overview) => {
                page::problem(Frame::new(desk, visitor, overview, DeskSection::Elsewhere, problem.title()), &problem)
            }
            Err(worse) => page::bare(&worse).into_response(),
        },
    }
}

/// The same for readers of a site, who see nothing of the desk.
pub fn shown(made: Result<impl IntoResponse, Problem>) -> Response {
    match made {
        Ok(response) => response.into_response(),
        Err(problem) => page::bare(&problem).into_response(),
    }
}

/// The same for programs.
pub fn told(made: Result<Value, Problem>) -> Response {
    match made {
        Ok(value) => Json(value).into_response(),
        Err(problem) => (problem.status(), Json(json!({"error": problem.told()}))).into_response(),
    }
}

/// The same for readers of feeds.
pub fn fed(made: Result<String, Problem>) -> Response {
    match made {
        Ok(xml) => ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], xml).into_response(),
        Err(problem) => (problem.status(), problem.told().to_owned()).into_response(),
    }
}
