//! Signing in and out.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Extension, Form, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::desk::{Desk, Shared};
use crate::middleware::{self, Visitor};
use crate::page;
use crate::problem::Problem;
use crate::response::answered;
use crate::sign_in::{self, SignInAttempt, SignedIn};

#[derive(Deserialize)]
pub struct SignInForm {
    token: String,
    name: String,
    password: String,
    #[serde(default)]
    to: String,
}

/// `POST /sign-in`
pub async fn sign_in(
    State(desk): Shared,
    Extension(from): Extension<IpAddr>,
    headers: HeaderMap,
    Form(said): Form<SignInForm>,
) -> Response {
    let name = said.name.clone();
    let made = async {
        middleware::matches(&desk.open_token, &said.token)?;
        let SignInForm { name, password, .. } = &said;
        let device = middleware::device(&headers);
        sign_in::sign_in(&desk, SignInAttempt { name: name.clone(), password: password.clone(), from, device }).await
    };
    match made.await {
        Ok(SignedIn { name, session, device }) => {
            desk.note(name, "sign-in".to_owned(), "done", Some(from)).await;
            let answer = with_cookie(middleware::back_to(&said.to), &middleware::set(&headers, &session));
            with_cookie(answer, &middleware::set_device(&headers, &device))
        }
        Err(problem) => {
            note_refused(&desk, name, from).await;
            let main = page::sign_in(&desk.open_token, &said.to, Some(&problem));
            (problem.status(), page::open("Sign in", &main)).into_response()
        }
    }
}

/// A name that nobody has may be a password in the wrong field: it is not written down.
async fn note_refused(desk: &Arc<Desk>, name: String, from: IpAddr) {
    let known = desk.aside(move |store| store.password(&name)).await;
    let who = known.ok().flatten().map_or_else(|| "somebody".to_owned(), |(name, _)| name);
    desk.note(who, "sign-in".to_owned(), "refused", Some(from)).await;
}

#[derive(Deserialize)]
pub struct SignOutForm {
    token: String,
}

/// `POST /sign-out`
pub async fn sign_out(
    State(desk): Shared,
    visitor: Visitor,
    headers: HeaderMap,
    Form(leaving): Form<SignOutForm>,
) -> Response {
    let secret = middleware::secret(&headers);
    let made = async {
        middleware::matches(&visitor.token, &leaving.token)?;
        desk.aside(move |store| secret.map_or(Ok(()), |secret| store.end_session(&secret))).await?;
        Ok::<_, Problem>(with_cookie(middleware::back_to("/sign-in"), &middleware::set(&headers, "")))
    };
    answered(&desk, &visitor, made).await
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
