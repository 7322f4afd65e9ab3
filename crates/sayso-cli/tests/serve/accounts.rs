//! Who gets in at a desk with accounts, and who is kept out.

use std::io::Write;
use std::process::Stdio;

use crate::served::{Served, sayso, status, token_in};
use tempfile::TempDir;

/// Everybody with an account has it.
const PASSWORD: &str = "four words nobody joins";

/// What each group of routes takes, as method and path; those with a body get an empty form.
const OPEN: [(&str, &str); 6] = [
    ("GET", "/static/desk.css"),
    ("GET", "/sign-in"),
    ("GET", "/sayso.js"),
    ("GET", "/corrections/write"),
    ("GET", "/corrections/by/The%20Harbour%20Post"),
    ("GET", "/corrections/by/The%20Harbour%20Post.atom"),
];
const READERS: [(&str, &str); 24] = [
    ("GET", "/"),
    ("GET", "/stories.json"),
    ("GET", "/stories.atom"),
    ("GET", "/story/none"),
    ("GET", "/story/none/claims"),
    ("GET", "/story/none.json"),
    ("GET", "/story/none.atom"),
    ("GET", "/claim/none"),
    ("GET", "/claim/none.json"),
    ("GET", "/article/a1"),
    ("GET", "/article/a1.json"),
    ("GET", "/speaker/coastguard"),
    ("GET", "/search?q=ferry"),
    ("GET", "/search.json?q=ferry"),
    ("GET", "/decisions"),
    ("GET", "/decisions.json"),
    ("GET", "/watched"),
    ("GET", "/watched.json"),
    ("GET", "/watched.atom"),
    ("GET", "/keys"),
    ("GET", "/openapi.json"),
    ("GET", "/account"),
    ("GET", "/corrections/by/The%20Harbour%20Post.json"),
    ("GET", "/nothing"),
];
const EDITORS: [(&str, &str); 9] = [
    ("GET", "/corrections"),
    ("GET", "/corrections.json"),
    ("GET", "/add"),
    ("POST", "/add"),
    ("POST", "/decide"),
    ("GET", "/mention/none"),
    ("POST", "/mend"),
    ("POST", "/missed"),
    ("POST", "/corrections/decide"),
];
const ADMINS: [(&str, &str); 7] = [
    ("GET", "/audit"),
    ("POST", "/remove"),
    ("POST", "/accounts"),
    ("POST", "/accounts/change"),
    ("GET", "/upkeep"),
    ("POST", "/upkeep/backup"),
    ("POST", "/upkeep/restore"),
];

pub fn account(folder: &TempDir, name: &str, role: &str) {
    let mut adding = sayso(folder)
        .args(["account", "add", name, "--role", role])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    adding.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
    let added = adding.wait_with_output().unwrap();
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
}

fn newsroom() -> Served {
    Served::with(&["--host", "desk.example"], |folder| {
        for (name, role) in [("Boss", "admin"), ("E. Editor", "editor"), ("R. Reader", "reader")] {
            account(folder, name, role);
        }
    })
}

fn tries(desk: &Served, name: &str, password: &str) -> String {
    let form = token_in(&desk.get("/sign-in"));
    let [name, password] = [name, password].map(|text| text.replace(' ', "+"));
    desk.own_post("/sign-in", &format!("token={form}&name={name}&password={password}&to=%2Fdecisions"))
}

/// Signs in and gives the cookie, as a field of later requests.
pub fn signed_in(desk: &Served, name: &str) -> String {
    let answer = tries(desk, name, PASSWORD);
    assert_eq!(status(&answer), "303", "{answer}");
    assert!(answer.contains("location: /decisions"), "{answer}");
    let set = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    for mark in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(set.contains(mark), "{set}");
    }
    format!("Cookie: {}\r\n", set.split(';').next().unwrap())
}

pub fn own(desk: &Served) -> String {
    format!("Origin: http://{}\r\n", desk.host())
}

#[test]
fn beyond_this_machine_nobody_is_served_without_an_account() {
    let folder = tempfile::tempdir().unwrap();
    let exposed = [&["--listen", "0.0.0.0"][..], &["--host", "desk.example"], &["--proxy", "127.0.0.1"]];
    std::fs::write(folder.path().join("a.txt"), "The coastguard said that the ferry had sailed.").unwrap();
    assert!(sayso(&folder).args(["add", "a.txt"]).status().unwrap().success());
    for arguments in exposed {
        let refused = sayso(&folder).args(["serve", "--port", "0", "--no-browser"]).args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(1), "{told}");
        assert!(told.contains("sayso account add"), "{told}");
    }
    let reader =
        sayso(&folder).args(["account", "add", "R. Reader", "--role", "reader"]).stdin(Stdio::null()).output().unwrap();
    assert!(!reader.status.success(), "neither a password nor an admin");
}

