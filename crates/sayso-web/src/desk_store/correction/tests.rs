//! What becomes of corrections, from the first to when they are forgotten.

use super::*;
use crate::rate_limit::Household;

/// The beginning of a day.
pub fn at(day: i64) -> Timestamp {
    Timestamp::from_second(day * 24 * 60 * 60).unwrap()
}

pub fn received(wording: &str) -> Received {
    Received {
        exact: "34 dead".to_owned(),
        kind: "correction".to_owned(),
        wording: Some(wording.to_owned()),
        reason: Some("I was there".to_owned()),
        publisher: "The Post".to_owned(),
        ..Received::default()
    }
}

/// One of many households, each in a network of its own.
pub fn sender(store: &DeskStore, number: u8) -> Sender {
    store.sender(Household::of([203, number, 113, 9].into()))
}

fn approved() -> Decided {
    Decided {
        state: CorrectionState::Approved,
        kind: "correction".to_owned(),
        at: Timestamp::UNIX_EPOCH,
        by: "A. Editor".to_owned(),
        old: "34 dead".to_owned(),
        new: "36 dead".to_owned(),
        note: "The number was wrong.".to_owned(),
    }
}

fn rejected() -> Decided {
    Decided { state: CorrectionState::Rejected, ..approved() }
}

/// Sends one that differs from all others, and gives its id.
fn send(store: &DeskStore, words: &str, number: u8, worked: bool) -> String {
    store.receive(words, &received(words), (&sender(store, number), worked), at(0)).unwrap()
}

fn listed(store: &DeskStore, order: QueueOrder, page: usize) -> Vec<String> {
    let listing = Listing { state: CorrectionState::Open, order, page, size: 50 };
    store.corrections(listing).unwrap().into_iter().map(|queued| queued.correction.id).collect()
}

#[test]
fn what_was_quoted_of_an_article_goes_and_what_the_desk_told_stays() {
    let store = DeskStore::in_memory();
    let of = |article: &str, exact: &str| Received {
        article: article.to_owned(),
        url: format!("https://{article}.example"),
        title: "Ferry capsizes".to_owned(),
        exact: exact.to_owned(),
        ..received("36 dead")
    };
    for (id, article, exact) in [("a", "a1", "34 dead"), ("b", "a1", "on Sunday"), ("c", "a2", "34 dead")] {
        store.receive(id, &of(article, exact), (&sender(&store, 1), true), at(0)).unwrap();
    }
    store.decide("a", &approved()).unwrap();
    assert_eq!(store.quoted().unwrap(), ["a1", "a2"]);
    assert_eq!(store.erase_quotations("a1", false, "Boss", Timestamp::UNIX_EPOCH).unwrap(), 2);
    assert_eq!(store.quoted().unwrap(), ["a2"]);
    let [a, b, c] = ["a", "b", "c"].map(|id| store.correction(id).unwrap().unwrap());
    assert_eq!(a.received, kept(&a.received));
    let told = a.decided.unwrap();
    assert_eq!((told.note.as_str(), told.old.as_str(), told.new.as_str()), ("The number was wrong.", "", ""));
    assert_eq!((b.state, b.decided.unwrap().by.as_str()), (CorrectionState::Rejected, "Boss"));
    assert_eq!((c.state, c.received.exact.as_str()), (CorrectionState::Open, "34 dead"));
    assert_eq!(store.erase_quotations("a1", false, "Boss", Timestamp::UNIX_EPOCH).unwrap(), 0, "once is enough");
}

/// A correction of which only what is no one's words is left.
fn kept(of: &Received) -> Received {
    Received {
        article: of.article.clone(),
        url: of.url.clone(),
        kind: of.kind.clone(),
        publisher: of.publisher.clone(),
        ..Received::default()
    }
}

#[test]
fn a_decision_outlives_the_readers_words() {
    let store = DeskStore::in_memory();
    store.receive("a", &received("36 dead"), (&sender(&store, 1), true), at(0)).unwrap();
    let decided = approved();
    store.decide("a", &decided).unwrap();
    assert!(store.decide("none", &decided).is_err());
    let long_after = at(181);
    store.forget_words(long_after).unwrap();
    let kept = &store.published("The Post").unwrap()[0];
    assert_eq!((kept.received.reason.as_deref(), kept.decided.as_ref()), (None, Some(&decided)));
    assert!(store.published("Another").unwrap().is_empty());
}

