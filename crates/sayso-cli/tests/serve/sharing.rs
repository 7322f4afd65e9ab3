//! What one takes of the desk's connections leaves enough for the others.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;
use std::{iter, thread};

use crate::accounts::{newsroom, signed_in};
use crate::served::{Served, sayso, status};

/// Times that a page asks whether anything has changed: far more than the desk takes to notice it.
const MOST_ASKED: usize = 400;

/// What has come of an answer by now; waits for the first of it.
fn begun(mut stream: &TcpStream) -> String {
    let mut answer = [0; 200];
    let read = stream.read(&mut answer).unwrap();
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

#[test]
fn an_open_page_asks_and_holds_nothing() {
    let desk = Served::new();
    let page = desk.get("/keys");
    let made = page.split("data-change=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let ask = || desk.send("GET", "/change.json", &format!("If-None-Match: \"{made}\"\r\n"), "");
    assert_eq!(status(&ask()), "304");
    assert_eq!(desk.json("/change.json")["change"], made.as_str());
    let later = r#"{"id": "a3", "outlet": "Radio Echo", "url": "https://a3.example/", "title": "Pier", "text": "The pier is closed, the harbour master said.\n"}"#;
    std::fs::write(desk.folder.path().join("later.jsonl"), later).unwrap();
    assert!(sayso(&desk.folder).args(["add", "later.jsonl"]).status().unwrap().success());
    // The desk looks at the ledger every few seconds at most, and an article may be added faster than that.
    let asked = || {
        desk.get("/keys");
        ask()
    };
    let waited = || thread::sleep(Duration::from_millis(50));
    let answers = iter::repeat_with(asked).inspect(|_| waited()).take(MOST_ASKED);
    let changed = answers.into_iter().find(|answer| status(answer) != "304").expect("the desk notices what was added");
    assert_eq!(status(&changed), "200");
    assert!(!changed.contains(&made), "{changed}");
}

#[test]
fn what_an_open_page_asks_ends_with_the_account() {
    let desk = newsroom(&[]);
    let reader = signed_in(&desk, "R. Reader");
    let ask = || desk.send("GET", "/change.json", &reader, "");
    assert_eq!(status(&ask()), "200");
    assert!(sayso(&desk.folder).args(["account", "remove", "R. Reader"]).output().unwrap().status.success());
    assert_eq!(status(&ask()), "401");
}

#[test]
fn one_person_takes_no_answer_from_another() {
    let desk = newsroom(&["--proxy", "127.0.0.1"]);
    let [editor, reader] = ["E. Editor", "R. Reader"].map(|name| signed_in(&desk, name));
    let slow: Vec<TcpStream> =
        (0..40).map(|_| desk.open(&(desk.form_head("/seen", &editor, 1_000) + "token="))).collect();
    // Those that are too many are refused at once; the others wait for their forms.
    let is_refused = |mut stream: &TcpStream| {
        stream.set_nonblocking(true).unwrap();
        let mut start = [0; 12];
        stream.read(&mut start).is_ok_and(|read| &start[..read] == b"HTTP/1.1 429")
    };
    let mut refused = 0;
    for _ in 0..100 {
        refused += slow.iter().filter(|stream| is_refused(stream)).count();
        if refused >= 8 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert_eq!(refused, 8);
    assert_eq!(status(&desk.send("GET", "/", &editor, "")), "429");
    assert_eq!(status(&desk.send("GET", "/static/desk.css", &editor, "")), "200", "pages keep their style");
    assert_eq!(status(&desk.send("GET", "/", &reader, "")), "200");
    assert_eq!(status(&desk.get("/sign-in")), "200");
    drop(slow);
    assert!((0..100).any(|_| status(&desk.send("GET", "/", &editor, "")) == "200"), "what was left is given back");
}

#[test]
fn connections_on_which_nothing_happens_make_room() {
    let desk = newsroom(&["--proxy", "127.0.0.1"]);
    let request = format!("GET /sign-in HTTP/1.1\r\nHost: {}\r\n\r\n", desk.host());
    let held: Vec<TcpStream> = (0..300)
        .map(|number| {
            let stream = desk.open(&request);
            assert!(begun(&stream).starts_with("HTTP/1.1 200"), "{number}");
            stream
        })
        .collect();
    assert_eq!(status(&desk.get("/sign-in")), "200");
    drop(held);
}

#[test]
fn a_form_that_takes_longer_than_its_account_changes_nothing() {
    let desk = newsroom(&[]);
    let boss = signed_in(&desk, "Boss");
    let editor = signed_in(&desk, "E. Editor");
    let token = crate::served::token_in(&desk.send("GET", "/account", &editor, ""));
    let form = format!("token={token}&what=confirm&on=none");
    let mut slow = desk.open(&(desk.form_head("/decide", &editor, form.len()) + &form[..10]));
    let parts = "--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n";
    let head = desk
        .form_head("/add", &editor, 4_000)
        .replace("application/x-www-form-urlencoded", "multipart/form-data; boundary=edge");
    let file = "The harbour master said that the pier is closed.";
    let rest = format!(
        "{token}\r\n--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n{file}"
    );
    let mut upload = desk.open(&(head + parts + &rest));
    assert_eq!(status(&desk.send("GET", "/", &editor, "")), "200");
    assert!(sayso(&desk.folder).args(["account", "remove", "E. Editor"]).output().unwrap().status.success());
    slow.write_all(&form.as_bytes()[10..]).unwrap();
    assert!(begun(&slow).starts_with("HTTP/1.1 401"));
    let end = "\r\n--edge--\r\n";
    let filler = " ".repeat(4_000 - parts.len() - rest.len() - end.len());
    upload.write_all((filler + end).as_bytes()).unwrap();
    assert!(begun(&upload).starts_with("HTTP/1.1 401"));
    assert_eq!(desk.send("GET", "/search.json?q=pier", &boss, "").matches("harbour master").count(), 0);
}
