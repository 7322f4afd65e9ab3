//! Mail to readers: asked for, confirmed, sent once, and the address gone after it.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::accounts::{account, own, signed_in};
use crate::mailbox::Mailbox;
use crate::served::{Served, sayso, status, token_in};

/// A site whose readers may send corrections, and which stands for the articles' own.
const SITE: &str = "a1.example";

/// What a reader wrote, and nobody else.
const WORDING: &str = "thirteen+marmosets";

const READER: &str = "reader@mail.example";

/// What the page of an outcome says once somebody confirmed.
const CONFIRMED: &str = "Whoever confirmed an address";

/// How long it takes at most until an address that is not needed is gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// Longer than the desk waits before it looks for mails that are due.
const A_WHILE: Duration = Duration::from_secs(5);

fn desk(mailbox: &Mailbox) -> Served {
    let mail = ["--mail-from", "Desk <desk@desk.example>", "--public-url", "https://desk.example/"];
    let reached = ["--site", SITE, "--host", "desk.example", "--proxy", "127.0.0.1"];
    Served::with_mail(&[&reached[..], &mail].concat(), Some(&mailbox.address), |folder| {
        account(folder, "Boss", "admin");
    })
}

/// Sends a correction and gives the id of its outcome.
fn correction(desk: &Served) -> String {
    let form = token_in(&desk.get("/corrections/write"));
    let answer = desk.own_post(
        "/corrections/write",
        &format!("token={form}&url=https://{SITE}/heron&kind=typo&exact=12+people&wording={WORDING}&reason=&website="),
    );
    assert_eq!(status(&answer), "303", "{answer}");
    let place = answer.lines().find_map(|line| line.strip_prefix("location: /corrections/outcome/")).unwrap();
    place.trim().to_owned()
}

fn outcome(desk: &Served, id: &str) -> String {
    desk.get(&format!("/corrections/outcome/{id}"))
}

/// Asks for a mail, from an address of a network.
fn asks(desk: &Served, id: &str, address: &str, from: &str) -> String {
    let token = token_in(&desk.get("/corrections/write"));
    let fields = format!("{}X-Forwarded-For: {from}\r\n", own(desk));
    desk.send("POST", "/corrections/mail", &fields, &format!("token={token}&id={id}&address={address}"))
}

fn decides(desk: &Served, id: &str, verdict: &str) {
    let editor = signed_in(desk, "Boss");
    let token = token_in(&desk.send("GET", "/account", &editor, ""));
    let form = format!("token={token}&id={id}&verdict={verdict}&note=It+was+{WORDING}.&old=12&new={WORDING}");
    let answer = desk.send("POST", "/corrections/decide", &format!("{editor}{}", own(desk)), &form);
    assert_eq!(status(&answer), "303", "{answer}");
}

/// What the link of the first mail has.
fn secret(mailbox: &Mailbox) -> String {
    mailbox.wait_for(1)[0].link("https://desk.example/corrections/mail/").unwrap().to_owned()
}

/// Asks for a mail and gives what its link has.
fn asked(desk: &Served, mailbox: &Mailbox, id: &str) -> String {
    assert_eq!(status(&asks(desk, id, READER, "192.0.2.1")), "200");
    secret(mailbox)
}

/// Whether an address stands anywhere in what is kept, in the ledger or beside it, erased or not.
fn is_kept(desk: &Served, address: &str) -> bool {
    fs::read_dir(desk.folder.path()).unwrap().any(|file| {
        let bytes = fs::read(file.unwrap().path()).unwrap_or_default();
        bytes.windows(address.len()).any(|bytes| bytes.eq_ignore_ascii_case(address.as_bytes()))
    })
}

fn is_soon_gone(desk: &Served, address: &str) -> bool {
    let since = Instant::now();
    while is_kept(desk, address) {
        if since.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(Duration::from_millis(100));
    }
    true
}

