//! Addresses that lead to this machine or into inner networks, in every spelling that a resolver takes.

use std::net::TcpListener;
use std::process::Command;

use anyhow::{Context, Result};

use super::AttackOutcome;
use crate::program::Program;

/// This machine, spelt otherwise each time; a listener waits on both of its addresses.
const THIS_MACHINE: [&str; 44] = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "localhost.localdomain",
    "ip6-localhost",
    "127.0.0.1",
    "127.0.0.1.",
    "127.0.0.2",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0x7f.0x0.0x0.0x1",
    "017700000001",
    "0177.0.0.1",
    "0177.1",
    "00000177.00.00.01",
    "127.000.000.001",
    "127.0x1",
    "0x7F000001",
    "0x7f.0.1",
    "4294967295",
    "017700000001.",
    "127.0.0.1%00",
    "127。0.0.1",
    "𝟏𝟐𝟕.𝟎.𝟎.𝟏",
    "ｌｏｃａｌｈｏｓｔ",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127%2e0%2e0%2e1",
    "%6c%6f%63%61%6c%68%6f%73%74",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
];

/// Inner networks, and what lies there in many of them.
const INNER: [&str; 27] = [
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.0.1",
    "192.168.1.254",
    "100.64.0.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "[::ffff:169.254.169.254]",
    "[fe80::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[64:ff9b::a00:1]",
    "[2002:a00:1::]",
    "[::ffff:10.0.0.1]",
    "[::ffff:c0a8:101]",
    "[fec0::1]",
    "[ff02::1]",
    "[2001:db8::1]",
    "[64:ff9b:1::1]",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
];

/// What stands before the host so that it seems to be another.
const DISGUISES: [&str; 3] = ["news.example@", "news.example:80@", "user:word@"];

/// Schemes that read this machine's files, or speak otherwise than http.
const SCHEMES: [&str; 6] = [
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1/",
    "data:,x",
    "dict://127.0.0.1/",
];

/// Gives all addresses to `sayso add`, and looks whether anybody connected.
pub fn attack(program: &Program) -> Result<AttackOutcome> {
    let listeners = [TcpListener::bind("127.0.0.1:0")?, v6()?];
    let [port, port_v6] = [listeners[0].local_addr()?.port(), listeners[1].local_addr()?.port()];
    let tries = addresses(port, port_v6);
    let mut found = Vec::from_iter(given(program, &tries, 1)?);
    for scheme in SCHEMES {
        found.extend(given(program, &[scheme.to_owned()], 2)?);
    }
    for listener in &listeners {
        listener.set_nonblocking(true)?;
        if listener.accept().is_ok() {
            found.push("somebody connected to this machine".to_owned());
        }
    }
    Ok(AttackOutcome { done: format!("{} inner addresses", tries.len() + SCHEMES.len()), found })
}

/// Has `sayso add` take addresses; what is wrong with how it ends.
fn given(program: &Program, tries: &[String], status: i32) -> Result<Option<String>> {
    let folder = tempfile::tempdir()?;
    let ran = Command::new(program.path())
        .args(["add", "--ledger", "attacked.ledger"])
        .args(tries)
        .current_dir(folder.path())
        .output()
        .context("the program could not be started")?;
    let said = String::from_utf8_lossy(&ran.stderr);
    let ends = ran.status.code().is_some_and(|code| code == status || code == 1);
    let added = status == 1 && !said.contains("0 added");
    Ok((!ends || added).then(|| format!("the program ended with {} and said: {said}", ran.status)))
}

/// A listener on the other address of this machine; where it has none, one more on the first.
fn v6() -> Result<TcpListener> {
    Ok(TcpListener::bind("[::1]:0").or_else(|_| TcpListener::bind("127.0.0.1:0"))?)
}

fn addresses(port: u16, port_v6: u16) -> Vec<String> {
    let this = THIS_MACHINE.iter().map(|host| {
        let port = if host.starts_with('[') && !host.contains("ffff") { port_v6 } else { port };
        format!("http://{host}:{port}/article")
    });
    let inner = INNER.iter().map(|host| format!("http://{host}/latest/meta-data/"));
    let disguised = DISGUISES.iter().flat_map(|before| {
        ["127.0.0.1", "[::1]", "localhost"].map(|host| {
            let port = if host.starts_with('[') { port_v6 } else { port };
            format!("http://{before}{host}:{port}/")
        })
    });
    let shouted = ["HTTP", "https", "hTtPs"].map(|scheme| format!("{scheme}://127.0.0.1:{port}/"));
    this.chain(inner).chain(disguised).chain(shouted).collect()
}
