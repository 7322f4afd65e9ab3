//! A reader asks to be informed by mail, and confirms the address.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Extension, Form, Path, State};
use axum::response::{Html, Response};
use jiff::Timestamp;
use maud::Markup;
use serde::Deserialize;

use super::address::Recipient;
use super::limits::Limits;
use super::post::Mailer;
use crate::blocking::blocking;
use crate::desk::{Desk, Shared};
use crate::desk_store::{Correction, CorrectionState, DeskStore};
use crate::middleware;
use crate::page;
use crate::problem::Problem;
use crate::rate_limit::Household;
use crate::response::shown;

/// What the page of an outcome says of mail: nothing where none is sent, or nothing is left to tell.
pub async fn offer(desk: &Arc<Desk>, correction: &Correction) -> Result<Markup, Problem> {
    if desk.post.is_none() || correction.state != CorrectionState::Open {
        return Ok(Markup::default());
    }
    let id = correction.id.clone();
    let is_told = desk.aside(move |store| store.is_told_by_mail(&id)).await?;
    Ok(page::ask_by_mail(&desk.open_token, &correction.id, is_told))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct MailForm {
    token: String,
    id: String,
    address: String,
}

/// `POST /corrections/mail`
pub async fn ask(State(desk): Shared, Extension(from): Extension<IpAddr>, Form(asked): Form<MailForm>) -> Response {
    shown(taken(&desk, from, asked).await)
}

async fn taken(desk: &Arc<Desk>, from: IpAddr, asked: MailForm) -> Result<Html<String>, Problem> {
    let limits = &post(desk)?.limits;
    middleware::matches(&desk.open_token, &asked.token)?;
    let reader = Recipient::new(&asked.address)?;
    let from = Household::of(from);
    if !limits.admits(from) {
        return Err(Problem::Refused(
            "Too many addresses came from your connection. Please try again in an hour.".to_owned(),
        ));
    }
    let keeper = Arc::clone(desk);
    blocking(move || kept(&keeper.store, (&post(&keeper)?.limits, from), &asked.id, &reader)).await?;
    Ok(page::open("Look into your mailbox", &page::asked_by_mail()))
}

fn kept(store: &DeskStore, (limits, from): (&Limits, Household), id: &str, reader: &Recipient) -> Result<(), Problem> {
    let correction = store.correction(id)?;
    let correction = correction.ok_or_else(|| Problem::Missing("There is no such correction.".to_owned()))?;
    if correction.state != CorrectionState::Open {
        return Err(Problem::Wrong("It has been decided already: go back and reload the page.".to_owned()));
    }
    if !limits.admits_about(id, from) {
        return Err(Problem::Refused("Too many addresses were given for it. Please try again tomorrow.".to_owned()));
    }
    // Refusing this one would tell a stranger that somebody uses the address.
    if limits.admits_to(&reader.mailbox(), from) {
        store.ask_by_mail(id, reader.as_str(), Timestamp::now())?;
    }
    Ok(())
}

/// `GET /corrections/mail/SECRET`. Programs that look for bad links in mail follow them: this changes nothing.
pub async fn invite(State(desk): Shared, Path(secret): Path<String>) -> Response {
    let made = async {
        post(&desk)?;
        let sought = secret.clone();
        if !desk.aside(move |store| store.confirms(&sought)).await? {
            return Err(unknown());
        }
        Ok(page::open("Confirm your address", &page::invited_by_mail(&secret)))
    };
    shown(made.await)
}

/// `POST /corrections/mail/SECRET`. The secret is what a page of another site does not have, so no token is asked for, and
/// a page that is older than the desk still works.
pub async fn confirm(State(desk): Shared, Path(secret): Path<String>) -> Response {
    let made = async {
        post(&desk)?;
        let confirmed = desk.aside(move |store| store.confirm(&secret, Timestamp::now())).await?;
        let correction = confirmed.ok_or_else(unknown)?;
        Ok(page::open("Your address is confirmed", &page::confirmed_by_mail(&correction)))
    };
    shown(made.await)
}

fn post(desk: &Desk) -> Result<&Mailer, Problem> {
    desk.post.as_ref().ok_or_else(|| Problem::Missing("This desk sends no mail.".to_owned()))
}

fn unknown() -> Problem {
    Problem::Missing(
        "This link is not good, or no longer: it lasts three days and until the decision, and only that of the latest \
         mail counts. The page of your correction tells how it stands."
            .to_owned(),
    )
}