#[test]
fn one_mail_asks_one_tells_and_the_address_is_gone() {
    let mailbox = Mailbox::new();
    let desk = desk(&mailbox);
    let id = correction(&desk);
    assert!(outcome(&desk, &id).contains("Tell me by mail"));
    assert_eq!(status(&asks(&desk, &id, READER, "192.0.2.1")), "200");

    let asked = mailbox.wait_for(1).remove(0);
    assert_eq!(asked.to, [READER]);
    let secret = secret(&mailbox);
    for foreign in ["marmosets", "12 people", "Ferry", "alert", &id] {
        assert!(!asked.text.contains(foreign), "{foreign} is in the mail: {}", asked.text);
    }

    let page = desk.get(&format!("/corrections/mail/{secret}"));
    assert_eq!(status(&page), "200");
    assert!(page.contains("Yes, tell me"), "{page}");
    assert!(!outcome(&desk, &id).contains(CONFIRMED), "to follow the link confirms nothing");
    let elsewhere = desk.post(&format!("/corrections/mail/{secret}"), "https://foreign.example", "");
    assert_eq!(status(&elsewhere), "403");
    let confirmed = desk.own_post(&format!("/corrections/mail/{secret}"), "");
    assert_eq!(status(&confirmed), "200", "{confirmed}");
    assert!(outcome(&desk, &id).contains(CONFIRMED));
    assert!(is_kept(&desk, READER), "it waits for the decision");

    decides(&desk, &id, "approved");
    let told = mailbox.wait_for(2).remove(1);
    assert_eq!(told.to, [READER]);
    assert_eq!(told.link("https://desk.example/corrections/outcome/"), Some(id.as_str()));
    for foreign in ["marmosets", "12 people", "Ferry", "alert"] {
        assert!(!told.text.contains(foreign), "{foreign} is in the mail: {}", told.text);
    }
    assert!(is_soon_gone(&desk, READER), "the address is kept after the mail");
    assert_eq!(status(&desk.get(&format!("/corrections/mail/{secret}"))), "404");

    decides(&desk, &id, "reopen");
    decides(&desk, &id, "rejected");
    thread::sleep(A_WHILE);
    assert_eq!(mailbox.letters().len(), 2, "nobody is left to tell");
}

#[test]
fn whoever_did_not_confirm_is_not_told() {
    let mailbox = Mailbox::new();
    let desk = desk(&mailbox);
    let id = correction(&desk);
    let secret = asked(&desk, &mailbox, &id);
    assert_eq!(status(&desk.own_post(&format!("/corrections/mail/{}", "0".repeat(secret.len())), "")), "404");
    decides(&desk, &id, "approved");
    assert!(is_soon_gone(&desk, READER));
    assert_eq!(status(&desk.own_post(&format!("/corrections/mail/{secret}"), "")), "404");
    assert_eq!(status(&asks(&desk, &id, READER, "192.0.2.1")), "400", "there is nothing left to tell");
    thread::sleep(A_WHILE);
    assert_eq!(mailbox.letters().len(), 1);
}

#[test]
fn what_an_editor_erases_is_told_to_nobody_and_shown_to_nobody() {
    let mailbox = Mailbox::new();
    let desk = desk(&mailbox);
    let id = correction(&desk);
    let secret = asked(&desk, &mailbox, &id);
    desk.own_post(&format!("/corrections/mail/{secret}"), "");
    let editor = signed_in(&desk, "Boss");
    for page in ["/corrections", "/audit", "/decisions", "/account", &format!("/corrections/outcome/{id}")] {
        let page = desk.send("GET", page, &editor, "");
        assert_eq!(status(&page), "200", "{page}");
        assert!(!page.contains(READER), "{page}");
    }
    decides(&desk, &id, "erase");
    assert!(!is_kept(&desk, READER));
    decides(&desk, &id, "approved");
    thread::sleep(A_WHILE);
    assert_eq!(mailbox.letters().len(), 1);
}

