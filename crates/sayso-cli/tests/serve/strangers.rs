//! What strangers send and try: it keeps nobody out, fills nothing, and says nothing in the desk's name.

use crate::accounts::{account, own, signed_in};
use crate::served::{Served, status, token_in};

/// A site whose readers may send corrections, and which stands for the articles' own.
const SITE: &str = "a1.example";

/// A desk behind a proxy, so that requests can come from anywhere.
fn desk() -> Served {
    let reached = ["--site", SITE, "--host", "desk.example", "--proxy", "127.0.0.1"];
    Served::with(&reached, |folder| account(folder, "Boss", "admin"))
}

fn tries(desk: &Served, from: &str, fields: &str, password: &str) -> String {
    let token = token_in(&desk.get("/sign-in"));
    let fields = format!("{}X-Forwarded-For: {from}\r\n{fields}", own(desk));
    desk.send("POST", "/sign-in", &fields, &format!("token={token}&name=Boss&password={password}"))
}

/// Sends a correction by the form, and gives the answer.
fn writes(desk: &Served, from: &str, url: &str, wording: &str) -> String {
    let token = token_in(&desk.get("/corrections/write"));
    let fields = format!("{}X-Forwarded-For: {from}\r\n", own(desk));
    let body = format!("token={token}&url={url}&kind=typo&exact=12+people&wording={wording}&reason=&website=");
    desk.send("POST", "/corrections/write", &fields, &body)
}

fn location(answer: &str) -> &str {
    answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_else(|| panic!("{answer}")).trim()
}

#[test]
fn one_stranger_keeps_nobody_out_and_fills_no_log() {
    let desk = desk();
    let right = "four+words+nobody+joins";
    let first = tries(&desk, "192.0.2.1", "", right);
    assert_eq!(status(&first), "303");
    let device =
        first.lines().find_map(|line| line.strip_prefix("set-cookie: ").filter(|set| set.contains("-device=")));
    let device = format!("Cookie: {}\r\n", device.unwrap().split(';').next().unwrap());
    let answers: Vec<String> = (0..120).map(|_| tries(&desk, "198.51.100.7", "", "wrong")).collect();
    assert!(answers[119].contains("Too many tries"), "{}", answers[119]);
    assert_eq!(status(&tries(&desk, "198.51.100.7", "", right)), "403", "not even with the right one");
    assert_eq!(status(&tries(&desk, "192.0.2.1", "", right)), "303", "the owner at home");
    assert_eq!(status(&tries(&desk, "203.0.113.5", "", right)), "303", "the owner elsewhere");
    assert_eq!(status(&tries(&desk, "198.51.100.7", &device, right)), "303", "the owner's browser beside the stranger");
    assert_eq!(status(&tries(&desk, "198.51.100.7", "Cookie: sayso-device=0123\r\n", right)), "403");
    let log = desk.send("GET", "/audit", &signed_in(&desk, "Boss"), "");
    assert_eq!(log.matches("<td>refused</td>").count(), 1, "{log}");
}

