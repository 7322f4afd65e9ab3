//! Whom a request is from: whoever opened the connection, or whom a proxy that is believed says it asks for.
//!
//! A proxy adds the address that it sees at the right end of a list; what stands left of it is what a stranger may have
//! written. So the list is walked from the right, over proxies that are believed, to the first address that is none.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The headers in which proxies say it, each with the values of all its lines in their order.
#[derive(Clone, Debug, Default)]
pub struct Forwarding<'a> {
    /// `X-Forwarded-For`, which most proxies write.
    pub x_forwarded_for: Vec<&'a [u8]>,
    /// `Forwarded` (RFC 7239).
    pub forwarded: Vec<&'a [u8]>,
}

/// An address that a proxy names; none where what stands there is anything else.
type ForwardedAddress = Option<IpAddr>;

/// The address that a request counts for. IPv4 inside IPv6 is IPv4.
///
/// Where a list is odd, the walk ends at the last proxy that is believed: its own address is what is certain. Where both
/// headers come, a proxy may have written one and let a stranger's other one pass: they must name the same address.
pub fn client_address(peer: IpAddr, proxies: &[IpAddr], said: &Forwarding<'_>) -> IpAddr {
    let peer = peer.to_canonical();
    let is_proxy = |address: IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == address);
    if !is_proxy(peer) {
        return peer;
    }
    let by_most = || walk(peer, is_proxy, said.x_forwarded_for.iter().rev().flat_map(|line| x_forwarded_for(line)));
    let by_standard = || walk(peer, is_proxy, said.forwarded.iter().rev().flat_map(|line| forwarded(line)));
    match (said.x_forwarded_for.is_empty(), said.forwarded.is_empty()) {
        (_, true) => by_most(),
        (true, false) => by_standard(),
        (false, false) => Some(by_most()).filter(|address| *address == by_standard()).unwrap_or(peer),
    }
}

/// The first that is no proxy, the nearest hop first.
fn walk(peer: IpAddr, is_proxy: impl Fn(IpAddr) -> bool, hops: impl Iterator<Item = ForwardedAddress>) -> IpAddr {
    let mut nearest = peer;
    for hop in hops {
        match hop {
            None => return nearest,
            Some(address) if !is_proxy(address) => return address,
            Some(proxy) => nearest = proxy,
        }
    }
    nearest
}

/// The hops of one line, the nearest first.
fn x_forwarded_for(line: &[u8]) -> impl Iterator<Item = ForwardedAddress> {
    line.rsplit(|byte| *byte == b',').map(|hop| address(std::str::from_utf8(hop).ok()?))
}

/// The hops of one line, the nearest first; a line that is not well formed is one odd hop.
fn forwarded(line: &[u8]) -> Vec<ForwardedAddress> {
    let elements = std::str::from_utf8(line).ok().and_then(|line| parts(line, ','));
    elements.map_or_else(|| vec![None], |elements| elements.into_iter().rev().map(element).collect())
}

/// The address in `for=`, which must be there once.
fn element(element: &str) -> ForwardedAddress {
    let mut named = None;
    for pair in parts(element, ';')? {
        let (name, value) = pair.trim_matches(BLANK).split_once('=')?;
        if name.eq_ignore_ascii_case("for") && named.replace(unquoted(value)?).is_some() {
            return None;
        }
    }
    address(named?)
}

/// Cut at a separator, where it does not stand in quotation marks; nothing where these do not close.
fn parts(text: &str, separator: char) -> Option<Vec<&str>> {
    let (mut quoted, mut escaped, mut start, mut parts) = (false, false, 0, Vec::new());
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if sign == separator && !quoted => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    (!quoted).then_some(parts)
}

/// A value without its quotation marks; no address needs any inside, nor an escape.
fn unquoted(value: &str) -> Option<&str> {
    let inner = value.strip_prefix('"').map_or(Some(value), |rest| rest.strip_suffix('"'))?;
    (!inner.contains(['"', '\\'])).then_some(inner)
}

