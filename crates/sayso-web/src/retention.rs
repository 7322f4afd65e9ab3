//! What is kept no longer is taken out, and what was refused is summed up, for as long as the desk is open.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{MissedTickBehavior, interval};

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
        let forgotten = last.0.aside(|beside| beside.forget(Timestamp::now())).await;
        if let Err(problem) = forgotten {
            eprintln!("What is kept no longer could not be erased: {problem}");
        }
        let desk = Arc::clone(&last.0);
        let _ = last.0.aside(move |_| Ok(desk.write_refusals())).await;
    }
}

/// Writes down what was refused last when the desk is closed.
struct Last(Arc<Desk>);

impl Drop for Last {
    fn drop(&mut self) {
        self.0.write_refusals();
    }
}
