//! A person has seen all that there is.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use super::told;
use crate::desk::{Desk, Shared};
use crate::desk_store::SeenMark;
use crate::middleware::{self, Visitor};
use crate::problem::Problem;
use crate::response::answered;

#[derive(Deserialize)]
pub struct SeenForm {
    token: String,
}

/// `POST /seen`
pub async fn seen(State(desk): Shared, visitor: Visitor, Form(said): Form<SeenForm>) -> Response {
    answered(&desk, &visitor, marked(&desk, &visitor, &said)).await
}

async fn marked(desk: &Arc<Desk>, visitor: &Visitor, said: &SeenForm) -> Result<Response, Problem> {
    middleware::matches(&visitor.token, &said.token)?;
    let document = desk.look(|view| Ok(view.last_placed()?)).await?;
    let standing = desk.watched(&visitor.name).await?;
    let name = visitor.name.clone();
    desk.aside(move |store| {
        store.see(&name, SeenMark { document, at: Timestamp::now() })?;
        standing.into_iter().try_for_each(|standing| store.watch(&name, &told(standing)))
    })
    .await?;
    Ok(middleware::back_to("/"))
}
