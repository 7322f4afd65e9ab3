//! Any lines of `X-Forwarded-For` and `Forwarded` before what a proxy adds: nobody chooses the address that they count for.
#![no_main]

#[path = "../../crates/sayso-web/src/middleware/client_address.rs"]
mod client_address;

use std::net::{IpAddr, Ipv4Addr};

use client_address::{Forwarding, client_address};
use libfuzzer_sys::fuzz_target;

const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const REAL: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

fuzz_target!(|forged: (Vec<&[u8]>, Vec<&[u8]>, bool)| {
    let (x_forwarded_for, forwarded, same_line) = forged;
    let said = |x_forwarded_for, forwarded| client_address(PROXY, &[PROXY], &Forwarding { x_forwarded_for, forwarded });
    let by_most = added(&x_forwarded_for, b"192.0.2.1", same_line);
    let by_most: Vec<&[u8]> = by_most.iter().map(Vec::as_slice).collect();
    assert_eq!(said(by_most.clone(), Vec::new()), REAL);
    assert!([REAL, PROXY].contains(&said(by_most, forwarded.clone())));
    let by_standard = added(&forwarded, b"for=\"192.0.2.1:567\";proto=https", same_line);
    let by_standard: Vec<&[u8]> = by_standard.iter().map(Vec::as_slice).collect();
    assert!([REAL, PROXY].contains(&said(Vec::new(), by_standard.clone())));
    assert!([REAL, PROXY].contains(&said(x_forwarded_for, by_standard)));
});

/// What arrives once the proxy has added a hop, in the last line or in one of its own.
fn added(lines: &[&[u8]], hop: &[u8], same_line: bool) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = lines.iter().map(|line| line.to_vec()).collect();
    match lines.last_mut().filter(|_| same_line) {
        Some(last) => last.extend([b", ", hop].concat()),
        None => lines.push(hop.to_vec()),
    }
    lines
}
