//! Which address leads where, and who may go there.

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Json, Router};

use crate::account::Role;
use crate::components::CHANGES_AT;
use crate::desk::Desk;
use crate::middleware::{FORM, InFlight, LeastRole, bounded, require, whole_form};
use crate::{accounts, action, answers, asset, change_check, corrections, openapi};

/// Bytes of files that are given together.
const FILES: usize = 64 << 20;

/// Bytes of a backup that is restored.
const BACKUP: usize = 16 << 30;

/// All routes, in groups by who may ask for them. What stands in no group is for nobody.
pub fn routes(desk: &Arc<Desk>) -> Router {
    let least = |role| from_fn_with_state(LeastRole::new(desk, role), require);
    Router::new()
        .merge(open())
        .merge(readers().route_layer(least(Role::Reader)))
        .merge(editors().route_layer(least(Role::Editor)))
        .merge(admins().route_layer(least(Role::Admin)))
        .fallback(answers::nothing)
        .layer(from_fn_with_state(Arc::clone(desk), whole_form))
        .layer(DefaultBodyLimit::max(FORM))
        .layer(from_fn_with_state(InFlight::default(), bounded))
        .merge(assets())
        .with_state(Arc::clone(desk))
}

/// What pages bring along: given at once, however many of it a browser asks for.
fn assets() -> Router<Arc<Desk>> {
    Router::new().route("/static/{file}", get(asset::get)).route("/sayso.js", get(corrections::script))
}

/// For everybody: signing in, and what readers of a site need to send corrections and see what came of them.
fn open() -> Router<Arc<Desk>> {
    Router::new().route("/sign-in", get(accounts::sign_in).post(action::sign_in)).merge(corrections::open())
}

/// For whoever may look.
fn readers() -> Router<Arc<Desk>> {
    Router::new()
        .route("/", get(answers::stories))
        .route("/stories.json", get(answers::stories_json))
        .route("/stories.atom", get(answers::stories_feed))
        .route("/story/{id}", get(answers::story))
        .route("/story/{id}/{list}", get(answers::story_list))
        .route("/claim/{id}", get(answers::claim))
        .route("/article/{id}", get(answers::article))
        .route("/speaker/{name}", get(answers::speaker))
        .route("/search", get(answers::search))
        .route("/search.json", get(answers::search_json))
        .route("/decisions", get(answers::decisions))
        .route("/decisions.json", get(answers::decisions_json))
        .route("/keys", get(answers::keys))
        .route(CHANGES_AT, get(change_check::change))
        .route("/openapi.json", get(|| async { Json(openapi::described()) }))
        .route("/account", get(accounts::account))
        .route("/account/password", post(action::change_password))
        .route("/account/key", post(action::make_key))
        .route("/sign-out", post(action::sign_out))
        .route("/seen", post(action::seen))
        .route("/watch", post(action::watch))
        .route("/watched", get(answers::watched))
        .route("/watched.json", get(answers::watched_json))
        .route("/watched.atom", get(answers::watched_feed))
}

/// For whoever may change what the ledger says.
fn editors() -> Router<Arc<Desk>> {
    Router::new()
        .route("/decide", post(action::decide))
        .route("/mention/{id}", get(answers::mention))
        .route("/mend", post(action::mend))
        .route("/missed", post(action::missed))
        .merge(corrections::editors())
        .route("/add", get(answers::add).post(action::add).layer(DefaultBodyLimit::max(FILES)))
}

/// For whoever says who may do what.
fn admins() -> Router<Arc<Desk>> {
    Router::new()
        .route("/accounts", post(action::make_account))
        .route("/accounts/change", post(action::change_account))
        .route("/audit", get(accounts::audit))
        .route("/remove", post(action::remove))
        .route("/upkeep", get(answers::upkeep))
        .route("/upkeep/backup", post(action::back_up))
        .route("/upkeep/restore", post(action::restore).layer(DefaultBodyLimit::max(BACKUP)))
}
