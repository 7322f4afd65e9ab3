//! While a story is derived, others add, decide, remove and read; what comes of it is as if all had been done in turn.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::*;
use crate::ledger::{Removal, View};
use crate::store::Reader;

/// How long somebody waits who must not have to wait.
const SOON: Duration = Duration::from_millis(300);

/// A program that refreshes a ledger and is held in its first deriving.
pub(super) struct Held {
    release: Sender<()>,
    refreshing: JoinHandle<usize>,
}

impl Held {
    /// Returns once the first story has been loaded and is being derived.
    pub(super) fn refreshing(path: PathBuf) -> Self {
        let (begun, begins) = channel();
        let (release, released) = channel();
        let refreshing = thread::spawn(move || {
            let derived = Cell::new(0);
            let hold = |grouped: StoryGroup, documents: &[Document], effective: &EffectiveDecisions| {
                if derived.replace(derived.get() + 1) == 0 {
                    begun.send(()).unwrap();
                    released.recv().unwrap();
                }
                derive_story(grouped, documents, effective)
            };
            Ledger::open(&path, PATIENCE).unwrap().refresh_with(&hold, |_| ()).unwrap();
            derived.get()
        });
        begins.recv_timeout(PATIENCE).unwrap();
        Self { release, refreshing }
    }

    /// Lets it go on to its end; how many stories it derived.
    pub(super) fn ends(self) -> usize {
        self.release.send(()).unwrap();
        self.refreshing.join().unwrap()
    }
}

/// Refreshes, and gives the ids of the stories that were derived for it.
fn derived(ledger: &mut Ledger) -> Vec<String> {
    let names = std::cell::RefCell::new(Vec::new());
    let told = |grouped: StoryGroup, documents: &[Document], effective: &EffectiveDecisions| {
        names.borrow_mut().push(grouped.id.clone());
        derive_story(grouped, documents, effective)
    };
    ledger.refresh_with(&told, |_| ()).unwrap();
    names.into_inner()
}

pub(super) fn path(ledger: &Temporary) -> PathBuf {
    ledger.folder.path().join("ledger")
}

/// Somebody else who has the ledger open, and does not wait.
pub(super) fn other(path: &Path) -> Ledger {
    Ledger::open(path, SOON).unwrap()
}

/// The ledger of some entries, and the rest of them.
fn some(first: usize) -> (Temporary, Vec<Entry>) {
    let mut entries = entries();
    let rest = entries.split_off(first);
    let mut ledger = Temporary::new();
    ledger.add(entries);
    (ledger, rest)
}

#[test]
fn while_a_story_is_derived_others_add_decide_and_read_and_nothing_of_it_is_lost() {
    let (ledger, mut rest) = some(4);
    let claim = ledger.claims("d001", "issued with Karethi uniforms").remove(0);
    let last = rest.pop().unwrap();
    let mut second = other(&path(&ledger));
    second.add(rest.clone(), AT).unwrap();
    let held = Held::refreshing(path(&ledger));

    let before = ledger.export();
    second.add(vec![last.clone()], AT).unwrap();
    second.decide(&Choice::Reject(claim.clone()), "an editor", AT).unwrap();
    let reader = Reader::open(&path(&ledger), SOON).unwrap();
    let view = View::new(&reader);
    let pending = view.pending().unwrap().unwrap();
    assert_eq!((pending.articles, pending.decisions, pending.since), (4, 1, Some(AT)));
    let story = view.pending_of("story-d001").unwrap().unwrap();
    assert_eq!((story.articles, story.decisions), (2, 1), "of the three that are taken in, those that will join it");
    let stories = |export: &Value| export["stories"].clone();
    assert_eq!(stories(&ledger.export()), stories(&before), "the last conclusions");
    let since = second.decide(&Choice::Confirm(claim.clone()), "an editor", AT).unwrap();
    assert!(second.view().decision(&since).unwrap().is_some());

    held.ends();
    second.refresh(|_| ()).unwrap();
    assert_eq!(view.pending().unwrap(), None);
    let (mut turns, rest) = some(4);
    turns.add(rest);
    for choice in [Choice::Reject(claim.clone()), Choice::Confirm(claim)] {
        turns.ledger.decide(&choice, "an editor", AT).unwrap();
    }
    turns.ledger.refresh(|_| ()).unwrap();
    assert_eq!(ledger.export(), turns.export());
}

#[test]
fn what_a_program_decides_is_derived_though_another_is_still_at_the_same_story() {
    let (ledger, rest) = some(4);
    let claim = ledger.claims("d001", "issued with Karethi uniforms").remove(0);
    let mut second = other(&path(&ledger));
    second.add(rest, AT).unwrap();
    let held = Held::refreshing(path(&ledger));
    let decision = second.decide(&Choice::Reject(claim), "an editor", AT).unwrap();
    second.refresh_decision(&decision).unwrap();
    assert!(ledger.claims("d001", "issued with Karethi uniforms").is_empty());
    let story = |ledger: &Temporary| ledger.ledger.view().record("story-d001").unwrap();
    let shown = story(&ledger);
    held.ends();
    assert_eq!(story(&ledger), shown, "what was derived from an earlier state does not replace it");
    assert!(ledger.ledger.view().is_current().unwrap());
}

