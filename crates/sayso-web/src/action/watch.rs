//! A person begins to watch a claim or its figure, or stops.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use crate::beside::{Watch, Watched};
use crate::desk::{Desk, Shared};
use crate::gate::{self, Visitor};
use crate::marks;
use crate::problem::Problem;
use crate::response::answered;
use crate::watch::{Turn, standing};

#[derive(Deserialize)]
pub struct Said {
    token: String,
    /// 'claim', 'figure', or the same with 'stop ' before it.
    what: String,
    mention: String,
}

/// `POST /watch`
pub async fn watch(State(desk): Shared, visitor: Visitor, Form(said): Form<Said>) -> Response {
    answered(&desk, &visitor, watched(&desk, &visitor, said)).await
}

async fn watched(desk: &Arc<Desk>, visitor: &Visitor, said: Said) -> Result<Response, Problem> {
    gate::matches(&visitor.token, &said.token)?;
    let (stops, word) = said.what.strip_prefix("stop ").map_or((false, said.what.as_str()), |word| (true, word));
    let what = Watched::of(word)
        .ok_or_else(|| Problem::Wrong(format!("“{word}” is nothing that can be watched; a claim or a figure is.")))?;
    let (who, mention) = (visitor.name.clone(), said.mention);
    if stops {
        desk.aside(move |beside| beside.unwatch(&who, what, &mention)).await?;
        return Ok(gate::back_to("/watched"));
    }
    let watch = Watch { what, mention, since: Timestamp::now(), told: Default::default() };
    let standing = desk.look(move |view| standing(view, vec![watch])).await?;
    let Some(standing) = standing.into_iter().find(|standing| standing.name.is_some()) else {
        return Err(Problem::Missing("There is no such claim to watch.".to_owned()));
    };
    let link = marks::claim_at(&standing.watch.mention);
    desk.aside(move |beside| beside.watch(&who, &told(standing))).await?;
    Ok(gate::back_to(&link))
}

/// The watch once all of it has been told.
pub fn told(standing: crate::watch::Standing) -> Watch {
    Watch { told: standing.turns.iter().map(Turn::sealed).collect(), ..standing.watch }
}
