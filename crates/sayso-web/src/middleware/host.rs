//! The names under which the desk answers: a name that an attacker points at this machine is none of them (DNS rebinding).

use std::net::SocketAddr;

/// The names.
#[derive(Clone, Debug)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// Those of this machine with the desk's port, the address that is listened on, and those that the user gives, as they
    /// stand in an address.
    pub fn new(listening: SocketAddr, given: &[String]) -> Self {
        let own = ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{}", listening.port()));
        let given = given.iter().map(|name| name.to_ascii_lowercase());
        // Listening on all addresses is no address to be asked under.
        let listening = Some(listening.to_string()).filter(|_| !listening.ip().is_unspecified());
        Self(own.into_iter().chain(listening).chain(given).collect())
    }

    /// Whether a name, with its port where it has one, is one of them.
    pub fn has(&self, host: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(host))
    }
}
