//! Finding out who asks, by the session of their browser or a program's key, and telling the handlers.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as STANDARD;
use jiff::Timestamp;

use super::cookie::secret;
use super::visitor::Visitor;
use crate::blocking::blocking;
use crate::components::CHANGES_AT;
use crate::desk::Desk;
use crate::desk_store::DeskStore;
use crate::page;
use crate::problem::Problem;

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| page::bare(&Problem::nobody()).into_response())
    }
}

/// Finds out who asks.
pub async fn recognise(State(desk): State<Arc<Desk>>, mut request: Request, next: Next) -> Response {
    // A page that only asks whether something changed keeps no session alive that nobody uses.
    let is_use = request.uri().path() != CHANGES_AT;
    let visitor = match visitor(&desk, request.headers(), is_use).await {
        Ok(visitor) => visitor,
        Err(problem) => return page::bare(&problem).into_response(),
    };
    if let Some(visitor) = visitor {
        request.extensions_mut().insert(visitor);
    }
    next.run(request).await
}

/// Whether whoever began a request may still do as much at the end of it: it may have taken long.
pub async fn still(desk: &Arc<Desk>, headers: &HeaderMap, began: &Visitor) -> Result<(), Problem> {
    match visitor(desk, headers, true).await? {
        Some(now) if now.name == began.name && now.role >= began.role => Ok(()),
        _ => Err(Problem::nobody()),
    }
}

/// Who asks; whether that counts as using the session is for the caller to say.
pub async fn visitor(desk: &Arc<Desk>, headers: &HeaderMap, is_use: bool) -> Result<Option<Visitor>, Problem> {
    let (session, key) = (secret(headers), key(headers));
    let keeper = Arc::clone(desk);
    blocking(move || {
        let store = &keeper.store;
        let ask = if is_use { DeskStore::session } else { DeskStore::session_unused };
        if let Some(secret) = session
            && let Some(account) = ask(store, &secret, Timestamp::now())?
        {
            return Ok(Some(Visitor::of_session(account, &secret)));
        }
        if let Some(key) = key
            && let Some(account) = store.key(&key)?
        {
            return Visitor::of_key(account).map(Some);
        }
        match &keeper.alone {
            Some(alone) if !store.has_accounts()? => Ok(Some(alone.clone())),
            _ => Ok(None),
        }
    })
    .await
}

/// The key that a program brings, as `Authorization: Bearer KEY`, or as the password of `Basic`, which is what readers of
/// feeds can do.
fn key(headers: &HeaderMap) -> Option<String> {
    let said = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, given) = said.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(given.trim().to_owned());
    }
    let decoded = scheme.eq_ignore_ascii_case("basic").then(|| STANDARD.decode(given.trim()).ok())??;
    Some(String::from_utf8(decoded).ok()?.split_once(':')?.1.to_owned())
}
