//! Archives as crawlers write them, and damaged ones.

use std::io::Write;

use super::*;

fn record(kind: &str, uri: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-02-03T08:00:00Z\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n").as_bytes(), body].concat()
}

fn pages(archive: &[u8]) -> Vec<Capture> {
    let captured = Captures::new(archive).map(Result::unwrap);
    captured.filter_map(|captured| if let Captured::Page(page) = captured { Some(page) } else { None }).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// A page of words that do not repeat, so that its packed bytes are many.
fn page(number: usize) -> Vec<u8> {
    let words: String = (0..400usize).map(|word| format!(" {:x}", (word * 7919 + number).wrapping_pow(3))).collect();
    let html = format!("<p>Page {number} said{words}.</p>");
    record("response", &format!("https://a.example/{number}"), &answer("Content-Type: text/html", html.as_bytes()))
}

/// What comes out: the last part of each page's address, or '?' for an error.
fn told(archive: &[u8]) -> String {
    let told = Captures::new(archive).map(|captured| match captured {
        Ok(Captured::Page(page)) => page.url.unwrap().rsplit('/').next().unwrap().to_owned(),
        Ok(Captured::Passed(_)) => "-".to_owned(),
        Err(ArchiveError::Broken { .. }) => "!".to_owned(),
        Err(_) => "?".to_owned(),
    });
    told.collect()
}

#[test]
fn a_damaged_member_costs_its_own_record() {
    let members: Vec<Vec<u8>> = (0..4).map(|number| gzip(&page(number))).collect();
    assert_eq!(told(&members.concat()), "0123");
    for at in [2, 12, members[1].len() / 2, members[1].len() - 6] {
        let mut damaged = members.clone();
        damaged[1][at..at + 4].fill(0x55);
        assert_eq!(told(&damaged.concat()), "0?23", "damaged at {at}");
    }
    let mut cut = members.clone();
    cut[1].truncate(members[1].len() / 2);
    assert_eq!(told(&cut.concat()), "0?23");
    let mut last = members.clone();
    last[3].truncate(members[3].len() / 2);
    assert_eq!(told(&last.concat()), "012!");
}

#[test]
fn a_damaged_record_costs_itself_packed_or_not() {
    let mut wrong = page(1);
    let length = wrong.windows(16).position(|part| part == b"Content-Length: ").unwrap() + 16;
    wrong[length] = b'1';
    let mut headless = page(2);
    headless.drain(..9);
    let archive = [page(0), wrong, headless, page(3), page(4)].concat();
    assert_eq!(told(&archive), "0?34");
    assert_eq!(told(&gzip(&archive)), "0?34");
}

#[test]
fn what_is_lost_is_told() {
    let archive = [page(0), b"noise\r\n\r\n".to_vec(), page(1)].concat();
    let error = Captures::new(&*archive).find_map(Result::err).unwrap().to_string();
    assert!(error.contains("damaged after 1 records") && error.contains("went on at the next"), "{error}");
}

#[test]
fn what_a_server_did_not_name_is_told_by_its_content() {
    let of = |headers: &str, body: &[u8]| told(&record("response", "https://a.example/p", &answer(headers, body)));
    for headers in ["Server: x", "Content-Type:", "Content-Type: unknown/unknown", "Content-Type: html"] {
        assert_eq!(of(headers, b"<p>She agreed.</p>"), "p", "{headers}");
        assert_eq!(of(headers, b"She agreed."), "p", "{headers}");
        assert_eq!(of(headers, b"\x89PNG\r\n\x1a\n0000"), "-", "{headers}");
        assert_eq!(of(headers, b"{\"a\": 1}"), "-", "{headers}");
    }
    assert_eq!(told(&record("resource", "https://a.example/p", b"<p>She agreed.</p>")), "p");
}

#[test]
fn what_is_passed_over_is_told() {
    let archive = [
        record("warcinfo", "", b"software: none\r\n"),
        record("response", "https://a.example/2", &answer("content-type: image/png", b"\x89PNG")),
        record("response", "https://a.example/3", b"HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
        record("revisit", "https://a.example/4", b"HTTP/1.1 200 OK\r\n\r\n"),
    ]
    .concat();
    let passed: Vec<Captured> = Captures::new(&*archive).map(Result::unwrap).collect();
    let expected = [PassedOver::OtherKind, PassedOver::NotSent, PassedOver::Unchanged];
    assert_eq!(passed, expected.map(Captured::Passed));
}

#[test]
fn secrets_of_addresses_go() {
    let archive = record(
        "response",
        "https://u:p@a.example/1?access_token=x",
        &answer("Content-Type: text/html", b"<p>She agreed.</p>"),
    );
    assert_eq!(pages(&archive)[0].url.as_deref(), Some("https://a.example/1"));
    let broken = record("response", "https://u:p@a.example/2", b"HTTP/9");
    let error = Captures::new(&*broken).find_map(Result::err).unwrap().to_string();
    assert!(error.starts_with("https://a.example/2: "), "{error}");
}

#[test]
fn whatever_byte_is_changed_nothing_panics_or_runs_on() {
    let page = record("response", "https://a.example/p", &answer("Content-Type: text/html", b"<p>She agreed.</p>"));
    for archive in [[page.clone(), page.clone()].concat(), [gzip(&page), gzip(&page)].concat()] {
        for at in 0..archive.len() {
            for changed in [0, 0x1f, 0xff, archive[at] ^ 1] {
                let mut bytes = archive.clone();
                bytes[at] = changed;
                assert!(Captures::new(&*bytes).count() <= 8);
            }
        }
    }
}

#[test]
fn pages_come_out_as_their_servers_meant_them() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"<p>Packed.</p>").unwrap();
    let packed = packed.finish().unwrap();
    let archive = [
        record("warcinfo", "", b"software: none\r\n"),
        record("request", "https://a.example/1", b"GET / HTTP/1.1\r\n\r\n"),
        record(
            "response",
            "https://a.example/1",
            &answer("Content-Type: text/html; charset=\"windows-1251\"", b"<p>One."),
        ),
        record("response", "https://a.example/2", &answer("content-type: image/png", b"\x89PNG")),
        record("response", "https://a.example/3", b"HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
        record(
            "response",
            "<https://a.example/4>",
            &answer("Content-Type: text/html\r\nContent-Encoding: gzip", &packed),
        ),
        record(
            "response",
            "https://a.example/5",
            &answer(
                "Content-Type: text/plain\r\nTransfer-Encoding: chunked",
                b"4\r\nShe \r\n7;x=y\r\nagreed.\r\n0\r\n\r\n",
            ),
        ),
    ]
    .concat();
    let captures = pages(&archive);
    let told: Vec<(&str, &[u8])> =
        captures.iter().map(|capture| (capture.url.as_deref().unwrap(), &*capture.bytes)).collect();
    assert_eq!(
        told,
        [
            ("https://a.example/1", &b"<p>One."[..]),
            ("https://a.example/4", b"<p>Packed.</p>"),
            ("https://a.example/5", b"She agreed.")
        ]
    );
    assert_eq!(captures[0].charset.as_deref(), Some("windows-1251"));
    assert_eq!(captures[0].fetched.as_deref(), Some("2026-02-03T08:00:00Z"));
}

#[test]
fn a_capture_that_cannot_be_read_costs_only_itself_and_a_cut_archive_its_rest() {
    let page = |uri| record("response", uri, &answer("Content-Type: text/html", b"<p>Whole.</p>"));
    let strange = record(
        "response",
        "https://a.example/s",
        &answer("Content-Type: text/html\r\nContent-Encoding: br", b"\x0b\x02\x80Whole.\x03"),
    );
    let archive =
        [page("https://a.example/1"), strange, page("https://a.example/2"), page("https://a.example/3")].concat();
    let found: Vec<_> = Captures::new(&archive[..archive.len() - 9]).collect();
    assert!(found[0].is_ok() && found[2].is_ok());
    assert!(matches!(&found[1], Err(ArchiveError::Unread { url: Some(url), .. }) if url.ends_with("/s")));
    assert!(matches!(found[3], Err(ArchiveError::Broken { records: 3, .. })));
    assert_eq!(found.len(), 4);
}

#[test]
fn lengths_that_lie_ask_for_no_memory() {
    let lie = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
    let found: Vec<_> = Captures::new(&lie[..]).collect();
    assert!(matches!(found[..], [Err(ArchiveError::Broken { records: 0, .. })]));
}
