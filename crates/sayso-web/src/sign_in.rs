//! Signing in: the attempt is counted, name and password are checked, then a session begins.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio::time::timeout;

use crate::account::Password;
use crate::blocking::blocking;
use crate::desk::Desk;
use crate::desk_store::DeskStore;
use crate::middleware::new_token;
use crate::problem::Problem;
use crate::rate_limit::Household;

/// How long one that waits for its turn does.
const PATIENCE: Duration = Duration::from_secs(10);

/// Who tries to sign in.
#[derive(Debug)]
pub struct SignInAttempt {
    /// The name, as it was typed.
    pub name: String,
    /// The password.
    pub password: String,
    /// From where.
    pub from: IpAddr,
    /// The secret by which their browser is known, where it has one.
    pub device: Option<String>,
}

/// Who signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// The name as it is kept.
    pub name: String,
    /// The session's secret.
    pub session: String,
    /// The secret by which the browser is known from now on.
    pub device: String,
}

/// Begins a session where name and password fit.
pub async fn sign_in(desk: &Arc<Desk>, tried: SignInAttempt) -> Result<SignedIn, Problem> {
    let SignInAttempt { name, password, from, device } = tried;
    let (from, name) = (Household::of(from), name.trim().to_owned());
    let key = Sha256::digest(name.to_lowercase()).into();
    let (sought, brought) = (name.clone(), device.clone());
    let known =
        desk.aside(move |store| store.acquaintance(&sought, brought.as_deref(), from, Timestamp::now())).await?;
    let door = &desk.door;
    let counted = door
        .admit(key, from, known)
        .ok_or_else(|| Problem::Refused("Too many tries. Wait a quarter of an hour, then try again.".to_owned()))?;
    let Ok(Ok(_turn)) = timeout(PATIENCE, door.turns(counted).acquire()).await else {
        return Err(Problem::Refused("Too many people sign in at once. Try again in a moment.".to_owned()));
    };
    let keeper = Arc::clone(desk);
    let fitted = blocking(move || fitted(&keeper.store, keeper.door.nobody(), &name, &password)).await?;
    let Some(name) = fitted else {
        return Err(Problem::Unknown("The name and the password do not fit each other.".to_owned()));
    };
    door.forgive(key, from, counted);
    let signed_in = SignedIn { name, session: new_token()?, device: new_token()? };
    desk.aside(move |store| {
        let now = Timestamp::now();
        store.begin_session(&signed_in.name, &signed_in.session, now)?;
        store.remember_device(&signed_in.name, (device.as_deref(), &signed_in.device), from, now)?;
        Ok(signed_in)
    })
    .await
}

fn fitted(store: &DeskStore, nobody: &Password, name: &str, password: &str) -> Result<Option<String>, Problem> {
    let known = store.password(name)?;
    let fits = known.as_ref().map_or(nobody, |(_, kept)| kept).fits(password);
    Ok(known.filter(|_| fits).map(|(name, _)| name))
}
