//! Who may do what: one's own password and keys, and for admins everybody's account.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use crate::account::{Name, Password, Role};
use crate::accounts::shown;
use crate::desk::{Desk, Shared};
use crate::middleware::{self, AuditNote, Visitor};
use crate::problem::Problem;
use crate::response::answered;

#[derive(Deserialize)]
pub struct NewPassword {
    token: String,
    now: String,
    new: String,
    again: String,
}

/// `POST /account/password`: one's own; whoever sits at an open browser must know the old one.
pub async fn change_password(State(desk): Shared, visitor: Visitor, Form(said): Form<NewPassword>) -> Response {
    let made = async {
        middleware::matches(&visitor.token, &said.token)?;
        if said.new != said.again {
            return Err(Problem::Wrong("The two new passwords are not the same. Nothing was changed.".to_owned()));
        }
        let who = visitor.name.clone();
        desk.aside(move |store| {
            let (name, kept) = store.password(&who)?.ok_or_else(Problem::nobody)?;
            if !kept.fits(&said.now) {
                return Err(Problem::Refused("The password that you have now is another.".to_owned()));
            }
            store.set_password(&name, &Password::new(&Name::new(&name)?, &said.new)?)
        })
        .await?;
        Ok(middleware::back_to("/sign-in"))
    };
    answered(&desk, &visitor, made).await
}

#[derive(Deserialize)]
pub struct OwnAccountForm {
    token: String,
}

/// `POST /account/key`: a key for a program, shown once.
pub async fn make_key(State(desk): Shared, visitor: Visitor, Form(said): Form<OwnAccountForm>) -> Response {
    let made = async {
        middleware::matches(&visitor.token, &said.token)?;
        let key = middleware::new_token()?;
        let (who, kept) = (visitor.name.clone(), key.clone());
        desk.aside(move |store| store.make_key(&who, &kept, Timestamp::now())).await?;
        let told =
            format!("The key is {key} — it is shown this once. A program sends it as “Authorization: Bearer KEY”.");
        shown(&desk, &visitor, Some(&told)).await
    };
    answered(&desk, &visitor, made).await
}

#[derive(Deserialize)]
pub struct NewAccount {
    token: String,
    name: String,
    role: String,
    password: String,
}

/// `POST /accounts`
pub async fn make_account(State(desk): Shared, visitor: Visitor, Form(said): Form<NewAccount>) -> Response {
    let made = async {
        middleware::matches(&visitor.token, &said.token)?;
        let role: Role = said.role.parse()?;
        let name = Name::new(&said.name)?;
        let did = AuditNote(format!("{} as {role}", name.as_str()));
        desk.aside(move |store| {
            let password = Password::new(&name, &said.password)?;
            store.make_account(&name, role, &password, Timestamp::now())
        })
        .await?;
        Ok(did.with(middleware::back_to("/account")))
    };
    answered(&desk, &visitor, made).await
}

#[derive(Deserialize)]
pub struct Change {
    token: String,
    name: String,
    #[serde(default)]
    role: String,
    what: String,
}

/// `POST /accounts/change`: another role, or no account any more.
pub async fn change_account(State(desk): Shared, visitor: Visitor, Form(said): Form<Change>) -> Response {
    let made = async {
        middleware::matches(&visitor.token, &said.token)?;
        let did = AuditNote(format!("{} {} {}", said.what, said.name, said.role));
        changed(&desk, said).await?;
        Ok(did.with(middleware::back_to("/account")))
    };
    answered(&desk, &visitor, made).await
}

async fn changed(desk: &Arc<Desk>, said: Change) -> Result<(), Problem> {
    desk.aside(move |store| match said.what.as_str() {
        "role" => store.set_role(&said.name, said.role.parse()?),
        "remove" => store.remove_account(&said.name),
        other => Err(Problem::Wrong(format!("“{other}” is nothing that can be done with an account."))),
    })
    .await
}
