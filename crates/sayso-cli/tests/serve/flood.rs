//! Too much, too slow, too often: what the desk bears without keeping others from their work.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::served::{Served, status, token_in};

/// A site whose readers may send corrections, and which stands for the articles' own.
const SITE: &str = "a1.example";

fn desk(arguments: &[&str]) -> Served {
    Served::with(&[&["--site", SITE], arguments].concat(), |_| ())
}

/// Sends requests over one connection after another hundred, and counts the answers by status.
fn sent(desk: &Served, requests: impl Iterator<Item = String>) -> Vec<(u16, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    let requests: Vec<String> = requests.collect();
    for lot in requests.chunks(100) {
        let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let (last, others) = lot.split_last().unwrap();
        others.iter().for_each(|request| stream.write_all(request.as_bytes()).unwrap());
        stream.write_all(last.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut answers = Vec::new();
        stream.read_to_end(&mut answers).unwrap();
        for answer in String::from_utf8_lossy(&answers).split("HTTP/1.1 ").skip(1) {
            *counts.entry(answer[..3].parse().unwrap()).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

fn submission(desk: &Served, number: usize) -> String {
    let body = format!(
        r#"{{"target":{{"source":"https://{SITE}/heron","selector":[{{"type":"TextQuoteSelector","exact":"12 people {number}"}}]}},"kind":"typo","wording":"13","challenge":"9999999999.0.0","answer":"{number}"}}"#
    );
    format!(
        "POST /corrections/submit HTTP/1.1\r\nHost: {}\r\nOrigin: https://{SITE}\r\nX-Forwarded-For: 192.0.2.{}\r\n\
         Content-Type: text/plain\r\nContent-Length: {}\r\n\r\n{body}",
        desk.host(),
        number % 250,
        body.len()
    )
}

/// By the form that works without a script, as if each came from another address.
fn written(desk: &Served, token: &str, number: usize) -> String {
    let body = format!(
        "token={token}&url=https://{SITE}/heron&kind=typo&exact=12+people+{number}&wording=13&reason=&website="
    );
    format!(
        "POST /corrections/write HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
         X-Forwarded-For: 203.{}.{}.9\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        number / 250,
        number % 250,
        body.len(),
        host = desk.host()
    )
}

#[test]
fn ten_thousand_corrections_fill_nothing() {
    let desk = desk(&[]);
    let answers = sent(&desk, (0..10_000).map(|number| submission(&desk, number)));
    assert_eq!(
        answers,
        [(403, 10_000)],
        "without work none is taken, and what a sender says of its address is not believed"
    );
    let token = token_in(&desk.get("/corrections/write"));
    let answers = sent(&desk, (0..100).map(|number| written(&desk, &token, number)));
    assert_eq!(answers, [(403, 100)], "the same address has sent its share");
    assert!(desk.get("/corrections").contains("None is waiting"));
    assert_eq!(status(&desk.get("/")), "200");
}

#[test]
fn ten_thousand_addresses_leave_room_for_readers_whose_browsers_worked() {
    let mut arguments = vec!["--proxy", "127.0.0.1"];
    arguments.extend(["--host", "desk.example"]);
    let desk = Served::with(&[&["--site", SITE], &arguments[..]].concat(), |folder| {
        crate::accounts::account(folder, "Boss", "admin");
    });
    let token = token_in(&desk.get("/corrections/write"));
    let answers = sent(&desk, (0..10_000).map(|number| written(&desk, &token, number)));
    assert_eq!(answers, [(303, 500), (403, 9_500)]);
}

#[test]
fn slow_clients_are_closed_and_keep_nobody_waiting() {
    let desk = desk(&[]);
    let mut slow: Vec<TcpStream> = (0..90)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).unwrap();
            let (whole, part) = ("POST /decide HTTP/1.1\r\nContent-Length: 1000\r\n", "GET / HTTP/1.1\r\nHost: a");
            let head = if number % 2 == 0 {
                format!("{whole}Host: {host}\r\nOrigin: http://{host}\r\n\r\ntok", host = desk.host())
            } else {
                part.to_owned()
            };
            stream.write_all(head.as_bytes()).unwrap();
            stream
        })
        .collect();
    assert_eq!(status(&desk.get("/")), "200", "others are answered meanwhile");
    for stream in &mut slow {
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains("HTTP/1.1 2") && !answer.contains("HTTP/1.1 3"), "{answer}");
    }
}

#[test]
fn one_address_cannot_take_every_connection() {
    let desk = desk(&[]);
    let held: Vec<TcpStream> = (0..200).map(|_| TcpStream::connect(("127.0.0.1", desk.port)).unwrap()).collect();
    std::thread::sleep(Duration::from_millis(300));
    let is_open = |mut stream: &TcpStream| {
        stream.set_read_timeout(Some(Duration::from_millis(5))).unwrap();
        !matches!(stream.read(&mut [0]), Ok(0))
    };
    assert!(held.iter().filter(|stream| is_open(stream)).count() <= 96);
    drop(held);
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(status(&desk.get("/")), "200");
}