#[test]
fn each_role_gets_what_is_its_own() {
    let desk = newsroom();
    let groups = [(0, &OPEN[..]), (1, &READERS[..]), (2, &EDITORS[..]), (3, &ADMINS[..])];
    let visitors = [
        (0, String::new()),
        (1, signed_in(&desk, "R. Reader")),
        (2, signed_in(&desk, "e. editor")),
        (3, signed_in(&desk, "Boss")),
    ];
    for (needed, routes) in groups {
        for (has, cookie) in &visitors {
            for (method, path) in routes {
                let answer = desk.send(method, path, &format!("{}{cookie}", own(&desk)), "");
                let got = status(&answer);
                let kept_out = ["401", "403"].contains(&got) && answer.contains("Sign in first")
                    || answer.contains("This needs the role");
                assert_eq!(kept_out, *has < needed, "{method} {path} as {has}: {answer}");
                if kept_out {
                    assert!(!answer.contains("Blue Heron") && !answer.contains("sayso.ledger"), "{path}: {answer}");
                }
            }
        }
    }
    // A person is led to where they sign in.
    let led = desk.send("GET", "/story/s%201?a=b", "Accept: text/html\r\n", "");
    assert!(led.contains("location: /sign-in?to=%2Fstory%2Fs%25201%3Fa%3Db"), "{led}");
    for path in ["/events", "/seen", "/watch", "/sign-out", "/account/key", "/account/password"] {
        let method = if path == "/events" { "GET" } else { "POST" };
        assert_eq!(status(&desk.send(method, path, &own(&desk), "")), "401", "{path}");
    }
}

#[test]
fn a_session_is_its_browsers_alone() {
    let desk = newsroom();
    let [editor, reader] = ["E. Editor", "R. Reader"].map(|name| signed_in(&desk, name));
    let page = |cookie: &str| desk.send("GET", "/account", cookie, "");
    let token = token_in(&page(&editor));
    let confirm = |cookie: &str, origin: &str, token: &str| {
        desk.send("POST", "/decide", &format!("{origin}{cookie}"), &format!("token={token}&what=confirm&on=none"))
    };
    let here = own(&desk);
    assert_eq!(status(&confirm(&editor, &here, &token)), "400", "let through: there is no such claim");
    assert_eq!(status(&confirm(&editor, &here, &token_in(&page(&reader)))), "403", "the token of another session");
    assert_eq!(
        status(&confirm(&editor, &here, &token_in(&desk.get("/corrections/write")))),
        "403",
        "what anybody sees"
    );
    assert_eq!(status(&confirm(&editor, "Origin: http://attacker.example\r\n", &token)), "403", "another site");
    assert_eq!(status(&confirm("", &here, &token)), "401", "no session");
    assert_eq!(status(&desk.send("POST", "/sign-out", &format!("{here}{editor}"), &format!("token={token}"))), "303");
    assert_eq!(status(&confirm(&editor, &here, &token)), "401", "the session is over, whoever kept its cookie");
    let planted = format!("Cookie: sayso-{}=0123\r\n", desk.port);
    assert_eq!(status(&page(&planted)), "401", "a secret that the desk did not give");
    // What is taken from an account is gone at once.
    let ran = sayso(&desk.folder).args(["account", "remove", "R. Reader"]).output().unwrap();
    assert!(ran.status.success());
    assert_eq!(status(&page(&reader)), "401");
    assert!(!sayso(&desk.folder).args(["account", "remove", "Boss"]).output().unwrap().status.success());
}

