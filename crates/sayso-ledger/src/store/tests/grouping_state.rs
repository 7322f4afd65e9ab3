//! The state: lists in order of time, ties in both directions, all of it kept in the file.

use super::*;
use crate::store::{Batch, GroupingState, Reader};
use crate::story::{DocumentKey, Index, Neighbourhood, Tie, signature};

/// The place of a document on the state; day 0 is no day.
fn key(id: &str, day: u32) -> DocumentKey {
    let at = (day > 0).then(|| document("", "", day).published.unwrap());
    DocumentKey { id: id.to_owned(), at }
}

fn grouped(batch: &Batch<'_>) {
    let mut state = GroupingState::of_batch(batch);
    let signature = signature(&document("", "The harbour is closed, the minister said.", 3));
    for (id, day) in [("c", 2), ("undated", 0), ("b", 2), ("a", 3), ("d", 1)] {
        state.keep(&key(id, day), signature.clone(), &["harbour".to_owned()]).unwrap();
        state.set_neighbourhood(&key(id, day), Neighbourhood::default()).unwrap();
    }
    state.tie(Tie::Link, &key("a", 3), vec![key("b", 2), key("undated", 0)]).unwrap();
    state.tie(Tie::Link, &key("a", 3), vec![key("undated", 0), key("c", 2)]).unwrap();
    state.tie(Tie::Watch, &key("d", 1), vec![key("c", 2)]).unwrap();
}

#[test]
fn lists_are_in_order_of_time_and_id_with_the_undated_last() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    grouped(&batch);
    batch.commit().unwrap();
    let state = GroupingState::of_reader(&writer);
    assert_eq!(state.after("harbour", &key("b", 2), 9).unwrap(), [key("c", 2), key("a", 3), key("undated", 0)]);
    assert_eq!(state.before("harbour", &key("a", 3), 2).unwrap(), [key("c", 2), key("b", 2)]);
    assert_eq!(state.before("harbour", &key("undated", 0), 1).unwrap(), [key("a", 3)]);
    assert!(
        state.before("harbour", &key("d", 1), 9).unwrap().is_empty()
            && state.after("pier", &key("d", 1), 9).unwrap().is_empty()
    );
}

#[test]
fn ties_replace_those_before_and_are_found_from_both_ends() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    grouped(&batch);
    batch.commit().unwrap();
    let reader = Reader::open(&folder.path().join("ledger"), PATIENCE).unwrap();
    let state = GroupingState::of_reader(&reader);
    assert_eq!(state.tied_to(Tie::Link, &key("a", 3)).unwrap(), [key("c", 2), key("undated", 0)]);
    assert_eq!(state.tied_from(Tie::Link, &key("c", 2)).unwrap(), [key("a", 3)]);
    assert_eq!(state.tied_from(Tie::Watch, &key("c", 2)).unwrap(), [key("d", 1)]);
    assert!(state.tied_from(Tie::Link, &key("b", 2)).unwrap().is_empty());
    assert_eq!(state.neighbourhood(&key("a", 3)).unwrap().as_deref(), Some(&Neighbourhood::default()));
    assert!(state.signature(&key("a", 3)).unwrap().is_some() && state.signature(&key("e", 3)).unwrap().is_none());
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    grouped(&batch);
    batch.commit().unwrap();
    writer.connection.execute("UPDATE shelf SET signature = x'00' WHERE id = 'a'", ()).unwrap();
    let state = GroupingState::of_reader(&writer);
    assert!(matches!(state.signature(&key("a", 3)), Err(StoreError::Damaged(..))));
    writer.connection.execute("UPDATE listing SET instant = 9223372036854775806 WHERE id = 'a'", ()).unwrap();
    assert!(matches!(state.after("harbour", &key("b", 2), 9), Err(StoreError::Damaged(..))));
}
