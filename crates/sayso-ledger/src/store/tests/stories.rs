//! Conclusions: replaced, moved, thrown away.

use std::sync::LazyLock;

use super::*;
use crate::store::{Compressed, NewStory, PendingMark};

fn closed() -> &'static Compressed {
    static CLOSED: LazyLock<Compressed> = LazyLock::new(|| Compressed::of(b"closed"));
    &CLOSED
}

fn new_story<'a>(story: &'a str, documents: &'a [Sequence], speakers: &'a [&'a str]) -> NewStory<'a> {
    let (claims, mentions) = (&["c1"], &["m1", "m2"]);
    NewStory { story, digest: &[1, 2], brief: "{}", record: closed(), documents, claims, mentions, speakers }
}

#[test]
fn a_conclusion_replaces_the_one_before() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let one = fresh(&mut writer, &document("d1", "One.", 3));
    let two = fresh(&mut writer, &document("d2", "Two.", 3));
    let batch = writer.batch().unwrap();
    batch.put_story(&new_story("s1", &[one, two], &["Inés Ôrlin", "NSB"])).unwrap();
    batch.clear_marks(&[PendingMark::Document(one)]).unwrap();
    batch.commit().unwrap();
    assert_eq!(writer.marks().unwrap(), [PendingMark::Document(two)]);
    assert_eq!(writer.stories_of_speaker("INES ORLIN").unwrap(), ["s1"]);
    assert_eq!(writer.stored_story("s1").unwrap().unwrap().record, b"closed");
    assert_eq!(writer.stories().unwrap(), [("s1".to_owned(), vec![1, 2])]);

    let batch = writer.batch().unwrap();
    batch.put_story(&new_story("s2", &[two], &["nsb"])).unwrap();
    batch.put_story(&new_story("s1", &[one], &[])).unwrap();
    batch.commit().unwrap();
    assert_eq!(writer.story_of(two).unwrap().as_deref(), Some("s2"));
    assert_eq!(writer.documents_of("s1").unwrap(), [one]);
    assert_eq!(writer.stories_of_speaker("NSB").unwrap(), ["s2"]);
    assert_eq!(writer.stories_of_claim("c1").unwrap(), ["s1", "s2"]);

    let batch = writer.batch().unwrap();
    batch.delete_story("s1").unwrap();
    batch.commit().unwrap();
    assert_eq!((writer.story_of(one).unwrap(), writer.stored_story("s1").unwrap()), (None, None));
    assert_eq!(writer.stories_of_mention("m2").unwrap(), ["s2"]);
}

#[test]
fn conclusions_can_be_thrown_away() {
    let folder = folder();
    let mut writer = writer(folder.path());
    let one = fresh(&mut writer, &document("d1", "One.", 3));
    let batch = writer.batch().unwrap();
    batch.put_story(&new_story("s1", &[one], &["NSB"])).unwrap();
    batch.clear_marks(&[PendingMark::Document(one)]).unwrap();
    batch.mark(&[PendingMark::Story("s9".into())]).unwrap();
    batch.forget_stories().unwrap();
    batch.commit().unwrap();
    assert_eq!(writer.marks().unwrap(), [PendingMark::Document(one)]);
    assert!(writer.stories().unwrap().is_empty() && writer.stories_of_speaker("NSB").unwrap().is_empty());
}
