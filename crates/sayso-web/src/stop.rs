//! Signals to stop: Ctrl+C, or the system's word that the program is to end.

use std::io;

/// Hears it, each time it is said.
#[derive(Debug)]
pub struct Stop {
    #[cfg(unix)]
    interrupted: tokio::signal::unix::Signal,
    #[cfg(unix)]
    ended: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Stop {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// Where the system lets nobody listen.
    pub fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupted: signal(SignalKind::interrupt())?, ended: signal(SignalKind::terminate())? })
    }

    /// Waits until it is said once more.
    pub async fn told(&mut self) {
        tokio::select! { _ = self.interrupted.recv() => {}, _ = self.ended.recv() => {} }
    }
}

#[cfg(not(unix))]
impl Stop {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// Never on this system.
    pub fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    /// Waits until it is said once more.
    pub async fn told(&mut self) {
        drop(tokio::signal::ctrl_c().await);
    }
}
