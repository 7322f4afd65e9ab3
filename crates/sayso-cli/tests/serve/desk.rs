//! The desk over real connections: what it shows, what it takes, and what it refuses.

use std::fs;
use std::time::Duration;

use serde_json::json;

use crate::served::{Served, sayso, status, token_in};

#[test]
fn every_page_has_a_twin_and_hostile_words_are_words() {
    let desk = Served::new();
    let stories = desk.json("/stories.json");
    let story = stories["stories"][0]["id"].as_str().unwrap();
    let claims = desk.json(&format!("/story/{story}.json"))["claims"].clone();
    let claim = claims[0]["id"].as_str().unwrap();
    let pages = [
        "/".to_owned(),
        format!("/story/{story}"),
        format!("/claim/{claim}"),
        "/article/a1".to_owned(),
        "/speaker/coastguard".to_owned(),
        "/search?q=ferry&outlet=&from=2026-03-01&until=2026-03-02".to_owned(),
        "/decisions".to_owned(),
        "/add".to_owned(),
        "/keys".to_owned(),
    ];
    for page in &pages {
        let answer = desk.get(page);
        assert_eq!(status(&answer), "200", "{page}: {answer}");
        assert!(!answer.contains("<script>alert") && !answer.contains("<img"), "{page}");
        assert_eq!(answer.matches("<h1").count(), 1, "{page}");
        assert!(answer.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{page}");
        assert!(answer.contains("x-content-type-options: nosniff"), "{page}");
    }
    assert!(desk.get("/article/a1").contains("&lt;script&gt;alert(1)"));
    assert_eq!(desk.json("/article/a1.json")["reading"]["id"], "a1");
    assert_eq!(desk.json(&format!("/claim/{claim}.json"))["claim"]["id"], claim);
    assert!(
        desk.json("/speaker/coastguard.json")["stories"][0]["claims"]
            .as_array()
            .is_some_and(|claims| !claims.is_empty())
    );
    assert_eq!(desk.json("/search.json?q=union")["articles"][0]["id"], "a2");
    assert_eq!(desk.json("/openapi.json")["openapi"], "3.1.0");
    for feed in ["/stories.atom".to_owned(), format!("/story/{story}.atom"), format!("/claim/{claim}.atom")] {
        let answer = desk.get(&feed);
        assert!(answer.contains("<feed xmlns=") && !answer.contains("<script>"), "{feed}: {answer}");
    }
    for missing in ["/story/none", "/claim/none", "/article/..%2F..%2Fetc%2Fpasswd", "/static/..%2Fdesk.rs", "/nothing"]
    {
        assert_eq!(status(&desk.get(missing)), "404", "{missing}");
    }
    assert_eq!(status(&desk.get("/search?q=ferry&from=yesterday")), "400");
}

#[test]
fn a_decision_is_made_seen_and_undone() {
    let desk = Served::new();
    let story = desk.json("/stories.json")["stories"][0]["id"].as_str().unwrap().to_owned();
    let claim = desk.json(&format!("/story/{story}.json"))["claims"][0]["id"].as_str().unwrap().to_owned();
    let token = desk.token();
    let answer = desk.own_post("/decide", &format!("token={token}&what=confirm&on={claim}"));
    assert_eq!(status(&answer), "303", "{answer}");
    let decided = desk.json("/decisions.json")["decisions"][0].clone();
    assert_eq!((decided["by"].as_str(), decided["what"].as_str()), (Some("A. Editor"), Some("confirm")));
    assert!(desk.get(&format!("/claim/{claim}")).contains("A. Editor"));
    let id = decided["id"].as_str().unwrap();
    assert_eq!(status(&desk.own_post("/decide", &format!("token={token}&what=undo&on={id}"))), "303");
    assert_eq!(desk.json("/decisions.json")["decisions"][0]["undone"], true);
    let rejected = desk.own_post("/decide", &format!("token={token}&what=reject&on={claim}"));
    assert!(rejected.contains(&format!("location: /story/{story}")), "{rejected}");
    assert_eq!(status(&desk.own_post("/decide", &format!("token={token}&what=confirm&on=none"))), "400");
    assert_eq!(status(&desk.own_post("/decide", &format!("token={token}&what=split"))), "400");
    assert_eq!(status(&desk.own_post("/decide", &format!("token={token}&what=undo&on=none"))), "400");
}

#[test]
fn what_was_seen_is_told_apart_from_what_is_new() {
    let desk = Served::new();
    assert!(desk.get("/").contains("You have not looked at this ledger before"));
    assert_eq!(status(&desk.own_post("/seen", &format!("token={}", desk.token()))), "303");
    assert!(desk.get("/").contains("nothing moved"));
    let file = "The coastguard said two more people from the ferry Blue Heron, which capsized off Sorrel Point, were found dead.";
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{}\r\n\
         --edge\r\nContent-Disposition: form-data; name=\"links\"\r\n\r\nhttp://127.0.0.1:1/x file:///etc/passwd\r\n\
         --edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../late.txt\"\r\n\r\n{file}\r\n--edge--\r\n",
        desk.token()
    );
    let answer = desk.raw(&format!(
        "POST /add HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: multipart/form-data; boundary=edge\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len(),
        host = desk.host()
    ));
    assert!(answer.contains("1 article added") && answer.contains("2 things could not be read"), "{answer}");
    assert!(desk.get("/").contains("1 story moved"));
    let beside = desk.folder.path().parent().unwrap();
    assert!(!beside.join("late.txt").exists() && !desk.folder.path().join("late.txt").exists(), "no path is believed");
}

