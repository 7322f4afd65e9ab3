//! No byte of what was erased is left: neither in the file nor in its log, whatever it was erased by.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use tempfile::TempDir;

use super::*;
use crate::account::{Name, Password, Role};
use crate::rate_limit::Household;

/// As many as fill pages of the file many times over, so that rows are moved within them.
const CORRECTIONS: u32 = 200;

const DAY: i64 = 24 * 60 * 60;

fn at(day: i64) -> Timestamp {
    Timestamp::from_second(day * DAY).unwrap()
}

/// A file on the disk with an account and 200 corrections: of every second the article is `a1`.
fn filled() -> (TempDir, DeskStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = DeskStore::opened(&folder.path().join("news.ledger.desk")).unwrap();
    for name in ["Boss", "Marmoset Keeper"].map(|name| Name::new(name).unwrap()) {
        let password = Password::new(&name, "four words nobody joins").unwrap();
        store.make_account(&name, Role::Admin, &password, at(0)).unwrap();
    }
    for number in 0..CORRECTIONS {
        let received = Received {
            article: format!("a{}", number % 2),
            url: "https://news.example/ferry".to_owned(),
            title: format!("Headline-of-a{} about the ferry", number % 2),
            exact: format!("Quotation-of-a{} number {number}", number % 2),
            wording: Some(format!("Wording-{number} {}", "of a reader who knows ".repeat((number % 7) as usize))),
            reason: Some(format!("Reason-{number}")),
            ..Received::default()
        };
        let sender = store.sender(Household::of(std::net::IpAddr::from((number << 16 | 9).to_be_bytes())));
        store.receive(&format!("c{number}"), &received, (&sender, true), at(0)).unwrap();
    }
    // Rows that grow are moved within their pages and to others, and copies of them are left where they stood.
    for number in scrambled() {
        decide(
            &store,
            &format!("c{number}"),
            CorrectionState::Open,
            "What the desk told. ".repeat(number as usize % 30),
        );
    }
    (folder, store)
}

/// The words that stand in any file of the folder.
fn left<'w>(folder: &Path, words: &[&'w str]) -> Vec<&'w str> {
    words.iter().filter(|word| stands(folder, word.as_bytes())).copied().collect()
}