#[test]
fn a_text_that_is_removed_while_its_story_is_derived_does_not_come_back() {
    let (ledger, rest) = some(4);
    let mut second = other(&path(&ledger));
    second.add(rest, AT).unwrap();
    let held = Held::refreshing(path(&ledger));
    second
        .remove(&Removal { article: "d001", keeps_title: false, by: "A. Editor", why: "a court's order", at: AT })
        .unwrap();
    let has_uniforms = |path: &Path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(8).any(|window| window == b"uniforms")
    };
    assert!(!has_uniforms(&path(&ledger)));
    let story = |ledger: &Temporary| ledger.ledger.view().story("story-d001").unwrap();
    assert!(story(&ledger).is_none(), "nothing is shown that was concluded from it");
    held.ends();
    second.refresh(|_| ()).unwrap();
    assert!(story(&ledger).is_none() && ledger.ledger.view().record_with("d005").unwrap().is_some());
    let mut never = Temporary::new();
    never.add(entries().into_iter().skip(1).collect());
    for part in ["stories", "claims", "links", "figures", "edits"] {
        assert_eq!(ledger.export()[part], never.export()[part], "{part}");
    }
}

#[test]
fn a_program_that_is_held_while_documents_leave_its_story_publishes_nothing_stale() {
    let (ledger, rest) = some(8);
    assert!(rest.is_empty());
    let claim = ledger.claims("d001", "issued with Karethi uniforms").remove(0);
    let mut second = other(&path(&ledger));
    second.decide(&Choice::Reject(claim), "an editor", AT).unwrap();
    let held = Held::refreshing(path(&ledger));
    for article in ["d011", "d017", "d005"] {
        second
            .remove(&Removal { article, keeps_title: true, by: "A. Editor", why: "a court's order", at: AT })
            .unwrap();
        second.refresh(|_| ()).unwrap();
    }
    let shown = ledger.export();
    held.ends();
    assert_eq!(ledger.export(), shown);
    assert!(ledger.ledger.view().is_current().unwrap());
}

#[test]
fn where_no_room_is_left_to_publish_a_story_the_last_one_is_shown_until_there_is() {
    let (mut ledger, rest) = some(4);
    ledger.ledger.add(rest, AT).unwrap();
    let before = ledger.export();
    ledger.ledger.ingest(|_| ()).unwrap();
    ledger.ledger.writer.let_grow(0);
    let full = ledger.ledger.refresh(|_| ());
    assert!(matches!(full, Err(StoreError::Full(_))), "{full:?}");
    assert_eq!(ledger.export(), before);
    assert!(other(&path(&ledger)).view().pending().unwrap().is_some());
    ledger.ledger.writer.let_grow(1 << 20);
    ledger.ledger.refresh(|_| ()).unwrap();
    assert_eq!(ledger.export(), together().export());
}

#[test]
fn just_what_changes_is_derived() {
    let (mut ledger, _) = some(8);
    assert_eq!(derived(&mut ledger.ledger), [""; 0], "nothing is to be derived");
    let claim = ledger.claims("d001", "issued with Karethi uniforms").remove(0);
    ledger.ledger.decide(&Choice::Reject(claim), "an editor", AT).unwrap();
    assert_eq!(derived(&mut ledger.ledger), ["story-d001"]);
    let again = Entry { seen: Some("2026-01-01T00:00:00Z".to_owned()), ..entries().remove(2) };
    let story = ledger.ledger.view().record_with(&again.record.id.to_string()).unwrap().unwrap().id;
    ledger.ledger.add(vec![again], AT).unwrap();
    assert_eq!(derived(&mut ledger.ledger), [story]);
}

#[test]
fn whoever_reads_sees_each_article_in_one_story_at_any_time() {
    let (ledger, rest) = some(3);
    let path = path(&ledger);
    let adding = thread::spawn({
        let path = path.clone();
        move || {
            let mut ledger = other(&path);
            for entry in rest {
                ledger.add(vec![entry], AT).unwrap();
                ledger.refresh(|_| ()).unwrap();
            }
        }
    });
    let mut reader = Reader::open(&path, SOON).unwrap();
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    while !adding.is_finished() {
        let snapshot = reader.snapshot().unwrap();
        let mut now = BTreeMap::new();
        for story in View::new(&snapshot).stories().unwrap() {
            for article in story.articles {
                let twice = now.insert(article.id.to_string(), story.id.clone());
                assert!(twice.is_none(), "{} is in two stories", article.id);
            }
        }
        assert!(shown.keys().all(|article| now.contains_key(article)), "{shown:?} and then {now:?}");
        shown = now;
    }
    adding.join().unwrap();
}

#[test]
fn several_programs_settle_one_ledger_at_once() {
    let ledger = Temporary::new();
    let path = path(&ledger);
    thread::scope(|scope| {
        for turn in 0..3 {
            let path = path.clone();
            scope.spawn(move || {
                let mut ledger = Ledger::open(&path, PATIENCE).unwrap();
                for entry in entries().into_iter().skip(turn).step_by(2) {
                    ledger.add(vec![entry], AT).unwrap();
                    ledger.refresh(|_| ()).unwrap();
                }
            });
        }
    });
    assert!(ledger.ledger.view().is_current().unwrap());
    assert_eq!(ledger.export(), together().export());
}
