//! Signing in: whether a name and a password fit, how often that may be tried, and how many at once.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::account::{Name, Password};
use crate::beside::Beside;
use crate::desk::{Desk, blocking};
use crate::gate::new_token;
use crate::pace::{Pace, household};
use crate::problem::Problem;

/// Wrong tries in [`WINDOW`] from one household, and for one name from wherever: an office may share one address.
const FROM_ONE: u32 = 20;
const FOR_ONE: u32 = 100;

/// Over what time they are counted.
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Passwords that are looked at together: each takes 19 MiB and a core.
const TOGETHER: usize = 2;

/// How long one that waits for its turn does.
const PATIENCE: Duration = Duration::from_secs(10);

/// What guards signing in.
#[derive(Debug)]
pub struct Door {
    from: Pace,
    name: Pace,
    turns: Semaphore,
    /// Tried where there is no such account, so that both take the same time.
    nobody: Password,
}

impl Door {
    /// A door that nobody has tried yet.
    pub fn new() -> Result<Self, Problem> {
        Ok(Self {
            from: Pace::new(FROM_ONE, WINDOW),
            name: Pace::new(FOR_ONE, WINDOW),
            turns: Semaphore::new(TOGETHER),
            nobody: Password::new(&Name::new("nobody")?, &new_token()?)?,
        })
    }
}

/// Begins a session where name and password fit; gives the name as it is kept, and the session's secret.
pub async fn sign_in(
    desk: &Arc<Desk>,
    name: &str,
    password: String,
    from: IpAddr,
) -> Result<(String, String), Problem> {
    let door = &desk.door;
    let (house, folded) = (household(from), name.trim().to_lowercase());
    // Counted before it is known whether it fits: trying at once gains nothing.
    if !(door.from.admits(&house) & door.name.admits(&folded)) {
        return Err(Problem::Refused("Too many tries. Wait a quarter of an hour, then try again.".to_owned()));
    }
    let Ok(Ok(_turn)) = timeout(PATIENCE, door.turns.acquire()).await else {
        return Err(Problem::Refused("Too many people sign in at once. Try again in a moment.".to_owned()));
    };
    let (keeper, typed) = (Arc::clone(desk), name.trim().to_owned());
    let fitted = blocking(move || fitted(&keeper.beside, &keeper.door.nobody, &typed, &password)).await?;
    let Some(name) = fitted else {
        return Err(Problem::Unknown("The name and the password do not fit each other.".to_owned()));
    };
    door.from.forgive(&house);
    door.name.forgive(&folded);
    let secret = new_token()?;
    desk.aside(move |beside| beside.begin_session(&name, &secret, Timestamp::now()).map(|()| (name, secret))).await
}

fn fitted(beside: &Beside, nobody: &Password, name: &str, password: &str) -> Result<Option<String>, Problem> {
    let known = beside.password(name)?;
    let fits = known.as_ref().map_or(nobody, |(_, kept)| kept).fits(password);
    Ok(known.filter(|_| fits).map(|(name, _)| name))
}
