//! Work that waits: for the disk, for another program.

use std::time::Duration;

use tokio::task::spawn_blocking;

use crate::problem::Problem;

/// How long another program that writes is waited for.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Work that may wait for the disk, off the threads that answer requests.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(Problem::Failed("sayso failed by a fault of its own; please report it with what you did.".to_owned()))
    })
}