#[test]
fn of_a_page_the_ledgers_address_is_kept_and_shown() {
    let desk = desk();
    let ways = [
        "https://a1.example/heron",
        "https://a1.example/heron?fbclid=liars-write-here%23the-editor-is-a-liar",
        "https://a1.example/heron%23the-editor-is-a-liar",
        "https://a1.example/heron/?utm_source=the-editor-is-a-liar%22%3E%3Cscript%3E",
        "https://the-editor-is-a-liar@a1.example/heron",
    ];
    let sent = ways.map(|url| writes(&desk, "192.0.2.1", url, "13"));
    let outcome = location(&sent[0]).to_owned();
    assert!(sent[..4].iter().all(|answer| location(answer) == outcome), "they are one");
    assert_eq!(status(&sent[4]), "403");
    let boss = signed_in(&desk, "Boss");
    let queue = desk.send("GET", "/corrections", &boss, "");
    assert!(queue.contains("sent 4 times"), "{queue}");
    let token = token_in(&queue);
    let id = outcome.rsplit('/').next().unwrap();
    let verdict = format!("token={token}&id={id}&verdict=approved&note=Mended.&old=12&new=13");
    let fields = format!("{}{boss}", own(&desk));
    assert_eq!(status(&desk.send("POST", "/corrections/decide", &fields, &verdict)), "303");
    let by = "/corrections/by/The%20Harbour%20Post";
    let approved = "/corrections?state=approved".to_owned();
    for path in [by.to_owned(), format!("{by}.atom"), format!("{by}.json"), approved, outcome.clone()] {
        let page = desk.send("GET", &path, &boss, "");
        assert_eq!(status(&page), "200", "{path}");
        assert!(!page.contains("liar") && !page.contains("fbclid"), "{path}: {page}");
    }
    for path in [by.to_owned(), format!("{by}.atom"), format!("{by}.json")] {
        assert!(desk.send("GET", &path, &boss, "").contains("\"https://a1.example/heron\""), "{path}");
    }
}

#[test]
fn a_senders_many_are_paged_and_rejected_at_once() {
    let desk = desk();
    for number in 0..130 {
        let from = format!("203.{}.113.9", number % 13);
        assert_eq!(status(&writes(&desk, &from, "https://a1.example/heron", &format!("junk+{number}"))), "303");
    }
    assert_eq!(status(&writes(&desk, "203.0.113.9", "https://a1.example/heron", "one+more")), "403");
    assert_eq!(status(&writes(&desk, "192.0.2.1", "https://a1.example/heron", "the+real+one")), "303");
    let boss = signed_in(&desk, "Boss");
    let list = |query: &str| {
        let answer = desk.send("GET", &format!("/corrections.json{query}"), &boss, "");
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        let twin: serde_json::Value =
            serde_json::from_str(&body[body.find('{').unwrap()..=body.rfind('}').unwrap()]).unwrap();
        let wordings =
            twin["corrections"].as_array().unwrap().iter().map(|one| one["wording"].as_str().unwrap().to_owned());
        (
            wordings.collect::<Vec<_>>(),
            twin["pages"].as_u64().unwrap(),
            twin["corrections"][0]["id"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let (first, pages, _) = list("");
    assert!(first.iter().take(14).any(|wording| wording == "the real one"), "{first:?}");
    let mut all: Vec<String> = (1..=pages).flat_map(|page| list(&format!("?page={page}")).0).collect();
    all.sort();
    all.dedup();
    assert_eq!((pages, all.len()), (3, 131));

    let page = desk.send("GET", "/corrections?order=oldest", &boss, "");
    assert!(page.contains("Reject all 10 from this sender"), "{page}");
    let (token, (_, _, oldest)) = (token_in(&page), list("?order=oldest"));
    let fields = format!("{}{boss}", own(&desk));
    let decide = |what: &str| desk.send("POST", "/corrections/decide", &fields, &format!("token={token}&{what}"));
    let rejected = decide(&format!("id={oldest}&verdict=reject-all&order=newest&page=2"));
    let back = location(&rejected);
    assert!(back.starts_with("/corrections?state=open&order=newest&page=2&rejected="), "{back}");
    let told = desk.send("GET", back, &boss, "");
    assert!(told.contains("10 corrections of one sender were rejected"), "{told}");
    assert!(desk.send("GET", "/corrections?state=rejected", &boss, "").contains("junk 0"));
    let rejection = back.rsplit('=').next().unwrap();
    assert_eq!(list("?state=open&page=3").0.len(), 21);
    assert_eq!(status(&decide(&format!("id={rejection}&verdict=undo-all"))), "303");
    assert_eq!(list("?state=open&page=3").0.len(), 31);
    let log = desk.send("GET", "/audit", &boss, "");
    assert!(log.contains("rejected 10 of one sender") && log.contains("opened 10 again"), "{log}");
}