/// What HTTP lets stand around the parts of a list.
const BLANK: [char; 2] = [' ', '\t'];

/// An address, with or without a port: `192.0.2.1`, `192.0.2.1:567`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:567`.
fn address(text: &str) -> ForwardedAddress {
    let text = text.trim_matches(BLANK);
    let bare = text.parse().ok();
    let in_brackets = || text.strip_prefix('[')?.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::V6);
    let found = bare.or_else(|| with_port(text)).or_else(in_brackets)?.to_canonical();
    (!found.is_unspecified()).then_some(found)
}

/// An address of one link alone (`fe80::1%2`) says nothing beyond it.
fn with_port(text: &str) -> ForwardedAddress {
    match text.parse().ok()? {
        SocketAddr::V6(address) if address.scope_id() != 0 => None,
        address => Some(address.ip()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PROXIES: [&str; 3] = ["127.0.0.1", "10.0.0.1", "2001:db8:ffff::1"];

    fn asked(peer: &str, x_forwarded_for: &[&[u8]], forwarded: &[&[u8]]) -> String {
        let proxies = PROXIES.map(|proxy| proxy.parse().unwrap());
        let said = Forwarding { x_forwarded_for: x_forwarded_for.to_vec(), forwarded: forwarded.to_vec() };
        client_address(peer.parse().unwrap(), &proxies, &said).to_string()
    }

    #[test]
    fn the_nearest_address_that_is_no_proxy_counts() {
        for (lines, expected) in [
            (&["192.0.2.1"][..], "192.0.2.1"),
            (&["203.0.113.9, 192.0.2.1"], "192.0.2.1"),
            (&["203.0.113.9", "192.0.2.1"], "192.0.2.1"),
            (&["203.0.113.9", "192.0.2.1, 10.0.0.1"], "192.0.2.1"),
            (&["192.0.2.1:567"], "192.0.2.1"),
            (&["[2001:db8::1]:567"], "2001:db8::1"),
            (&["[2001:db8::1]"], "2001:db8::1"),
            (&[" \t2001:DB8:0::1 "], "2001:db8::1"),
            (&["::ffff:192.0.2.1"], "192.0.2.1"),
            (&["192.0.2.1, ::ffff:10.0.0.1"], "192.0.2.1"),
            (&[], "127.0.0.1"),
            (&["10.0.0.1"], "10.0.0.1"),
        ] {
            let lines: Vec<&[u8]> = lines.iter().map(|line| line.as_bytes()).collect();
            assert_eq!(asked("127.0.0.1", &lines, &[]), expected, "{lines:?}");
            assert_eq!(asked("::ffff:127.0.0.1", &lines, &[]), expected, "{lines:?}");
        }
    }

    #[test]
    fn what_is_odd_ends_the_walk_at_the_last_proxy() {
        let odd = [
            "",
            "unknown",
            "_hidden",
            "localhost",
            "192.0.2.1:",
            "192.0.2.1:99999",
            "192.0.2",
            "192.0.2.01",
            "2001:db8::1%eth0",
            "[2001:db8::1",
            "[fe80::1%2]:1",
            "[192.0.2.1]",
            "0.0.0.0",
            "::",
            "192.0.2.1 192.0.2.2",
            "192.0.2.1;",
            "\"192.0.2.1\"",
        ];
        for odd in odd {
            let line = format!("203.0.113.9, {odd}");
            assert_eq!(asked("127.0.0.1", &[line.as_bytes()], &[]), "127.0.0.1", "{odd}");
            assert_eq!(asked("127.0.0.1", &[b"203.0.113.9", odd.as_bytes(), b"10.0.0.1"], &[]), "10.0.0.1", "{odd}");
        }
        assert_eq!(asked("127.0.0.1", &[b"203.0.113.9, \xff"], &[]), "127.0.0.1");
    }

    #[test]
    fn the_standard_header_says_the_same() {
        for (line, expected) in [
            ("for=192.0.2.1", "192.0.2.1"),
            ("For=203.0.113.9, FOR=\"192.0.2.1:567\";proto=https;by=10.0.0.1", "192.0.2.1"),
            ("for=203.0.113.9;x=\"a, for=1.2.3.4; \\\"b\", by=_us ; for=\"[2001:db8::1]:567\"", "2001:db8::1"),
            ("for=192.0.2.1, for=\"[2001:db8:ffff::1]\"", "192.0.2.1"),
            ("for=203.0.113.9, for=unknown", "127.0.0.1"),
            ("for=203.0.113.9, for=_hidden", "127.0.0.1"),
            ("for=203.0.113.9, by=10.0.0.1", "127.0.0.1"),
            ("for=203.0.113.9;for=192.0.2.1", "127.0.0.1"),
            ("for=203.0.113.9;x=\", for=192.0.2.1", "127.0.0.1"),
            ("for=\"192.0.2.1\"1\"", "127.0.0.1"),
            ("192.0.2.1", "127.0.0.1"),
            ("", "127.0.0.1"),
        ] {
            assert_eq!(asked("127.0.0.1", &[], &[line.as_bytes()]), expected, "{line}");
        }
        let lines: [&[u8]; 3] = [b"for=203.0.113.9;x=\"", b"for=192.0.2.1", b"for=10.0.0.1"];
        assert_eq!(asked("127.0.0.1", &[], &lines), "192.0.2.1", "a line that does not close spoils no other");
    }

    #[test]
    fn two_headers_count_where_they_agree() {
        let both = |one: &str, other: &str| asked("127.0.0.1", &[one.as_bytes()], &[other.as_bytes()]);
        assert_eq!(both("192.0.2.1", "for=192.0.2.1"), "192.0.2.1");
        assert_eq!(both("192.0.2.1", "for=203.0.113.9"), "127.0.0.1");
        assert_eq!(both("203.0.113.9", "for=192.0.2.1"), "127.0.0.1");
    }

    #[test]
    fn nobody_else_is_believed() {
        assert_eq!(asked("198.51.100.7", &[b"192.0.2.1"], &[b"for=192.0.2.1"]), "198.51.100.7");
    }

    /// What a stranger writes to be taken for another.
    fn forged() -> impl Strategy<Value = Vec<u8>> {
        let near = "([0-9a-f.:,;=\"\\\\\\[\\]fFor_ \t]|203\\.0\\.113\\.9|for=|10\\.0\\.0\\.1|127\\.0\\.0\\.1){0,24}";
        prop_oneof![near.prop_map(String::into_bytes), proptest::collection::vec(any::<u8>(), 0..40)]
    }

    /// The lines that arrive: a proxy adds a hop to the last one, or in a line of its own.
    fn with_hop(lines: &[Vec<u8>], hop: &str, same_line: bool) -> Vec<Vec<u8>> {
        let mut lines = lines.to_vec();
        match lines.last_mut().filter(|_| same_line) {
            Some(last) => last.extend_from_slice(format!(", {hop}").as_bytes()),
            None => lines.push(hop.as_bytes().to_vec()),
        }
        lines
    }

    proptest! {
        #[test]
        fn nobody_chooses_their_address(lines in proptest::collection::vec(forged(), 0..4), same_line: bool) {
            let (most, standard) = (with_hop(&lines, "192.0.2.1", same_line), with_hop(&lines, "for=\"192.0.2.1:567\"", same_line));
            let [lines, most, standard] = [&lines, &most, &standard].map(|lines| lines.iter().map(Vec::as_slice).collect::<Vec<_>>());
            prop_assert_eq!(asked("127.0.0.1", &most, &[]), "192.0.2.1");
            for (most, standard) in [(&most, &lines), (&lines, &standard), (&Vec::new(), &standard)] {
                let counts = asked("127.0.0.1", most, standard);
                prop_assert!(["192.0.2.1", "127.0.0.1"].contains(&counts.as_str()), "{}", counts);
            }
        }
    }
}
