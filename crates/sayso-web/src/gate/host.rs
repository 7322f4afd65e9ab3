//! The names under which the desk answers: a name that an attacker points at this machine is none of them (DNS rebinding).

/// The names.
#[derive(Clone, Debug)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// Those of this machine with the desk's port, and those that the user gives, as they stand in an address.
    pub fn new(port: u16, given: &[String]) -> Self {
        let own = ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}"));
        Self(own.into_iter().chain(given.iter().map(|name| name.to_ascii_lowercase())).collect())
    }

    /// Whether a name, with its port where it has one, is one of them.
    pub fn has(&self, host: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(host))
    }
}
