//! Ids of mentions, and those that earlier versions gave, with which decisions are recorded.

use sayso_read::Stance;

use super::*;
use crate::decision::{Decision, DecisionDetail, Verdict};
use crate::mention::short_form;
use crate::record::Claim;

/// Six articles of the demo in a ledger of format 5, which had ids of ten digits, with a decision of every kind.
const DECIDED: &[u8] = include_bytes!("../../../tests/fixtures/decided-format-5.ledger");

/// The ledger, as it is once it is brought up and derived anew.
fn decided() -> Temporary {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ledger"), DECIDED).unwrap();
    let mut ledger = Temporary::open(&folder);
    ledger.refresh(|_| ()).unwrap();
    Temporary { ledger, folder }
}

fn claim(ledger: &Ledger, id: &str) -> Claim {
    ledger.view().claim(id).unwrap().unwrap_or_else(|| panic!("no claim {id}")).1
}

#[test]
fn decisions_recorded_with_shorter_ids_hold() {
    let Temporary { ledger, folder: _folder } = &decided();
    let confirmed = claim(ledger, "c2dc115e595");
    assert!(confirmed.id.len() == 33 && confirmed.id.starts_with("c2dc115e595"));
    assert_eq!(claim(ledger, "c1a4fc3bb7c").id, confirmed.id);
    assert_eq!(claim(ledger, "c06d3fcdbe3").id, claim(ledger, "cadfddbb7ac").id, "merged");
    assert_eq!(claim(ledger, "cee2a78f2b7").mentions.len(), 1, "split");
    assert_ne!(claim(ledger, "cee2a78f2b7").id, claim(ledger, "c0709c39e8e").id, "split");
    assert!(ledger.view().claim("c0d2f6fc75a").unwrap().is_none(), "rejected");
    assert_eq!(claim(ledger, "caeb5e17727").id, claim(ledger, "c29c46863ae").id, "reassigned");
    assert_eq!(ledger.view().mention("c7463135711").unwrap().unwrap().stance, Stance::Denies, "mended");
    assert_eq!(claim(ledger, "me9b1c72648").mentions.len(), 1, "added");
    assert_eq!(claim(ledger, "c6117741c0c").mentions.len(), 1, "rejected, which was undone");
}

#[test]
fn a_claim_is_found_by_the_beginning_of_its_id_and_no_less_of_it() {
    let Temporary { ledger, folder: _folder } = &together();
    let claims = ledger.view().stories().unwrap().into_iter().flat_map(|story| story.claims);
    for id in claims.map(|claim| claim.id) {
        assert_eq!(claim(ledger, short_form(&id)).id, id);
        assert_eq!(claim(ledger, &id[..20]).id, id);
        assert!(ledger.view().claim(&id[..10]).unwrap().is_none(), "too short to be meant");
    }
}

#[test]
fn a_beginning_that_several_have_is_an_error() {
    let Temporary { mut ledger, folder } = together();
    let id = ledger.view().stories().unwrap()[0].claims[0].id.clone();
    let other = format!("{}{}", short_form(&id), "0".repeat(22));
    let connection = rusqlite::Connection::open(folder.path().join("ledger")).unwrap();
    connection.execute("INSERT INTO pointer VALUES (2, ?1, 1)", [&other]).unwrap();
    let Err(StoreError::AmbiguousId { given, ids }) = ledger.view().claim(short_form(&id)) else { panic!("not told") };
    assert!(given == short_form(&id) && ids.contains(&id) && ids.contains(&other));
    assert!(ledger.decide(&Choice::Reject(given), "Ann", AT).is_err());
    assert_eq!(claim(&ledger, &id).id, id, "the whole id names one");
}

#[test]
fn what_is_decided_by_the_beginnings_of_ids_is_recorded_with_whole_ones() {
    let mut temporary = together();
    let claims: Vec<String> =
        temporary.ledger.view().stories().unwrap()[0].claims.iter().take(2).map(|claim| claim.id.clone()).collect();
    let given = claims.iter().map(|id| short_form(id).to_owned()).collect();
    let decision = temporary.ledger.decide(&Choice::Merge(given), "Ann", AT).unwrap();
    temporary.ledger.refresh(|_| ()).unwrap();
    assert_eq!(claim(&temporary.ledger, &claims[0]).id, claim(&temporary.ledger, &claims[1]).id);
    let recorded = temporary.ledger.view().decision(short_form(&decision)).unwrap().unwrap();
    assert_eq!(recorded.on, claims);
    temporary.ledger.decide(&Choice::Undo(short_form(&decision).to_owned()), "Ann", AT).unwrap();
    temporary.ledger.refresh(|_| ()).unwrap();
    assert_ne!(claim(&temporary.ledger, &claims[0]).id, claim(&temporary.ledger, &claims[1]).id);
}

/// Names for the first two articles by which a mention of each has an id with the same first ten digits.
const ALIKE: [&str; 2] = ["a1233532", "b320459"];
const SHARED: &str = "c170e46193e";

#[test]
fn a_decision_about_several_holds_up_its_own_story_alone() {
    let mut entries = entries();
    let other = entries.remove(2);
    for (entry, id) in entries.iter_mut().zip(ALIKE) {
        entry.record.id = id.into();
    }
    let mut temporary = Temporary::new();
    temporary.add(entries);
    let before = temporary.ledger.view().stories().unwrap();
    let articles = ALIKE.map(str::to_owned).to_vec();
    let decision = Decision {
        id: "d0123456789".to_owned(),
        at: AT,
        by: "Ann".to_owned(),
        what: Verdict::Reject,
        on: vec![SHARED.to_owned()],
        detail: DecisionDetail { these: vec![SHARED.to_owned()], articles, ..DecisionDetail::default() },
        undoes: None,
    };
    let batch = temporary.ledger.writer.batch().unwrap();
    assert!(batch.decide(&decision).unwrap());
    batch.commit().unwrap();
    let id = other.record.id.to_string();
    temporary.ledger.add(vec![other], AT).unwrap();
    for _ in 0..2 {
        let Err(StoreError::AmbiguousMention(ambiguous)) = temporary.ledger.refresh(|_| ()) else { panic!("not told") };
        assert_eq!((ambiguous.decision.as_str(), ambiguous.given.as_str()), ("d0123456789", SHARED));
        assert_eq!(ambiguous.mentions.len(), 2);
        let stories = temporary.ledger.view().stories().unwrap();
        assert!(stories.iter().any(|story| story.articles.iter().any(|article| article.id.to_string() == id)));
        assert!(before.iter().all(|story| stories.contains(story)), "what could not be derived stays as it was");
    }
    temporary.ledger.decide(&Choice::Undo(decision.id), "Ann", AT).unwrap();
    temporary.ledger.refresh(|_| ()).unwrap();
}
