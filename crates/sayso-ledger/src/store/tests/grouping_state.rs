//! The shelf: lists in order of time, ties in both directions, all of it kept in the file.

use super::*;
use crate::store::{Batch, GroupingState, Reader};
use crate::story::{DocumentKey, Index, Neighbourhood, Tie, signature};

/// The place of a document on the shelf; day 0 is no day.
fn key(id: &str, day: u32) -> DocumentKey {
    let at = (day > 0).then(|| document("", "", day).published.unwrap());
    DocumentKey { id: id.to_owned(), at }
}

fn shelved(batch: &Batch<'_>) {
    let mut shelf = GroupingState::of_batch(batch);
    let signature = signature(&document("", "The harbour is closed, the minister said.", 3));
    for (id, day) in [("c", 2), ("undated", 0), ("b", 2), ("a", 3), ("d", 1)] {
        shelf.keep(&key(id, day), signature.clone(), &["harbour".to_owned()]);
        shelf.set_neighbourhood(&key(id, day), Neighbourhood::default());
    }
    shelf.tie(Tie::Link, &key("a", 3), vec![key("b", 2), key("undated", 0)]);
    shelf.tie(Tie::Link, &key("a", 3), vec![key("undated", 0), key("c", 2)]);
    shelf.tie(Tie::Watch, &key("d", 1), vec![key("c", 2)]);
    shelf.failure().unwrap();
}

#[test]
fn lists_are_in_order_of_time_and_id_with_the_undated_last() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    shelved(&batch);
    batch.commit().unwrap();
    let shelf = GroupingState::of_reader(&writer);
    assert_eq!(shelf.after("harbour", &key("b", 2), 9), [key("c", 2), key("a", 3), key("undated", 0)]);
    assert_eq!(shelf.before("harbour", &key("a", 3), 2), [key("c", 2), key("b", 2)]);
    assert_eq!(shelf.before("harbour", &key("undated", 0), 1), [key("a", 3)]);
    assert!(shelf.before("harbour", &key("d", 1), 9).is_empty() && shelf.after("pier", &key("d", 1), 9).is_empty());
    shelf.failure().unwrap();
}

#[test]
fn ties_replace_those_before_and_are_found_from_both_ends() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    shelved(&batch);
    batch.commit().unwrap();
    let reader = Reader::open(&folder.path().join("ledger"), PATIENCE).unwrap();
    let shelf = GroupingState::of_reader(&reader);
    assert_eq!(shelf.tied_to(Tie::Link, &key("a", 3)), [key("c", 2), key("undated", 0)]);
    assert_eq!(shelf.tied_from(Tie::Link, &key("c", 2)), [key("a", 3)]);
    assert_eq!(shelf.tied_from(Tie::Watch, &key("c", 2)), [key("d", 1)]);
    assert!(shelf.tied_from(Tie::Link, &key("b", 2)).is_empty());
    assert_eq!(shelf.neighbourhood(&key("a", 3)).as_deref(), Some(&Neighbourhood::default()));
    assert!(shelf.signature(&key("a", 3)).is_some() && shelf.signature(&key("e", 3)).is_none());
}

#[test]
fn a_shelf_that_cannot_be_read_says_so() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    shelved(&batch);
    batch.commit().unwrap();
    writer.connection.execute("UPDATE shelf SET signature = x'00' WHERE id = 'a'", ()).unwrap();
    let shelf = GroupingState::of_reader(&writer);
    assert!(shelf.signature(&key("a", 3)).is_none());
    assert!(matches!(shelf.failure(), Err(StoreError::Damaged(..))));
    assert!(shelf.failure().is_ok());
}
