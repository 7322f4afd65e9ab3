//! Decisions stand.

use super::*;
use crate::decision::{DecisionDetail, Verdict};
use crate::store::{Decision, PendingMark, Reader};

fn decision(id: &str, undoes: Option<&str>) -> Decision {
    Decision {
        id: id.to_owned(),
        at: "2026-02-03T08:00:00.123456789Z".parse().unwrap(),
        by: "Mara".to_owned(),
        what: Verdict::Merge,
        on: vec!["s1".to_owned(), "s2".to_owned()],
        detail: DecisionDetail { why: Some("one strike, two names".to_owned()), ..DecisionDetail::default() },
        undoes: undoes.map(str::to_owned),
    }
}

#[test]
fn a_decision_is_kept_and_undone_by_another() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    assert_eq!(batch.decide(&decision("k1", Some("k0"))), Err(StoreError::NoDecision("k0".into())));
    assert_eq!(batch.decide(&decision("k1", None)), Ok(true));
    assert_eq!(batch.decide(&decision("k1", None)), Ok(false));
    let other = Decision { by: "Ilan".to_owned(), ..decision("k1", None) };
    assert_eq!(batch.decide(&other), Err(StoreError::DecisionClash("k1".into())));
    assert_eq!(batch.decide(&decision("k0", Some("k1"))), Ok(true));
    batch.commit().unwrap();
    let kept = writer.decisions().unwrap();
    assert_eq!(kept.iter().map(|kept| kept.id.as_str()).collect::<Vec<_>>(), ["k1", "k0"]);
    assert_eq!((kept[1].undoes.as_deref(), &kept[0].detail), (Some("k1"), &decision("k1", None).detail));
    assert_eq!(writer.marks().unwrap(), [PendingMark::Decision("k0".into()), PendingMark::Decision("k1".into())]);
}

#[test]
fn decisions_stand_in_the_order_in_which_they_were_recorded_whatever_the_clock_says() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    for (id, at) in [("k2", "2026-02-03T08:00:00Z"), ("k0", "2026-02-03T07:00:00Z"), ("k1", "2026-02-03T07:00:00Z")] {
        batch.decide(&Decision { at: at.parse().unwrap(), ..decision(id, None) }).unwrap();
    }
    batch.commit().unwrap();
    let kept = writer.decisions().unwrap();
    assert_eq!(kept.iter().map(|kept| kept.id.as_str()).collect::<Vec<_>>(), ["k2", "k0", "k1"]);
}

#[test]
fn the_database_itself_refuses_to_alter_what_is_recorded() {
    let folder = folder();
    let mut writer = writer(folder.path());
    fresh(&mut writer, &document("d1", "The harbour is closed.", 3));
    let batch = writer.batch().unwrap();
    batch.decide(&decision("k1", None)).unwrap();
    batch.commit().unwrap();
    let statements = [
        "UPDATE document SET title = ''",
        "DELETE FROM document",
        "UPDATE decision SET by = ''",
        "DELETE FROM decision",
    ];
    for statement in statements {
        assert!(writer.connection.execute(statement, ()).is_err(), "{statement}");
    }
}

#[test]
fn a_decision_that_cannot_be_read_is_never_passed_over() {
    for (column, value) in [("what", "approve"), ("detail", "{\"these\": 7}"), ("concerns", "nothing")] {
        let folder = folder();
        let mut writer = writer(folder.path());
        let batch = writer.batch().unwrap();
        batch.decide(&decision("k1", None)).unwrap();
        batch.commit().unwrap();
        drop(writer);
        let file = rusqlite::Connection::open(folder.path().join("ledger")).unwrap();
        let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'";
        let without: String = file.query_row(triggers, [], |row| row.get(0)).unwrap();
        file.execute_batch(&without).unwrap();
        file.execute(&format!("UPDATE decision SET {column} = ?1"), [value]).unwrap();
        let reader = Reader::open(&folder.path().join("ledger"), PATIENCE).unwrap();
        assert!(matches!(reader.decisions(), Err(StoreError::Damaged(..))), "{column} = {value}");
    }
}
