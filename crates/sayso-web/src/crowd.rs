//! How many connections are open at once, in all and from one address: a slow client costs nobody else their turn.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Connections that are answered at once; more wait.
const ALL: usize = 256;

/// Of these from one address: a browser opens six, and an office may share an address.
const EACH: usize = 96;

/// Who is connected.
#[derive(Clone, Debug)]
pub struct Crowd {
    turns: Arc<Semaphore>,
    each: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// One connection's place, given back when it is dropped.
#[derive(Debug)]
pub struct Place {
    from: IpAddr,
    each: Arc<Mutex<HashMap<IpAddr, usize>>>,
    _turn: OwnedSemaphorePermit,
}

impl Crowd {
    /// Nobody yet.
    pub fn new() -> Self {
        Self { turns: Arc::new(Semaphore::new(ALL)), each: Arc::default() }
    }

    /// Waits until one more can be answered.
    pub async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.turns).acquire_owned().await.ok()
    }

    /// A place for a connection; none where its address has too many. A proxy has all that there are.
    pub fn place(&self, turn: OwnedSemaphorePermit, from: IpAddr, is_proxy: bool) -> Option<Place> {
        let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
        let count = each.entry(from).or_default();
        if *count >= EACH && !is_proxy {
            return None;
        }
        *count += 1;
        Some(Place { from, each: Arc::clone(&self.each), _turn: turn })
    }

    /// Waits until nobody is connected.
    pub async fn empty(&self) {
        drop(self.turns.acquire_many(ALL as u32).await);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut each = self.each.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = each.get_mut(&self.from) {
            *count -= 1;
            if *count == 0 {
                each.remove(&self.from);
            }
        }
    }
}
