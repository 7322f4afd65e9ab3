//! Copies of invented articles, and what only resembles one.

use proptest::prelude::*;
use sayso_read::record::{ArticleRecord, Record};

use super::*;
use crate::{Document, Entry};

const ORIGINAL: &str = "LARNBY, March 2 (NPA) - A cheese sold in four counties has made more than two hundred people ill, \
    the Ministry of Health said on Monday, and one dairy has been told to stop work.\n\n\
    Inspectors found the bacteria in eleven of thirty samples taken at shops and at a market in the old town.\n\n\
    \"We are looking at one supplier and we shall know by Friday,\" said Ana Kolt, the chief medical officer, who asked \
    people to throw away what they had bought since the middle of February.\n\n\
    Two restaurants closed their doors of their own accord. A third was told to do so after a guest fell ill there.\n\n\
    The outbreak is the largest in the country since a batch of bad milk reached the schools of the capital.";

fn document(id: &str, outlet: &str, hour: u8, text: &str) -> Document {
    let (furniture, attributions, figures, dates, warnings) = Default::default();
    let article = ArticleRecord::default();
    let record = Record {
        entries: Vec::new(),
        schema: 0,
        id: id.into(),
        text: text.into(),
        article,
        furniture,
        sentences: Vec::new(),
        statements: Vec::new(),
        attributions,
        figures,
        dates,
        warnings,
        model: None,
    };
    let published = Some(format!("2026-03-02T{hour:02}:00:00Z"));
    Document::new(Entry { record, outlet: Some(outlet.into()), published, version: None, replaces: None, seen: None })
}

/// The kind of the one copy that a text is of the original.
fn kind(text: &str) -> Option<CopyKind> {
    let (copy, original) = (document("c", "Larnby Post", 9, text), document("o", "NPA", 8, ORIGINAL));
    let copies = copies(&[&copy, &original]);
    copies.first().map(|copy| {
        assert_eq!((copy.article, copy.of), (0, 1));
        copy.kind
    })
}

#[test]
fn copies_are_found_however_they_were_handled() {
    let paragraphs: Vec<&str> = ORIGINAL.split("\n\n").collect();
    assert_eq!(kind(&ORIGINAL.replace('"', "”").replace("LARNBY, March 2 (NPA) - ", "")), Some(CopyKind::Verbatim));
    assert_eq!(kind(&paragraphs[..3].join("\n\n")), Some(CopyKind::Trimmed));
    let edited = ORIGINAL.replace("more than two hundred", "over 200").replace("said on Monday", "said")
        + "\n\nThe Post has learned that two of those who fell ill were cooks at the town's largest school.";
    assert_eq!(kind(&edited), Some(CopyKind::Edited));
}

#[test]
fn a_shared_quotation_is_no_copy() {
    let quoting = "Ana Kolt spoke to parents at the school gate this morning, after a night in which no new case was seen.\n\n\
        \"We are looking at one supplier and we shall know by Friday,\" said Ana Kolt, the chief medical officer, who asked \
        people to be patient. She had slept for three hours, she told the crowd, and would not leave before the last of \
        them had been heard. Some had brought soup; others only wished to know who would pay for what they had lost.";
    assert_eq!(kind(quoting), None);
}

#[test]
fn the_original_is_the_earliest_and_never_of_the_same_outlet() {
    let trimmed = ORIGINAL.split_once("\n\nThe outbreak").map_or("", |(start, _)| start);
    let documents = [
        document("o", "NPA", 8, ORIGINAL),
        document("b", "Post", 9, trimmed),
        document("c", "Mail", 10, trimmed),
        document("d", "npa", 11, trimmed),
    ];
    let pairs = |documents: &[&Document]| -> Vec<(String, String)> {
        let id = |index: usize| documents[index].id().to_string();
        copies(documents).iter().map(|copy| (id(copy.article), id(copy.of))).collect()
    };
    let found = pairs(&documents.iter().collect::<Vec<_>>());
    assert_eq!(found[..2], [("b".into(), "o".into()), ("c".into(), "o".into())]);
    assert_ne!(found.get(2).map(|(_, of)| of.as_str()), Some("o"));
    assert_eq!(pairs(&documents.iter().rev().collect::<Vec<_>>()), found);
}

#[test]
fn an_added_passage_is_not_carried() {
    let added = "The Post has learned that two of those who fell ill were cooks at the town's largest school.";
    let copy = document("c", "Post", 9, &ORIGINAL.replace("Two restaurants", &format!("{added}\n\nTwo restaurants")));
    let carried = carried(&copy, &document("o", "NPA", 8, ORIGINAL));
    let added = copy.text.find(added).unwrap();
    assert_eq!(carried.len(), 2);
    assert!(carried.iter().all(|span| !span.overlaps(added)));
}

proptest! {
    #[test]
    fn what_is_carried_lies_in_order_in_the_copy(copy in "(\\PC{0,60}|(a b c d |e |漢字 |\\.\n){0,60})", original in "(a b c d |e |漢字 ){0,60}") {
        let (copy, original) = (document("c", "x", 9, &copy), document("o", "y", 8, &original));
        let spans = carried(&copy, &original);
        prop_assert!(spans.windows(2).all(|two| two[0].end() <= two[1].start()));
        prop_assert!(spans.iter().all(|span| span.end() <= copy.text.len()));
        prop_assert!(copies(&[&copy, &original]).iter().all(|copy| copy.share <= 1.0 && copy.kept <= 1.0));
    }
}
