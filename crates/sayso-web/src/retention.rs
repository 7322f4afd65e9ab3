//! What is kept no longer is taken out, for as long as the desk is open.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{MissedTickBehavior, interval};

use crate::desk::Desk;

/// How often; the shortest that anything is kept is days.
const PERIOD: Duration = Duration::from_secs(60 * 60);

/// Takes out readers' words and addresses, and addresses in the log, once their time is over: at once, then each hour.
pub async fn keep(desk: Arc<Desk>) {
    let mut hours = interval(PERIOD);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        if let Err(problem) = desk.aside(|beside| beside.forget(Timestamp::now())).await {
            eprintln!("What is kept no longer could not be erased: {problem}");
        }
    }
}
