//! Tests that need a process of their own: one that is killed, one that writes at the same time as another.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const ROLE: &str = "SAYSO_TEST_ROLE";
const LEDGER: &str = "SAYSO_TEST_LEDGER";

/// Starts a test, given by its path in this crate, in a process of its own, as the part that `role` names. The test looks
/// for it with [`started`] and returns early where it finds it.
pub(crate) fn start(test: &str, role: &str, ledger: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(ROLE, role)
        .env(LEDGER, ledger)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The ledger of a process that was started for this role.
pub(crate) fn started(role: &str) -> Option<PathBuf> {
    let is_this = std::env::var(ROLE).is_ok_and(|given| given == role);
    is_this.then(|| std::env::var_os(LEDGER).map(Into::into)).flatten()
}
