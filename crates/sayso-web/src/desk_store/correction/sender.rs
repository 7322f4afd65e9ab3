//! Who sent a correction, as a keyed hash: two from one household can be recognised, the household cannot be read.

use std::net::IpAddr;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, params};
use sha2::Sha256;

use super::super::DeskStore;
use crate::rate_limit::Household;

/// Bytes of a disguise: two of a million households are taken for one with a chance of one in 10^27.
const BYTES: usize = 16;

/// A household, and the network that it lies in, a /24 of IPv4 or a /48 of IPv6, as keyed hashes. The key lies in the same
/// file: who reads it can try addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub(super) household: Vec<u8>,
    pub(super) network: Vec<u8>,
}

impl DeskStore {
    /// How a household stands in this file.
    pub(crate) fn sender(&self, from: Household) -> Sender {
        let [_, network, household] = from.networks();
        Sender { household: self.disguised("household", household), network: self.disguised("network", network) }
    }

    fn disguised(&self, what: &str, address: IpAddr) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.disguise).expect("HMAC takes a key of any length");
        mac.update(format!("{what}\n{address}").as_bytes());
        mac.finalize().into_bytes()[..BYTES].to_vec()
    }
}

impl Sender {
    /// Notes that it sent a correction.
    pub(super) fn sent(&self, connection: &Connection, correction: &str) -> rusqlite::Result<()> {
        const SENT: &str = "INSERT OR IGNORE INTO sender(correction, household, network) VALUES (?1, ?2, ?3)";
        connection.execute(SENT, params![correction, self.household, self.network]).map(drop)
    }
}
