//! A person begins to watch a claim or its figure, or stops.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use crate::components;
use crate::desk::{Desk, Shared};
use crate::desk_store::{Watched, WatchedItem};
use crate::middleware::{self, Visitor};
use crate::problem::Problem;
use crate::response::answered;
use crate::watch::{WatchEvent, standing};

#[derive(Deserialize)]
pub struct WatchForm {
    token: String,
    /// 'claim', 'figure', or the same with 'stop ' before it.
    what: String,
    mention: String,
}

/// `POST /watch`
pub async fn watch(State(desk): Shared, visitor: Visitor, Form(said): Form<WatchForm>) -> Response {
    answered(&desk, &visitor, watched(&desk, &visitor, said)).await
}

async fn watched(desk: &Arc<Desk>, visitor: &Visitor, said: WatchForm) -> Result<Response, Problem> {
    middleware::matches(&visitor.token, &said.token)?;
    let (stops, word) = said.what.strip_prefix("stop ").map_or((false, said.what.as_str()), |word| (true, word));
    let what = Watched::of(word)
        .ok_or_else(|| Problem::Wrong(format!("“{word}” is nothing that can be watched; a claim or a figure is.")))?;
    let (who, mention) = (visitor.name.clone(), said.mention);
    if stops {
        desk.aside(move |store| store.unwatch(&who, what, &mention)).await?;
        return Ok(middleware::back_to("/watched"));
    }
    let watch = WatchedItem { what, mention, since: Timestamp::now(), told: Default::default() };
    let standing = desk.look(move |view| standing(view, vec![watch])).await?;
    let Some(standing) = standing.into_iter().find(|standing| standing.name.is_some()) else {
        return Err(Problem::Missing("There is no such claim to watch.".to_owned()));
    };
    let link = components::claim_at(&standing.watch.mention);
    desk.aside(move |store| store.watch(&who, &told(standing))).await?;
    Ok(middleware::back_to(&link))
}

/// The watch once all of it has been told.
pub fn told(standing: crate::watch::WatchState) -> WatchedItem {
    WatchedItem { told: standing.turns.iter().map(WatchEvent::sealed).collect(), ..standing.watch }
}