#[test]
fn one_senders_many_do_not_hide_those_of_others() {
    let store = DeskStore::in_memory();
    for sender in 1..=5 {
        (0..26).for_each(|number| drop(send(&store, &format!("junk {sender} {number}"), sender, true)));
    }
    send(&store, "the real one", 9, true);
    let first = listed(&store, QueueOrder::Credit, 1);
    assert!(first.iter().take(6).any(|id| id == "the real one"), "{first:?}");
    let pages: Vec<String> = (1..=3).flat_map(|page| listed(&store, QueueOrder::Credit, page)).collect();
    assert_eq!(pages.len(), 131, "every one stands on a page");
    assert_eq!(pages.iter().collect::<std::collections::BTreeSet<_>>().len(), 131, "and on one alone");
    assert!(listed(&store, QueueOrder::Credit, 4).is_empty());
    assert_eq!(listed(&store, QueueOrder::Newest, 1)[0], "the real one");
    assert_eq!(listed(&store, QueueOrder::Oldest, 1)[0], "junk 1 0");
}

#[test]
fn what_speaks_for_a_correction_puts_it_first() {
    let store = DeskStore::in_memory();
    for number in 0..3 {
        store.decide(&send(&store, &format!("nonsense {number}"), 7, true), &rejected()).unwrap();
    }
    store.decide(&send(&store, "a true one", 4, true), &approved()).unwrap();
    let sent = [
        ("of whom all was rejected", 7, true),
        ("of whom one was approved", 4, false),
        ("cost nothing", 1, false),
        ("cost work", 2, true),
        ("of two readers", 3, false),
        ("of two readers", 5, false),
        ("cost work, the second of one sender", 2, true),
        ("the second of whom one was approved", 4, false),
    ];
    sent.iter().for_each(|(words, number, worked)| drop(send(&store, words, *number, *worked)));
    let order = [
        "of two readers",
        "the second of whom one was approved",
        "of whom one was approved",
        "cost work",
        "cost nothing",
        "cost work, the second of one sender",
        "of whom all was rejected",
    ];
    assert_eq!(listed(&store, QueueOrder::Credit, 1), order);
    let listing = Listing { state: CorrectionState::Open, order: QueueOrder::Credit, page: 1, size: 50 };
    let credits: Vec<Credit> = store.corrections(listing).unwrap().into_iter().map(|queued| queued.credit).collect();
    assert_eq!(credits[0], Credit { readers: 2, alone: 0, approved: 0, rejected: 0 });
    assert_eq!(credits[1], Credit { readers: 1, alone: 2, approved: 1, rejected: 0 });
    assert_eq!(credits[6], Credit { readers: 1, alone: 1, approved: 0, rejected: 3 });
}

#[test]
fn all_of_one_sender_is_rejected_and_that_is_undone() {
    let store = DeskStore::in_memory();
    let junk: Vec<String> = (0..12).map(|number| send(&store, &format!("junk {number}"), 1, true)).collect();
    send(&store, "of another", 2, true);
    for number in [1, 2] {
        send(&store, "of both", number, true);
    }
    assert!(store.reject_all("of both", "r", "Boss", at(1)).is_err(), "of whom it is cannot be told");
    assert_eq!(store.reject_all(&junk[3], "r", "Boss", at(1)).unwrap(), 12);
    assert_eq!((store.waiting().unwrap(), store.rejected_together("r").unwrap()), (2, 12));
    let decided = store.correction(&junk[0]).unwrap().unwrap().decided.unwrap();
    assert_eq!((decided.state, decided.by.as_str()), (CorrectionState::Rejected, "Boss"));
    store.decide(&junk[0], &approved()).unwrap();
    assert_eq!(store.undo_rejection("r").unwrap(), 11, "what was decided since stays");
    assert_eq!((store.waiting().unwrap(), store.rejected_together("r").unwrap()), (13, 0));
    assert!(store.correction(&junk[1]).unwrap().unwrap().decided.is_none());
    assert!(store.undo_rejection("r").is_err() && store.reject_all("none", "s", "Boss", at(1)).is_err());
}

#[test]
fn who_sent_what_is_disguised_and_forgotten() {
    let store = DeskStore::in_memory();
    let [one, same, other] = [1, 1, 2].map(|number| sender(&store, number));
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert_ne!(one, sender(&DeskStore::in_memory(), 1), "another in each file");
    let senders = || -> i64 { store.locked().query_row("SELECT count(*) FROM sender", [], |row| row.get(0)).unwrap() };
    let ids = ["a", "b", "c"].map(|words| send(&store, words, 1, true));
    store.erase(&ids[0]).unwrap();
    assert_eq!(senders(), 2);
    store.decide(&ids[1], &rejected()).unwrap();
    store.forget_words(at(180)).unwrap();
    assert_eq!(senders(), 2);
    store.forget_words(at(181)).unwrap();
    assert_eq!(senders(), 1);
}
