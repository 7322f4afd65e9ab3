//! Which addresses are on the public internet, by the IANA registries of special-purpose addresses (RFC 6890).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What to call the networks that only the inside reaches.
const PRIVATE: &str = "a private network";
const LOOPBACK: &str = "this machine";
const LINK_LOCAL: &str = "a link-local address";
const SHARED: &str = "an address shared behind a carrier";
const RESERVED: &str = "a reserved address";
const DOCUMENTATION: &str = "an address for documentation";
const MULTICAST: &str = "a multicast address";

/// IPv4 networks, as address, length of the prefix, and what they are.
const REFUSED_V4: &[(Ipv4Addr, u32, &str)] = &[
    (Ipv4Addr::new(0, 0, 0, 0), 8, LOOPBACK),
    (Ipv4Addr::new(10, 0, 0, 0), 8, PRIVATE),
    (Ipv4Addr::new(100, 64, 0, 0), 10, SHARED),
    (Ipv4Addr::new(127, 0, 0, 0), 8, LOOPBACK),
    (Ipv4Addr::new(169, 254, 0, 0), 16, LINK_LOCAL),
    (Ipv4Addr::new(172, 16, 0, 0), 12, PRIVATE),
    (Ipv4Addr::new(192, 0, 0, 0), 24, RESERVED),
    (Ipv4Addr::new(192, 0, 2, 0), 24, DOCUMENTATION),
    (Ipv4Addr::new(192, 88, 99, 0), 24, RESERVED),
    (Ipv4Addr::new(192, 168, 0, 0), 16, PRIVATE),
    (Ipv4Addr::new(198, 18, 0, 0), 15, PRIVATE),
    (Ipv4Addr::new(198, 51, 100, 0), 24, DOCUMENTATION),
    (Ipv4Addr::new(203, 0, 113, 0), 24, DOCUMENTATION),
    (Ipv4Addr::new(224, 0, 0, 0), 4, MULTICAST),
    (Ipv4Addr::new(240, 0, 0, 0), 4, RESERVED),
];

/// IPv6 networks within [`GLOBAL_V6`] that are refused; all outside it are.
const REFUSED_V6: &[(Ipv6Addr, u32, &str)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23, RESERVED),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32, DOCUMENTATION),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20, DOCUMENTATION),
];

/// The only IPv6 network from which addresses of the public internet are given out.
const GLOBAL_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// 6to4 (RFC 3056): the IPv4 address stands behind the prefix.
const SIX_TO_FOUR: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16);

/// NAT64 (RFC 6052): the IPv4 address stands at the end.
const NAT64: (Ipv6Addr, u32) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// What an address is that must not be fetched from; `None` for one on the public internet.
pub fn refusal(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => refusal_v4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(embedded) => refusal_v4(embedded),
            None => refusal_v6(address),
        },
    }
}

fn refusal_v4(address: Ipv4Addr) -> Option<&'static str> {
    let within = |network: &Ipv4Addr, prefix: u32| (address.to_bits() ^ network.to_bits()).leading_zeros() >= prefix;
    REFUSED_V4.iter().find(|(network, prefix, _)| within(network, *prefix)).map(|(_, _, what)| *what)
}

fn refusal_v6(address: Ipv6Addr) -> Option<&'static str> {
    if !within_v6(address, GLOBAL_V6) {
        return Some(outside_global(address));
    }
    REFUSED_V6.iter().find(|(network, prefix, _)| within_v6(address, (*network, *prefix))).map(|(_, _, what)| *what)
}

fn outside_global(address: Ipv6Addr) -> &'static str {
    match address {
        _ if address.is_loopback() || address.is_unspecified() => LOOPBACK,
        _ if address.is_unique_local() => PRIVATE,
        _ if address.is_unicast_link_local() => LINK_LOCAL,
        _ if address.is_multicast() => MULTICAST,
        _ => RESERVED,
    }
}

/// The IPv4 address that an IPv6 address leads to.
#[expect(clippy::cast_possible_truncation, reason = "the bits in which the address stands")]
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let bits = address.to_bits();
    if within_v6(address, SIX_TO_FOUR) {
        Some(Ipv4Addr::from_bits((bits >> 80) as u32))
    } else if within_v6(address, NAT64) {
        Some(Ipv4Addr::from_bits(bits as u32))
    } else {
        address.to_ipv4_mapped()
    }
}

fn within_v6(address: Ipv6Addr, (network, prefix): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ network.to_bits()).leading_zeros() >= prefix
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inside_is_refused() {
        for (address, what) in [
            ("0.0.0.0", LOOPBACK),
            ("10.1.2.3", PRIVATE),
            ("100.64.0.1", SHARED),
            ("100.127.255.255", SHARED),
            ("127.0.0.1", LOOPBACK),
            ("127.255.255.255", LOOPBACK),
            ("169.254.169.254", LINK_LOCAL),
            ("172.16.0.1", PRIVATE),
            ("172.31.255.255", PRIVATE),
            ("192.0.0.8", RESERVED),
            ("192.0.2.1", DOCUMENTATION),
            ("192.168.1.1", PRIVATE),
            ("198.19.255.255", PRIVATE),
            ("198.51.100.7", DOCUMENTATION),
            ("203.0.113.7", DOCUMENTATION),
            ("224.0.0.1", MULTICAST),
            ("239.255.255.250", MULTICAST),
            ("255.255.255.255", RESERVED),
            ("::", LOOPBACK),
            ("::1", LOOPBACK),
            ("::127.0.0.1", RESERVED),
            ("::ffff:10.0.0.1", PRIVATE),
            ("::ffff:169.254.169.254", LINK_LOCAL),
            ("64:ff9b::7f00:1", LOOPBACK),
            ("64:ff9b:1::1", RESERVED),
            ("100::1", RESERVED),
            ("2001::1", RESERVED),
            ("2001:db8::1", DOCUMENTATION),
            ("2002:a00:1::1", PRIVATE),
            ("3fff::1", DOCUMENTATION),
            ("fc00::1", PRIVATE),
            ("fd12:3456::1", PRIVATE),
            ("fe80::1", LINK_LOCAL),
            ("fec0::1", RESERVED),
            ("ff02::1", MULTICAST),
        ] {
            assert_eq!(refusal(address.parse().unwrap()), Some(what), "{address}");
        }
    }

    #[test]
    fn the_public_internet_is_not() {
        for address in [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.255.255",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.255.255",
            "198.20.0.1",
            "223.255.255.255",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
            "2001:4860:4860::8888",
            "2002:808:808::1",
            "2606:4700::1111",
        ] {
            assert_eq!(refusal(address.parse().unwrap()), None, "{address}");
        }
    }
}