fn stands(folder: &Path, bytes: &[u8]) -> bool {
    let mut files = fs::read_dir(folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    files.any(|file| file.windows(bytes.len()).any(|part| part == bytes))
}

/// The numbers of corrections, in no order.
fn scrambled() -> impl Iterator<Item = u32> {
    (0..CORRECTIONS).map(|number| number * 73 % CORRECTIONS)
}

fn decide(store: &DeskStore, id: &str, state: CorrectionState, note: String) {
    let [kind, by, old, new] = ["typo", "Boss", "", ""].map(str::to_owned);
    store.decide(id, &Decided { state, kind, at: at(0), by, old, new, note }).unwrap();
}

fn reject(store: &DeskStore, id: &str) {
    decide(store, id, CorrectionState::Rejected, String::new());
}

#[test]
fn of_a_text_that_was_removed() {
    let (folder, store) = filled();
    let words = ["Headline-of-a1", "Quotation-of-a1", "Wording-1 ", "Wording-199 ", "Reason-199"];
    assert_eq!(left(folder.path(), &words).len(), words.len());
    assert_eq!(store.erase_quotations("a1", false, "Boss", at(1)).unwrap(), 100);
    assert_eq!(left(folder.path(), &words), [""; 0]);
    assert_eq!(left(folder.path(), &["Headline-of-a0", "Quotation-of-a0"]).len(), 2, "those of others stay");
}

#[test]
fn of_readers_words() {
    let (folder, store) = filled();
    store.erase("c3").unwrap();
    assert_eq!(left(folder.path(), &["Wording-3 ", "Reason-3\0", "Wording-5 "]), ["Wording-5 "]);
    for number in 0..CORRECTIONS {
        reject(&store, &format!("c{number}"));
    }
    store.forget(at(181)).unwrap();
    assert_eq!(left(folder.path(), &["Wording-", "Reason-", "of a reader who knows"]), [""; 0]);
}

#[test]
fn of_addresses_of_mail() {
    let (folder, store) = filled();
    for number in scrambled() {
        store.ask_by_mail(&format!("c{number}"), &format!("reader{number}@marmoset.example"), at(0)).unwrap();
    }
    let mut taken = 0;
    while let Some(errand) = store.take_errand(&format!("secret {taken}"), at(0)).unwrap() {
        taken += 1;
        store.sent(&errand).unwrap();
    }
    let confirmed = ["secret 0", "secret 1"].map(|secret| store.confirm(secret, at(0)).unwrap().unwrap());
    let are_left = |is_confirmed: bool| {
        let ids = (0..CORRECTIONS).map(|number| format!("c{number}"));
        let sought = ids.filter(|id| confirmed.contains(id) == is_confirmed);
        sought.filter(|id| stands(folder.path(), format!("reader{}@marmoset", &id[1..]).as_bytes())).count()
    };
    assert_eq!((are_left(false), are_left(true)), (198, 2));
    store.forget(at(4)).unwrap();
    assert_eq!((are_left(false), are_left(true)), (0, 2), "who did not confirm");
    for id in &confirmed {
        reject(&store, id);
    }
    store.give_up(&store.take_errand("none", at(4)).unwrap().unwrap()).unwrap();
    store.sent(&store.take_errand("none", at(4)).unwrap().unwrap()).unwrap();
    assert_eq!(left(folder.path(), &["@marmoset"]), [""; 0], "who was told, and who could not be");
}

#[test]
fn of_people_at_the_desk() {
    let (folder, store) = filled();
    let home = Household::of([203, 0, 113, 77].into());
    store.begin_session("Marmoset Keeper", "secret", at(0)).unwrap();
    store.remember_device("Marmoset Keeper", (None, "device"), home, at(0)).unwrap();
    store.note(at(0), "Boss", "sign-in", "done", Some("198.51.100.201")).unwrap();
    let watch = WatchedItem {
        what: Watched::Figure,
        mention: "mention-of-a-marmoset".to_owned(),
        since: at(0),
        told: [seal("34 marmosets m1", "a1")].into(),
    };
    store.watch("Boss", &watch).unwrap();
    assert_eq!(left(folder.path(), &["34 marmosets"]), [""; 0], "figures are not kept");
    let hash = crate::middleware::hash;
    assert!(stands(folder.path(), &hash("secret")) && stands(folder.path(), &hash("device")));
    store.end_session("secret").unwrap();
    assert!(!stands(folder.path(), &hash("secret")));
    store.remove_account("Marmoset Keeper").unwrap();
    assert!(!stands(folder.path(), &hash("device")));
    store.unwatch("Boss", Watched::Figure, "mention-of-a-marmoset").unwrap();
    store.forget(at(181)).unwrap();
    let words = ["Marmoset Keeper", "203.0.113.77", "198.51.100.201", "mention-of-a-marmoset"];
    assert_eq!(left(folder.path(), &words), [""; 0]);
}

#[test]
fn of_what_a_program_that_was_stopped_erased() {
    let (folder, store) = filled();
    {
        let connection = store.locked();
        let erase = "PRAGMA secure_delete = off; UPDATE correction SET wording = NULL, reason = NULL;";
        connection.execute_batch(erase).unwrap();
        remains::mark(&connection).unwrap();
    }
    drop(store);
    let ledger = folder.path().join("news.ledger");
    assert!(!left(folder.path(), &["Wording-"]).is_empty(), "it did not come to that");
    let next = DeskStore::of(&ledger).unwrap();
    assert_eq!(left(folder.path(), &["Wording-", "Reason-"]), [""; 0]);
    drop(next);
}
