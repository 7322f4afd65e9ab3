//! The pages of accounts: signing in, one's own account, everybody's, and the log of what people did.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::account::Role;
use crate::desk::{Desk, Shared};
use crate::middleware::Visitor;
use crate::page::{self, DeskSection, Frame};
use crate::problem::Problem;
use crate::response::answered;

/// Entries of the log on one page.
const LOGGED: usize = 200;

#[derive(Deserialize)]
pub struct SignInQuery {
    #[serde(default)]
    to: String,
}

/// `GET /sign-in`
pub async fn sign_in(State(desk): Shared, Query(wanted): Query<SignInQuery>) -> Response {
    page::open("Sign in", &page::sign_in(&desk.open_token, &wanted.to, None)).into_response()
}

/// `GET /account`
pub async fn account(State(desk): Shared, visitor: Visitor) -> Response {
    answered(&desk, &visitor, shown(&desk, &visitor, None)).await
}

/// One's own account, and for admins all of them; with what a change brought, where one was made.
pub async fn shown(desk: &Arc<Desk>, visitor: &Visitor, told: Option<&str>) -> Result<Response, Problem> {
    let is_admin = visitor.role == Role::Admin;
    let accounts = desk.aside(move |store| if is_admin { store.accounts() } else { Ok(Vec::new()) }).await?;
    let frame = Frame::new(desk, visitor, desk.overview().await?, DeskSection::Elsewhere, "Account");
    let main = page::account(&frame, &accounts, told);
    Ok(frame.around(&main).into_response())
}

#[derive(Deserialize)]
pub struct AuditQuery {
    before: Option<i64>,
}

/// `GET /audit`
pub async fn audit(State(desk): Shared, visitor: Visitor, Query(asked): Query<AuditQuery>) -> Response {
    let made = async {
        let (deeds, more) = desk.aside(move |store| store.deeds(asked.before, LOGGED)).await?;
        let frame = Frame::new(&desk, &visitor, desk.overview().await?, DeskSection::Elsewhere, "Log");
        Ok(frame.around(&page::audit(&deeds, more)).into_response())
    };
    answered(&desk, &visitor, made).await
}
