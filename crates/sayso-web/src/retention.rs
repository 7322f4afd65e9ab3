//! What is kept no longer is taken out, and what was refused is summed up, for as long as the desk is open.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{MissedTickBehavior, interval};

use crate::blocking::blocking;
use crate::desk::Desk;

/// How often; the shortest that anything is kept is hours.
const PERIOD: Duration = Duration::from_secs(15 * 60);

/// Takes out what people left behind once its time is over, and writes down what was refused: at once, then each quarter of
/// an hour, and when the desk is closed.
pub async fn keep(desk: Arc<Desk>) {
    let last = Last(desk);
    let mut quarters = interval(PERIOD);
    quarters.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        quarters.tick().await;
        let desk = Arc::clone(&last.0);
        let kept = blocking(move || {
            desk.write_refusals();
            desk.store.forget(Timestamp::now())
        });
        if let Err(problem) = kept.await {
            eprintln!("What is kept no longer could not be erased: {problem}");
        }
    }
}

/// Writes down what was refused last when the desk is closed.
struct Last(Arc<Desk>);

impl Drop for Last {
    fn drop(&mut self) {
        self.0.write_refusals();
    }
}
