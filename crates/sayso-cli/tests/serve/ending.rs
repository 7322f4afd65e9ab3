//! How the desk says that it is well, and how it ends.

use std::io::{Read, Write};

use crate::served::{Served, status};

#[test]
fn health_is_told_to_anybody_and_tells_nothing_else() {
    let desk = crate::accounts::newsroom(&[]);
    let ask = |method: &str, host: &str| {
        desk.raw(&format!("{method} /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    };
    for host in [&*desk.host(), "10.0.0.1", "any.example"] {
        let well = ask("GET", host);
        assert_eq!(status(&well), "200");
        assert!(well.ends_with("\r\n\r\nok\n") && well.contains("no-store"), "{well}");
    }
    assert_eq!(status(&ask("HEAD", "10.0.0.1")), "200");
    assert_eq!(status(&ask("POST", "10.0.0.1")), "405");
    let [ledger, away] = ["sayso.ledger", "away.ledger"].map(|name| desk.folder.path().join(name));
    std::fs::rename(&ledger, &away).unwrap();
    let soon = |expected: &str| {
        (0..200).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(50));
            status(&ask("GET", "10.0.0.1")) == expected
        })
    };
    assert!(soon("503"));
    let ill = ask("GET", "10.0.0.1");
    assert!(ill.ends_with("\r\n\r\nthe ledger cannot be read\n"), "{ill}");
    std::fs::rename(&away, &ledger).unwrap();
    assert!(soon("200"));
}

#[test]
fn what_is_under_way_is_answered_before_the_desk_ends() {
    let mut desk = Served::new();
    let form = format!("token={}", desk.token());
    let mut slow = desk.open(&(desk.form_head("/seen", "", form.len()) + &form[..10]));
    let mut idle = desk.open(&format!("GET /health HTTP/1.1\r\nHost: {}\r\n\r\n", desk.host()));
    let mut fresh = desk.open("");
    assert!(idle.read(&mut [0; 1_000]).unwrap() > 0);
    desk.stop();
    assert_eq!(idle.read(&mut [0]).unwrap(), 0, "a connection on which nothing happens is closed");
    assert!(fresh.read(&mut [0]).unwrap_or(0) == 0, "one on which nothing was asked, too");
    let health = desk.get("/health");
    assert!(status(&health) == "503" && health.ends_with("draining\n"), "{health}");
    assert_eq!(status(&desk.get("/")), "503", "whoever comes now is told");
    assert!(!desk.ends_within(1));
    slow.write_all(&form.as_bytes()[10..]).unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert_eq!(status(&answer), "303", "{answer}");
    assert!(desk.ends_within(8), "at once, when nothing is under way any more");
}

#[test]
fn what_is_under_way_has_so_much_time_and_no_more() {
    let hanging = |desk: &Served| desk.open(&(desk.form_head("/seen", "", 100) + "token="));
    let mut patient = Served::with(&["--drain", "600"], |_| ());
    let mut hurried = Served::with(&["--drain", "1"], |_| ());
    let held = [hanging(&patient), hanging(&hurried)];
    for desk in [&patient, &hurried] {
        desk.stop();
    }
    assert!(hurried.ends_within(10), "its time is over");
    assert!(!patient.ends_within(1));
    patient.stop();
    assert!(patient.ends_within(10), "told again");
    drop(held);
}
