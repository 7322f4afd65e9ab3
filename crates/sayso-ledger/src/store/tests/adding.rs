//! Adding: idempotent, in any order, with errors that stay with their document.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sayso_read::Id;

use super::*;
use crate::store::{Difference, PendingMark};

#[test]
fn what_was_added_is_found_again() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let given = document("d1", "The harbour is closed, the minister said.", 3);
    let sequence = fresh(&mut writer, &given);
    assert_eq!(writer.entry(sequence).unwrap().unwrap(), given.entry);
    assert_eq!(writer.sequence_of(given.id()).unwrap(), Some(sequence));
    assert_eq!(writer.at_address("https://post.example/harbour").unwrap(), [sequence]);
    assert_eq!(writer.marks().unwrap(), [PendingMark::Document(sequence)]);
    let card = writer.card(sequence).unwrap().unwrap();
    assert_eq!((card.id, card.published), (given.id().clone(), given.published));
    assert_eq!((card.title.as_deref(), card.outlet.as_deref()), (given.title(), given.outlet()));
}

#[test]
fn an_id_belongs_to_one_content() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let first = document("d1", "The harbour is closed.", 3);
    let sequence = fresh(&mut writer, &first);
    let known = Added::Known { sequence, read_otherwise: false };
    assert_eq!(add(&mut writer, &first).unwrap(), known);

    let clash = |difference| Err(StoreError::Clash("\"d1\"".into(), difference));
    assert_eq!(add(&mut writer, &document("d1", "The harbour is open.", 3)), clash(Difference::Text));
    assert_eq!(add(&mut writer, &document("d1", "The harbour is closed.", 4)), clash(Difference::Article));
    let mut other = first.entry.clone();
    other.version = Some(2);
    assert_eq!(add(&mut writer, &Document::new(other)), clash(Difference::Stream));
    assert_eq!(writer.entry(sequence).unwrap().unwrap(), first.entry);
    assert_eq!(writer.at_address("https://post.example/harbour").unwrap().len(), 1);
}

#[test]
fn a_refused_document_leaves_its_batch_as_it_was() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let batch = writer.batch().unwrap();
    for (id, text) in [("d1", "One."), ("d1", "Another."), ("d2", "Two.")] {
        let _ = batch.add(&addition(&document(id, text, 3)));
    }
    batch.commit().unwrap();
    assert_eq!(writer.count().unwrap(), 2);
    drop(writer.batch().unwrap().add(&addition(&document("d3", "Three.", 3))));
    assert_eq!(writer.count().unwrap(), 2);
}

#[test]
fn the_earliest_time_of_fetching_counts_whichever_comes_first() {
    let times = ["2026-02-03T09:00:00+02:00", "2026-02-03T08:30:00Z", "2026-02-04"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let folder = folder();
        let mut writer = writer(folder.path());
        for place in order {
            let mut seen = document("d1", "The harbour is closed.", 3).entry.clone();
            seen.seen = Some(times[place].to_owned());
            add(&mut writer, &Document::new(seen)).unwrap();
        }
        let sequence = writer.sequence_of(&Id::from("d1")).unwrap().unwrap();
        assert_eq!(writer.entry(sequence).unwrap().unwrap().seen.as_deref(), Some(times[0]));
        assert_eq!(writer.count().unwrap(), 1);
    }
}

/// What a ledger holds, without what tells the order of adding.
fn held(writer: &Writer) -> BTreeMap<String, String> {
    let entries = writer.sequences().unwrap().into_iter().map(|sequence| writer.entry(sequence).unwrap().unwrap());
    entries.map(|entry| (entry.record.id.to_string(), entry.record.text)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_ledger_is_a_map_that_keeps_its_first_word(
        given in prop::collection::vec((0u8..6, 0u8..3), 1..24),
        batch in 1usize..5,
    ) {
        let folder = folder();
        let mut writer = writer(folder.path());
        let mut model = BTreeMap::new();
        for given in given.chunks(batch) {
            let batch = writer.batch().unwrap();
            for (id, text) in given.iter().map(|(id, text)| (format!("d{id}"), format!("Text {text}."))) {
                let added = batch.add(&addition(&document(&id, &text, 3)));
                let is_fresh = !model.contains_key(&id);
                let kept = model.entry(id).or_insert_with(|| text.clone());
                match added {
                    Ok(Added::Fresh(_)) => prop_assert!(is_fresh),
                    Ok(Added::Known { .. }) => prop_assert!(!is_fresh && *kept == text),
                    Err(StoreError::Clash(..)) => prop_assert!(*kept != text),
                    Ok(Added::Removed(_)) => prop_assert!(false, "nothing was removed"),
                    Err(other) => prop_assert!(false, "{other}"),
                }
            }
            batch.commit().unwrap();
        }
        prop_assert_eq!(held(&writer), model);
        prop_assert!(writer.check().unwrap().is_empty());
    }

    #[test]
    fn any_id_and_any_text_are_kept_as_they_are(id in "\\PC{0,12}", text in ".{0,200}", title in ".{0,20}") {
        let folder = folder();
        let mut writer = writer(folder.path());
        let mut given = document(&id, &text, 3).entry.clone();
        given.record.article.title = Some(title);
        let given = Document::new(given);
        let sequence = fresh(&mut writer, &given);
        prop_assert_eq!(&writer.entry(sequence).unwrap().unwrap(), &given.entry);
    }
}