#[test]
fn guessing_is_slow_and_says_nothing() {
    let desk = newsroom();
    let wrong = tries(&desk, "Boss", "four words nobody join");
    let unknown = tries(&desk, "Nobody", PASSWORD);
    assert_eq!((status(&wrong), status(&unknown)), ("401", "401"));
    assert!(!wrong.contains("set-cookie"));
    let told = |page: &str| page.split("role=\"alert\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(told(&wrong), told(&unknown));
    let boss = signed_in(&desk, "Boss");
    let answers: Vec<String> = (0..20).map(|_| tries(&desk, "Boss", "wrong")).collect();
    assert!(answers.last().unwrap().contains("Too many tries"));
    let right = tries(&desk, "Boss", PASSWORD);
    assert!(right.contains("Too many tries"), "not even then: {right}");
    let log = desk.send("GET", "/audit", &boss, "");
    assert!(log.contains("sign-in") && log.contains("refused") && log.contains("127.0.0.1"), "{log}");
    assert!(!log.contains("Nobody") && !log.contains(PASSWORD), "{log}");
}

#[test]
fn a_key_looks_and_changes_nothing() {
    let desk = newsroom();
    let editor = signed_in(&desk, "E. Editor");
    let token = token_in(&desk.send("GET", "/account", &editor, ""));
    let made = desk.send("POST", "/account/key", &format!("{}{editor}", own(&desk)), &format!("token={token}"));
    let key = made.split("The key is ").nth(1).unwrap().split(' ').next().unwrap();
    let bearer = format!("Authorization: Bearer {key}\r\n");
    assert_eq!(status(&desk.send("GET", "/stories.atom", &bearer, "")), "200");
    assert_eq!(status(&desk.send("GET", "/corrections", &bearer, "")), "403", "what readers wrote is for editors");
    for body in [format!("token={token}"), "token=".to_owned(), String::new()] {
        let answer = desk.send("POST", "/seen", &format!("{}{bearer}", own(&desk)), &body);
        assert!(["403", "422"].contains(&status(&answer)), "{answer}");
    }
    assert_eq!(status(&desk.send("GET", "/stories.atom", "Authorization: Bearer 00\r\n", "")), "401");
    let basic = base64(&format!("anybody:{key}"));
    assert_eq!(status(&desk.send("GET", "/watched.atom", &format!("Authorization: Basic {basic}\r\n"), "")), "200");
}

#[test]
fn an_admin_says_who_may_do_what_on_the_page() {
    let desk = newsroom();
    let boss = signed_in(&desk, "Boss");
    let token = token_in(&desk.send("GET", "/account", &boss, ""));
    let change = |path: &str, body: &str| {
        desk.send("POST", path, &format!("{}{boss}", own(&desk)), &format!("token={token}&{body}"))
    };
    assert_eq!(status(&change("/accounts", "name=New+One&role=reader&password=short")), "400");
    assert_eq!(status(&change("/accounts", "name=New+One&role=owner&password=four+words+nobody+joins")), "400");
    assert_eq!(status(&change("/accounts", "name=New+One&role=reader&password=four+words+nobody+joins")), "303");
    assert_eq!(
        status(&change("/accounts", "name=new+one&role=admin&password=four+words+nobody+joins")),
        "400",
        "twice"
    );
    let new = signed_in(&desk, "New One");
    assert_eq!(status(&desk.send("GET", "/add", &new, "")), "403");
    assert_eq!(status(&change("/accounts/change", "name=New+One&role=editor&what=role")), "303");
    assert_eq!(status(&desk.send("GET", "/add", &new, "")), "200");
    assert_eq!(status(&change("/accounts/change", "name=Boss&role=reader&what=role")), "400", "one admin must be left");
    assert_eq!(status(&change("/accounts/change", "name=New+One&what=remove")), "303");
    assert_eq!(status(&desk.send("GET", "/", &new, "")), "401");
    let log = desk.send("GET", "/audit", &boss, "");
    assert!(log.contains("accounts/change: remove New One"), "{log}");
}

#[test]
fn a_new_password_ends_what_the_old_one_opened() {
    let desk = newsroom();
    let [one, other] = [0, 1].map(|_| signed_in(&desk, "E. Editor"));
    let token = token_in(&desk.send("GET", "/account", &one, ""));
    let change = |now: &str, again: &str| {
        let body = format!("token={token}&now={now}&new=five+other+words+for+it&again={again}");
        desk.send("POST", "/account/password", &format!("{}{one}", own(&desk)), &body)
    };
    let again = "five+other+words+for+it";
    assert_eq!(status(&change("wrong", again)), "403", "whoever sits at an open browser must know the old one");
    assert_eq!(status(&change("four+words+nobody+joins", "five+other+words+for+is")), "400");
    assert_eq!(status(&change("four+words+nobody+joins", again)), "303");
    for cookie in [&one, &other] {
        assert_eq!(status(&desk.send("GET", "/", cookie, "")), "401");
    }
    assert_eq!(status(&tries(&desk, "E. Editor", PASSWORD)), "401");
    assert_eq!(status(&tries(&desk, "E. Editor", "five other words for it")), "303");
}

/// As a reader of feeds sends a name and a password.
fn base64(text: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |bytes: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(*bytes.get(at).unwrap_or(&0)));
        let letter = |at: usize| if at <= bytes.len() { char::from(LETTERS[bits >> (18 - 6 * at) & 63]) } else { '=' };
        (0..4).map(letter).collect::<String>()
    };
    text.as_bytes().chunks(3).map(group).collect()
}
