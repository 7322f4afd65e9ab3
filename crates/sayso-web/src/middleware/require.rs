//! What a route asks of a visitor, and the log of what visitors did there.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::see_other::back_to;
use super::visitor::Visitor;
use crate::account::Role;
use crate::components;
use crate::desk::Desk;
use crate::page;
use crate::problem::Problem;

/// The least role that a group of routes asks for.
#[derive(Clone)]
pub struct LeastRole {
    desk: Arc<Desk>,
    role: Role,
}

impl LeastRole {
    /// For the routes of a desk.
    pub fn new(desk: &Arc<Desk>, role: Role) -> Self {
        Self { desk: Arc::clone(desk), role }
    }
}

/// What an action did, for the log; it travels with the answer.
#[derive(Clone, Debug)]
pub struct AuditNote(pub String);

impl AuditNote {
    /// The answer with it.
    pub fn with(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        response
    }
}

/// Lets through who may at least this much, and writes down what they change; others are asked to sign in, or told that
/// they may not.
pub async fn require(State(least): State<LeastRole>, request: Request, next: Next) -> Response {
    let Some(Visitor { name: who, role, .. }) = request.extensions().get::<Visitor>().cloned() else {
        return sign_in_first(&request);
    };
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let address = request.extensions().get::<IpAddr>().copied();
    let response = if role >= least.role {
        next.run(request).await
    } else {
        let needed = least.role;
        let told = format!("This needs the role “{needed}”; yours is “{role}”. An admin of the desk can change it.");
        page::bare(&Problem::Refused(told)).into_response()
    };
    if changes {
        let (what, outcome) = told(&path, &response);
        least.desk.note(who, what, outcome, address.filter(|_| path == "sign-out")).await;
    }
    response
}

/// What was tried, and what came of it.
fn told(path: &str, response: &Response) -> (String, &'static str) {
    let what = match response.extensions().get::<AuditNote>() {
        Some(AuditNote(told)) => format!("{path}: {told}"),
        None => path.to_owned(),
    };
    let outcome = match response.status() {
        status if status.is_server_error() => "failed",
        status if status.is_client_error() => "refused",
        _ => "done",
    };
    (what, outcome)
}

/// A person is led to where they sign in, and from there on to what they asked for; a program is told.
pub fn sign_in_first(request: &Request) -> Response {
    let accepts = request.headers().get(header::ACCEPT).and_then(|accepts| accepts.to_str().ok()).unwrap_or_default();
    if *request.method() == Method::GET && accepts.contains("text/html") {
        let wanted = request.uri().path_and_query().map_or("/", |wanted| wanted.as_str());
        return back_to(&format!("/sign-in?to={}", components::segment(wanted)));
    }
    page::bare(&Problem::nobody()).into_response()
}