#[test]
fn what_another_site_asks_for_is_refused() {
    let desk = Served::new();
    let host = desk.host();
    let get = |host: &str| desk.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    assert_eq!(status(&get("attacker.example")), "403");
    assert_eq!(status(&get(&format!("attacker.example:{}", desk.port))), "403");
    assert!(!get("attacker.example").contains("Blue Heron"));
    let body = format!("token={}&what=confirm&on=none", desk.token());
    assert_eq!(status(&desk.post("/decide", "http://attacker.example", &body)), "403");
    assert_eq!(status(&desk.post("/decide", "null", &body)), "403");
    assert_eq!(status(&desk.own_post("/decide", "token=0&what=confirm&on=none")), "403");
    assert_eq!(status(&desk.own_post("/decide", "what=confirm&on=none")), "403");
    assert_eq!(status(&desk.own_post("/seen", "token=0")), "403");
    let no_origin = format!(
        "POST /decide HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    assert_eq!(status(&desk.raw(&no_origin)), "403");
}

#[test]
fn bodies_and_heads_have_limits() {
    let desk = Served::new();
    let long = "x".repeat(200 << 10);
    assert_eq!(status(&desk.own_post("/decide", &long)), "413");
    let head =
        desk.raw(&format!("GET / HTTP/1.1\r\nHost: {}\r\nX-Long: {}\r\n\r\n", desk.host(), "x".repeat(100 << 10)));
    assert!(head.is_empty() || status(&head) == "431", "{head}");
    assert_eq!(status(&desk.get("/")), "200", "the desk still answers");
}

#[test]
fn a_ledger_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let output = sayso(&folder).args(["serve", "--port", "0", "--no-browser"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no ledger"));
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_backup_is_restored_on_the_page_and_nothing_is_lost() {
    let desk = Served::new();
    let token = desk.token();
    let backup = desk.own_bytes("/upkeep/backup", &format!("token={token}"));
    assert!(backup.starts_with(b"SQLite format 3"));
    let story = desk.json("/stories.json")["stories"][0]["id"].as_str().unwrap().to_owned();
    let claim = desk.json(&format!("/story/{story}.json"))["claims"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(status(&desk.own_post("/decide", &format!("token={token}&what=confirm&on={claim}"))), "303");
    let files = || desk.folder.path().read_dir().unwrap().count();
    let before = files();
    for damaged in [b"no ledger".to_vec(), backup[..backup.len() / 2].to_vec()] {
        let refused = desk.upload("/upkeep/restore", &token, "backup", &damaged);
        assert_eq!(status(&refused), "400", "{refused}");
        assert_eq!((files(), desk.json("/decisions.json")["decisions"].as_array().unwrap().len()), (before, 1));
    }
    assert_eq!(status(&desk.upload("/upkeep/restore", "0", "backup", &backup)), "403");
    let restored = desk.upload("/upkeep/restore", &token, "backup", &backup);
    assert!(restored.contains("before-restore"), "{restored}");
    assert!(desk.json("/decisions.json")["decisions"].as_array().unwrap().is_empty());
    assert_eq!(files(), before + 1, "what was there is kept");
    assert!(desk.get("/").contains("Blue Heron"));
}

#[test]
fn what_is_watched_is_told_once() {
    let desk = Served::new();
    let token = desk.token();
    let story = desk.json("/stories.json")["stories"][0]["id"].as_str().unwrap().to_owned();
    let claims = desk.json(&format!("/story/{story}.json"))["claims"].clone();
    let counted =
        claims.as_array().unwrap().iter().find(|claim| claim["gist"].as_str().unwrap().contains("12")).unwrap();
    let mention = counted["mentions"][0]["id"].as_str().unwrap();
    let watch = |what: &str| desk.own_post("/watch", &format!("token={token}&what={what}&mention={mention}"));
    for what in ["claim", "figure"] {
        assert_eq!(status(&watch(what)), "303");
    }
    assert_eq!(status(&watch("weather")), "400");
    assert_eq!(status(&desk.own_post("/watch", &format!("token={token}&what=claim&mention=none"))), "404");
    assert!(desk.get("/").contains("Nothing new of"));
    let later = json!({"id": "a3", "outlet": "Radio Echo", "published": "2026-03-02T12:00:00Z", "url": "https://a3.example/heron", "title": "Ferry capsizes",
        "text": "15 people died when the ferry Blue Heron capsized off Sorrel Point on Sunday night, the coastguard said.\n"});
    fs::write(desk.folder.path().join("later.jsonl"), later.to_string()).unwrap();
    assert!(sayso(&desk.folder).args(["add", "later.jsonl"]).status().unwrap().success());
    let page = desk.get("/");
    assert!(page.contains("Of what you watch") && page.contains("15 people, by"), "{page}");
    assert!(desk.get("/watched.atom").contains("15 people, by"));
    assert_eq!(status(&desk.own_post("/seen", &format!("token={token}"))), "303");
    assert!(desk.get("/").contains("Nothing new of"));
    assert_eq!(status(&watch("stop+claim")), "303");
    assert_eq!(desk.json("/watched.json")["watched"].as_array().unwrap().len(), 1);
}

#[test]
fn a_reading_is_set_right_on_the_page() {
    let desk = Served::new();
    let token = desk.token();
    let location = |answer: &str| answer.split("location: ").nth(1).unwrap().split("\r\n").next().unwrap().to_owned();
    let missed = |words: &str| {
        let form = format!(
            "token={token}&article=a1&paragraph=1&words={words}&speakers=&kind=&source=&cue=&via=&stance=asserts&certainty=certain"
        );
        desk.own_post("/missed", &form)
    };
    let added = missed("capsized+off+Sorrel+Point+on+Sunday+night");
    assert_eq!(status(&added), "303", "{added}");
    let mention = location(&added).rsplit('/').next().unwrap().to_owned();
    assert!(desk.get("/article/a1").contains("Added by hand"));
    for wrong in ["words+that+are+not+there", "the", ""] {
        assert_eq!(status(&missed(wrong)), "400", "{wrong}");
    }
    let form = desk.get(&format!("/mention/{mention}"));
    assert!(form.contains("capsized off Sorrel Point on Sunday night"), "{form}");
    let mend = |fields: &str| {
        let kept = "words=capsized+off+Sorrel+Point+on+Sunday+night&source=&kind=&certainty=certain";
        desk.own_post("/mend", &format!("token={token}&mention={mention}&{kept}&{fields}"))
    };
    assert_eq!(status(&mend("speakers=&stance=asserts")), "400", "nothing is other than it was");
    assert_eq!(status(&mend("speakers=&stance=shouts")), "400");
    let mended = mend("speakers=the+harbour+master&stance=denies");
    assert_eq!(status(&mended), "303", "{mended}");
    let claim = desk.json(&format!("{}.json", location(&mended)))["claim"].clone();
    assert_eq!((claim["stance"].as_str(), claim["speakers"][0].as_str()), (Some("denies"), Some("the harbour master")));
    let counts = |number: &str| {
        mend(&format!(
            "speakers=the+harbour+master&stance=denies&missed=Sunday&counted-missed=nights&value-missed={number}"
        ))
    };
    for wrong in ["", "two"] {
        assert_eq!(status(&counts(wrong)), "400", "{wrong}");
    }
    assert_eq!(status(&counts("2")), "303");
    let form = desk.get(&format!("/mention/{mention}"));
    assert!(form.contains("“Sunday”") && form.contains("value=\"nights\""), "a figure like any: {form}");
    let decisions = desk.json("/decisions.json")["decisions"].clone();
    let whats: Vec<&str> = decisions.as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(whats, ["mend", "mend", "add"]);
}

#[test]
fn a_text_is_removed_and_that_it_was_there_stays() {
    let desk = Served::with(&["--site", "a1.example"], |_| ());
    let token = desk.token();
    let open = token_in(&desk.get("/corrections/write"));
    let quoting = |words: &str| {
        let about = format!("url=https://a1.example/heron&kind=typo&exact={words}&wording=overladen&reason=&website=");
        let sent = desk.own_post("/corrections/write", &format!("token={open}&{about}"));
        assert_eq!(status(&sent), "303", "{sent}");
        sent.split("location: ").nth(1).unwrap().split("\r\n").next().unwrap().to_owned()
    };
    let (decided, waiting) = (quoting("the+ferry+was+overloaded"), quoting("that+the+ferry+was+overloaded"));
    let id = decided.rsplit('/').next().unwrap();
    let form = format!("token={token}&id={id}&verdict=approved&old=overloaded&new=overladen&note=A+word+was+wrong.");
    assert_eq!(status(&desk.own_post("/corrections/decide", &form)), "303");
    let remove = |fields: &str| desk.own_post("/remove", &format!("token={token}&article=a1&{fields}"));
    assert_eq!(status(&remove("why=A+court+ordered+it.")), "400", "not sure");
    assert_eq!(status(&remove("why=+&sure=yes")), "400", "no reason");
    assert_eq!(status(&remove("why=A+court+ordered+it.&sure=yes")), "303");
    let page = desk.get("/article/a1");
    assert!(page.contains("A court ordered it.") && page.contains("The Harbour Post"), "{page}");
    assert!(!page.contains("overloaded"));
    assert_eq!(desk.json("/article/a1.json")["removed"]["by"], "A. Editor");
    assert!(!desk.get("/decisions").contains("undo<"), "a removal cannot be undone");
    assert_eq!(status(&remove("why=again&sure=yes")), "400");
    assert!(desk.get(&decided).contains("A word was wrong."), "what the desk told stays");
    assert!(desk.get(&waiting).contains("The text of the article was removed."));
    assert!(desk.get("/corrections").contains("None is waiting"));
    for file in ["sayso.ledger", "sayso.ledger-wal", "sayso.ledger.desk", "sayso.ledger.desk-wal"] {
        let bytes = fs::read(desk.folder.path().join(file)).unwrap_or_default();
        assert!(!bytes.windows(10).any(|words| words == b"overloaded"), "{file}");
    }
}

#[test]
fn what_another_program_left_is_told_on_pages_and_drawn() {
    let served = Served::with(&[], |folder| {
        let entries = include_str!("../../../sayso-ledger/tests/fixtures/entries.jsonl");
        let entries = entries
            .lines()
            .take(3)
            .map(|line| serde_json::from_str(line).unwrap())
            .collect::<Vec<sayso::ledger::Entry>>();
        let path = folder.path().join("sayso.ledger");
        let mut ledger = sayso::ledger::Ledger::open(&path, Duration::from_secs(10)).unwrap();
        ledger.add(entries, "2026-03-04T14:03:00Z".parse().unwrap()).unwrap();
    });
    let stories = || served.json("/stories.json");
    let mut known = stories();
    for _ in 0..200 {
        if known["pending"].is_null() {
            break;
        }
        assert_eq!(known["pending"]["articles"], 3);
        std::thread::sleep(Duration::from_millis(100));
        known = stories();
    }
    assert!(known["pending"].is_null() && known["stories"].as_array().unwrap().len() > 1, "{known}");
}