#[test]
fn a_desk_is_no_means_to_write_to_strangers() {
    let mailbox = Mailbox::new();
    let desk = desk(&mailbox);
    let id = correction(&desk);
    for wrong in [
        "",
        "reader",
        "root%40localhost",
        "root%40%5B127.0.0.1%5D",
        "a%40b.example%0D%0ABcc%3A+x%40y.example",
        "a%40b.example%0D%0A%0D%0ABuy",
        "a%40b.example%2C+x%40y.example",
        "%3Ca%40b.example%3E%0D%0ARCPT+TO%3A%3Cx%40y.example%3E",
    ] {
        assert_eq!(status(&asks(&desk, &id, wrong, "192.0.2.9")), "400", "{wrong}");
    }
    assert_eq!(status(&asks(&desk, "none", READER, "192.0.2.9")), "404");
    let forged = format!("token=forged&id={id}&address={READER}");
    assert_eq!(status(&desk.own_post("/corrections/mail", &forged)), "403");

    // One household asks twice for a mailbox, many together six times; it is not told whether somebody uses the address.
    let tags = ["reader", "Reader%2B1", "reader%2B2", "READER"];
    for (number, tag) in tags.into_iter().cycle().take(10).enumerate() {
        let from = format!("198.51.100.{}", number / 3);
        let asked = asks(&desk, &id, &format!("{tag}%40mail.example"), &from);
        assert_eq!(status(&asked), "200", "{number}: {asked}");
        mailbox.wait_for([1, 2, 2, 3, 4, 4, 5, 6, 6, 6][number]);
    }
    for (number, other) in ["other", "third"].into_iter().enumerate() {
        let asked = asks(&desk, &id, &format!("{other}%40mail.example"), &format!("198.51.100.7{number}"));
        assert_eq!(status(&asked), "200", "{asked}");
        assert_eq!(mailbox.wait_for(7 + number)[6 + number].to, [format!("{other}@mail.example")]);
    }
    let more = asks(&desk, &id, "fourth%40mail.example", "198.51.100.78");
    assert_eq!(status(&more), "403", "one correction is not told to many");
    let household = (0..6).map(|_| status(&asks(&desk, &id, READER, "203.0.113.5")).to_owned()).collect::<Vec<_>>();
    assert_eq!(household, ["403"; 6]);
    thread::sleep(A_WHILE);
    assert_eq!(mailbox.letters().len(), 8);
}

#[test]
fn a_mail_server_that_fails_is_tried_again() {
    let mailbox = Mailbox::new();
    mailbox.set_down(true);
    let desk = desk(&mailbox);
    let id = correction(&desk);
    let asked = asks(&desk, &id, READER, "192.0.2.1");
    assert_eq!(status(&asked), "200", "the reader is not kept waiting for the server: {asked}");
    thread::sleep(A_WHILE / 2);
    assert!(mailbox.letters().is_empty());
    mailbox.set_down(false);
    let secret = secret(&mailbox);
    assert_eq!(status(&desk.own_post(&format!("/corrections/mail/{secret}"), "")), "200");
}

#[test]
fn without_a_mail_server_nothing_is_offered_and_half_a_setting_is_refused() {
    let desk = Served::with(&["--site", SITE], |_| ());
    let id = correction(&desk);
    assert!(!outcome(&desk, &id).contains("Tell me by mail"));
    assert_eq!(status(&asks(&desk, &id, READER, "192.0.2.1")), "404");
    assert_eq!(status(&desk.get("/corrections/mail/secret")), "404");

    let server = "smtps://desk:secret@mail.example";
    let from = ["--mail-from", "desk@desk.example"];
    for (smtp, arguments, told) in [
        (Some(server), &["--public-url", "http://localhost:7878"][..], "--mail-from"),
        (None, &from[..], "SAYSO_SMTP"),
        (Some(server), &[from[0], from[1], "--public-url", "https://elsewhere.example"], "--host elsewhere.example"),
        (Some(server), &[from[0], from[1], "--public-url", "https://desk.example/under"], "--public-url"),
        (Some("smtp://desk:secret@mail.example"), &[from[0], from[1], "--public-url", "http://localhost:1"], "smtps"),
    ] {
        let mut serve = sayso(&desk.folder);
        serve
            .args(["serve", "--port", "0", "--no-browser"])
            .args(arguments)
            .envs(smtp.map(|smtp| ("SAYSO_SMTP", smtp)));
        let refused = serve.output().unwrap();
        let said = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains(told) && !said.contains("secret"), "{said}");
    }
}
