//! What waits to be sent, one mail after another, for as long as the desk is open.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::post::Mailer;
use crate::blocking::blocking;
use crate::desk::Desk;
use crate::desk_store::{DeskStore, DueMail, TRIES};
use crate::middleware::new_token;
use crate::problem::Problem;

/// How often it is looked whether a mail is due.
const PERIOD: Duration = Duration::from_secs(2);

/// How long it is left alone when the file beside the ledger fails.
const PAUSE: Duration = Duration::from_secs(60);

/// Says so where the server cannot be used, then sends what is due; nothing where no mail is to be sent.
pub async fn work(desk: Arc<Desk>) {
    if desk.post.is_none() {
        return;
    }
    let asked = Arc::clone(&desk);
    if let Ok(Some(trouble)) = blocking(move || Ok(asked.post.as_ref().and_then(Mailer::trouble))).await {
        eprintln!("Mail to readers: {trouble}. The desk goes on; what is to be sent is tried again.");
    }
    let mut ticks = interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let keeper = Arc::clone(&desk);
        if let Err(problem) = blocking(move || send_due(&keeper)).await {
            eprintln!("Mail to readers: {problem}");
            sleep(PAUSE).await;
        }
    }
}

fn send_due(desk: &Desk) -> Result<(), Problem> {
    let Some(post) = &desk.post else { return Ok(()) };
    while let Some(errand) = desk.store.take_errand(&new_token()?, Timestamp::now())? {
        deliver(&desk.store, post, &errand)?;
    }
    Ok(())
}

fn deliver(store: &DeskStore, post: &Mailer, errand: &DueMail) -> Result<(), Problem> {
    let Err(reason) = post.send(errand) else { return store.sent(errand) };
    if errand.tries < TRIES {
        eprintln!(
            "A mail to a reader could not be sent: {reason}. It is tried again (try {} of {TRIES}).",
            errand.tries
        );
        return Ok(());
    }
    eprintln!(
        "A mail to a reader could not be sent: {reason}. After {TRIES} tries it is given up and the address erased."
    );
    store.give_up(errand)
}
