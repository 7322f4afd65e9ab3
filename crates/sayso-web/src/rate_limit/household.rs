//! Who stands behind an address, and in which networks: what one person can easily have many of is counted as one.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Bits of the networks that a household lies in, the widest first and the household itself last. A provider hands out
/// IPv6 in a /32 for itself, a /48 for a customer and a /64 for a line; IPv4 is routed by the /24 and held by the /16.
const V4: [u32; LEVELS] = [16, 24, 32];
const V6: [u32; LEVELS] = [32, 48, 64];

/// How many of them there are.
pub const LEVELS: usize = 3;

/// One household: an address of IPv4, or a /64 of IPv6, which is what one line has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Household(IpAddr);

impl Household {
    /// Whom an address stands for.
    pub fn of(address: IpAddr) -> Self {
        Self(network(address.to_canonical(), LEVELS - 1))
    }

    /// The networks that it lies in, the widest first and itself last.
    pub fn networks(self) -> [IpAddr; LEVELS] {
        std::array::from_fn(|level| network(self.0, level))
    }
}

impl fmt::Display for Household {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            IpAddr::V4(address) => address.fmt(f),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                write!(f, "{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}

fn network(address: IpAddr, level: usize) -> IpAddr {
    match address {
        IpAddr::V4(address) => IpAddr::V4(Ipv4Addr::from_bits(address.to_bits() & (u32::MAX << (32 - V4[level])))),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << (128 - V6[level])))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_household_are_one() {
        let of = |address: &str| Household::of(address.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("2001:db8:1:2::1"), "2001:db8:1:2::/64");
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }

    #[test]
    fn households_lie_in_networks() {
        let networks = |address: &str| Household::of(address.parse().unwrap()).networks().map(|of| of.to_string());
        assert_eq!(networks("192.0.2.77"), ["192.0.0.0", "192.0.2.0", "192.0.2.77"]);
        assert_eq!(networks("2001:db8:1:2:3::4"), ["2001:db8::", "2001:db8:1::", "2001:db8:1:2::"]);
    }
}
