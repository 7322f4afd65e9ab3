//! How many connections are open at once, in all and from one household: a slow client costs nobody else their turn.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;

use crate::rate_limit::Household;

/// Connections that are open at once; more wait.
const ALL: usize = 256;

/// Of these from one household: a browser opens six, and an office may share an address.
const EACH: usize = 96;

/// How often those who keep a connection are asked, while somebody waits.
const AGAIN: Duration = Duration::from_millis(200);

/// How many connections each household has.
type HouseholdCounts = Arc<Mutex<HashMap<Household, usize>>>;

/// Who is connected.
#[derive(Clone, Debug)]
pub struct ConnectionLimit {
    turns: Arc<Semaphore>,
    each: HouseholdCounts,
    asked: watch::Sender<CloseReason>,
}

/// Why whoever is connected is asked to leave once they have what they asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// Somebody else waits: who has not asked for anything yet may stay.
    ForOthers,
    /// The desk is being stopped.
    AtTheEnd,
}

/// One connection's place, given back when it is dropped.
#[derive(Debug)]
pub struct ConnectionPermit {
    address: IpAddr,
    household: Household,
    each: HouseholdCounts,
    asked: watch::Receiver<CloseReason>,
    _turn: OwnedSemaphorePermit,
}

impl ConnectionLimit {
    /// Nobody yet.
    pub fn new() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(ALL)),
            each: Arc::default(),
            asked: watch::Sender::new(CloseReason::ForOthers),
        }
    }

    /// Waits until one more can be answered; whoever keeps a connection that nothing happens on is asked to make room.
    pub async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        let turn = || Arc::clone(&self.turns);
        if let Ok(turn) = turn().try_acquire_owned() {
            return Some(turn);
        }
        loop {
            self.ask_to_leave(CloseReason::ForOthers);
            if let Ok(turn) = timeout(AGAIN, turn().acquire_owned()).await {
                return turn.ok();
            }
        }
    }

    /// A place for a connection; none where its household has too many. A proxy has all that there are.
    pub fn place(&self, turn: OwnedSemaphorePermit, from: IpAddr, is_proxy: bool) -> Option<ConnectionPermit> {
        let household = Household::of(from);
        let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
        let count = each.entry(household).or_default();
        if *count >= EACH && !is_proxy {
            return None;
        }
        *count += 1;
        Some(ConnectionPermit {
            address: from,
            household,
            each: Arc::clone(&self.each),
            asked: self.asked.subscribe(),
            _turn: turn,
        })
    }

    /// Asks everybody to leave as soon as they have what they asked for: at once where they asked for nothing.
    pub fn ask_to_leave(&self, why: CloseReason) {
        self.asked.send_replace(why);
    }

    /// Waits until nobody is connected.
    pub async fn empty(&self) {
        drop(self.turns.acquire_many(u32::try_from(ALL).unwrap_or(u32::MAX)).await);
    }
}

impl ConnectionPermit {
    /// From where it is.
    pub fn address(&self) -> IpAddr {
        self.address
    }

    /// Waits until everybody is asked to leave.
    pub async fn asked_to_leave(&mut self) -> CloseReason {
        if self.asked.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
        *self.asked.borrow_and_update()
    }
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = each.get_mut(&self.household) {
            *count -= 1;
            if *count == 0 {
                each.remove(&self.household);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(crowd: &ConnectionLimit, from: &str, is_proxy: bool) -> Option<ConnectionPermit> {
        let turn = Arc::clone(&crowd.turns).try_acquire_owned().ok()?;
        crowd.place(turn, from.parse().unwrap(), is_proxy)
    }

    #[test]
    fn a_household_has_its_share_and_no_more() {
        let crowd = ConnectionLimit::new();
        let held: Vec<ConnectionPermit> =
            (0..200).filter_map(|number| placed(&crowd, &format!("2001:db8:1:2::{number:x}"), false)).collect();
        assert_eq!(held.len(), EACH, "every address of a /64 is the same household");
        let mapped = (0..100)
            .filter_map(|number| placed(&crowd, if number % 2 == 0 { "192.0.2.1" } else { "::ffff:192.0.2.1" }, false));
        assert_eq!(mapped.collect::<Vec<_>>().len(), EACH);
        assert!(placed(&crowd, "2001:db8:1:3::1", false).is_some());
        drop(held);
        assert!(placed(&crowd, "2001:db8:1:2::1", false).is_some());
        assert!(crowd.each.lock().unwrap().is_empty(), "who left is forgotten");
    }

    #[test]
    fn a_proxy_has_all_that_there_are() {
        let crowd = ConnectionLimit::new();
        assert_eq!((0..300).filter_map(|_| placed(&crowd, "127.0.0.1", true)).collect::<Vec<_>>().len(), ALL);
    }

    #[tokio::test]
    async fn when_nobody_else_finds_room_everybody_is_asked_to_leave() {
        let crowd = ConnectionLimit::new();
        let mut held: Vec<ConnectionPermit> = (0..ALL).filter_map(|_| placed(&crowd, "127.0.0.1", true)).collect();
        let mut first = held.remove(0);
        let leaving = async move { first.asked_to_leave().await };
        let (turn, why) = tokio::join!(crowd.turn(), leaving);
        assert!(turn.is_some() && why == CloseReason::ForOthers);
    }
}
