//! Whose address counts behind a proxy, and where one is led after signing in.

use crate::accounts::{PASSWORD, account, newsroom, tries_on_to};
use crate::served::{Served, status, token_in};

/// Corrections that are taken of a hundred, each with its own lines on whom the proxy asks for.
fn taken(desk: &Served, lines: impl Fn(usize) -> String) -> usize {
    let token = token_in(&desk.get("/corrections/write"));
    let origin = format!("Origin: http://{}\r\n", desk.host());
    let sent = |number: usize| {
        let body = format!(
            "token={token}&url=https://a1.example/heron&kind=typo&exact=12+people+{number}&wording=13&reason=&website="
        );
        desk.send("POST", "/corrections/write", &format!("{origin}{}", lines(number)), &body)
    };
    (0..100).filter(|number| status(&sent(*number)) == "303").count()
}

#[test]
fn a_forged_address_before_that_of_the_proxy_is_not_believed() {
    let arguments = ["--site", "a1.example", "--proxy", "127.0.0.1", "--host", "desk.example"];
    let desk = Served::with(&arguments, |folder| account(folder, "Boss", "admin"));
    type Lines = fn(usize) -> String;
    let forged: [Lines; 4] = [
        |number| format!("X-Forwarded-For: 203.0.113.{number}\r\nX-Forwarded-For: 198.51.100.1\r\n"),
        |number| format!("X-Forwarded-For: 203.0.113.{number}, 198.51.100.2:{}\r\n", 1_000 + number),
        |number| format!("X-Forwarded-For: 203.0.113.{number}, unknown\r\n"),
        |number| format!("Forwarded: for=203.0.113.{number}, for=\"[2001:db8::{number}]:567\"\r\n"),
    ];
    for lines in forged {
        assert!(taken(&desk, lines) <= 30, "one household sends no more: {}", lines(7));
    }
    assert!(taken(&desk, |number| format!("X-Forwarded-For: 192.0.2.{number}\r\n")) > 30, "others are not held back");
}

#[test]
fn signing_in_leads_to_the_desk_alone() {
    let desk = newsroom(&[]);
    for elsewhere in [
        "%2F%09%2Fother.example",
        "%2F%5Cother.example",
        "%2F%2Fother.example",
        "%2F.%2F%2Fother.example",
        "%09%2F%2Fother.example",
        "https%3A%2F%2Fother.example",
    ] {
        let led = tries_on_to(&desk, "R. Reader", PASSWORD, elsewhere);
        assert_eq!(status(&led), "303", "{led}");
        assert!(led.contains("\r\nlocation: /\r\n"), "{elsewhere}: {led}");
    }
    let led = tries_on_to(&desk, "R. Reader", PASSWORD, "%2Fsearch%3Fq%3Dferry%23end");
    assert!(led.contains("\r\nlocation: /search?q=ferry#end\r\n"), "{led}");
}
