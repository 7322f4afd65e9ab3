//! Large stories are derived apart from small ones, and by one program at a time.

use std::cell::Cell;
use std::thread;

use jiff::SignedDuration;

use super::concurrent::{Held, other, path};
use super::*;
use crate::ledger::RefreshScope;
use crate::store::QueueNumber;

/// Seventy copies of one article: a story that counts as large, and is derived at once.
fn copies() -> Vec<Entry> {
    let copy = |number: usize| {
        let mut entry = entries().remove(2);
        entry.record.id = format!("copy{number:02}").into();
        entry.record.attributions.clear();
        entry
    };
    (0..70).map(copy).collect()
}

/// A ledger with them, and the others of the articles, of which nothing is derived.
fn underived() -> Temporary {
    let mut ledger = Temporary::new();
    ledger.ledger.add(copies(), AT).unwrap();
    ledger.ledger.add(entries().into_iter().take(2).collect(), AT).unwrap();
    ledger.ledger.ingest(|_| ()).unwrap();
    ledger
}

/// Derives with a function that is told how many documents each story has; the record of large ones is that of one document.
fn derived(ledger: &mut Ledger, share: RefreshScope, mut told: impl FnMut(usize)) -> bool {
    let until = ledger.writer.last_queued().unwrap();
    let sizes = std::cell::RefCell::new(Vec::new());
    let one = |grouped: StoryGroup, documents: &[Document], effective: &EffectiveDecisions| {
        sizes.borrow_mut().push(documents.len());
        derive_story(grouped, &documents[..documents.len().min(3)], effective)
    };
    let is_done = ledger.derive_share(share, (QueueNumber::NONE, until), &one, &mut |_| ()).unwrap();
    sizes.into_inner().into_iter().for_each(&mut told);
    is_done
}

#[test]
fn small_stories_are_derived_apart_from_large_ones() {
    let mut ledger = underived();
    let sizes = Cell::new(Vec::new());
    let told = |size| {
        let mut all = sizes.take();
        all.push(size);
        sizes.set(all);
    };
    assert!(derived(&mut ledger.ledger, RefreshScope::Small, told));
    let small = sizes.take();
    assert!(!small.is_empty() && small.iter().all(|size| *size < 64), "{small:?}");
    assert!(derived(&mut ledger.ledger, RefreshScope::Large, told));
    let large = sizes.take();
    assert!(large.len() == 1 && large[0] > 64, "{large:?}");
    let until = ledger.ledger.writer.last_queued().unwrap();
    assert!(ledger.ledger.writer.queued_after(QueueNumber::NONE, until, 1).unwrap().is_empty());
}

#[test]
fn a_large_story_that_one_program_derives_is_left_to_it_by_others() {
    let ledger = underived();
    let held = Held::refreshing(path(&ledger));
    let mut second = other(&path(&ledger));
    let large = Cell::new(0);
    let told = |size: usize| large.set(large.get() + usize::from(size > 64));
    assert!(!derived(&mut second, RefreshScope::All, told), "it is to be looked at again");
    assert!(derived(&mut second, RefreshScope::Small, told));
    let waiting = thread::spawn(move || second.refresh(|_| ()));
    held.ends();
    waiting.join().unwrap().unwrap();
    assert_eq!(large.get(), 0);
    assert!(ledger.ledger.view().is_current().unwrap());
}

#[test]
fn a_large_story_that_a_stopped_program_had_taken_is_derived_by_another() {
    let mut ledger = underived();
    let now = Timestamp::now();
    // Its time is over; and such a time is never given, but the clock may have been set back since.
    for taken in [now - SignedDuration::from_secs(1), now + SignedDuration::from_hours(1)] {
        let until = ledger.ledger.writer.last_queued().unwrap();
        let due = ledger.ledger.writer.queued_after(QueueNumber::NONE, until, 1_000).unwrap();
        let batch = ledger.ledger.writer.batch().unwrap();
        batch.set_lease(&due.iter().map(|due| due.number).collect::<Vec<_>>(), Some(taken)).unwrap();
        batch.commit().unwrap();
        let large = Cell::new(0);
        assert!(derived(&mut ledger.ledger, RefreshScope::Large, |_| large.set(large.get() + 1)));
        assert_eq!(large.get(), 1);
        ledger = underived();
    }
}
