//! Edits of invented versions, as a reader would describe them.

use proptest::prelude::*;
use sayso_read::record::{ArticleRecord, Record};

use super::*;
use crate::{Document, Entry};

const BEFORE: &str = "The Ministry of Health said on Monday that 214 people had been treated in Larnby.\n\n\
    \"We are looking at one supplier,\" said Ana Kolt, the chief medical officer. She asked people to wait.\n\n\
    Two restaurants in the old town have closed. Inspectors would visit every kitchen by Friday.\n\n\
    The supplier, Vell Dairy, declined to comment.";

fn document(title: &str, text: &str) -> Document {
    let article = ArticleRecord { title: Some(title.into()), ..ArticleRecord::default() };
    let (furniture, attributions, figures, dates, warnings) = Default::default();
    let record = Record {
        entries: Vec::new(),
        schema: 0,
        id: "a".into(),
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
    Document::new(Entry { record, outlet: None, published: None, version: None, replaces: None, seen: None })
}

/// Each edit in a line: its kind, whether it is silent, before and after.
fn told(before: &str, after: &str) -> Vec<String> {
    let text =
        |stretch: &Option<EditedText>| stretch.as_ref().map_or("-".into(), |stretch| stretch.text.replace('\n', "|"));
    let line = |edit: &Edit| {
        let silent = if edit.silent { "silent" } else { "told" };
        format!("{:?} {silent}: {} => {}", edit.change, text(&edit.before), text(&edit.after))
    };
    edits(&document("t", before), &document("t", after)).iter().map(line).collect()
}

#[test]
fn markup_and_order_are_no_edit() {
    let paragraphs: Vec<&str> = BEFORE.split("\n\n").collect();
    let moved = [paragraphs[0], paragraphs[3], paragraphs[1], paragraphs[2]].join("\n\n");
    assert_eq!(told(BEFORE, &moved), [""; 0]);
    let reflowed = BEFORE.replace("\"We", "“We").replace(",\" said", ",” said").replace("\n\nTwo", "  Two");
    assert_eq!(told(BEFORE, &reflowed), [""; 0]);
}

/// Stretches that a library gave out of order made two differences overlap.
#[test]
fn repeated_notes_are_told_apart() {
    let before = "The mayor said 12 people were hurt. é Correction: it was 14.\n\nThe mayor said 12 people were hurt. é 漢字と、";
    let after = "Correction: it was 14.\n\nCorrection: it was 14.\n\n18:25 - Port shut\n\n";
    assert!(told(before, after).iter().any(|edit| edit.contains("Port shut")));
}

#[test]
fn a_note_tells_of_what_it_names_and_of_nothing_else() {
    let after = BEFORE.replace("214", "241").replace("Two restaurants", "Three restaurants")
        + "\n\nCorrection: An earlier version of this article misstated the number of people treated. It is 241, not 214.";
    assert_eq!(
        told(BEFORE, &after),
        [
            "Figure told: The Ministry of Health said on Monday that 214 people had been treated in Larnby. => \
             The Ministry of Health said on Monday that 241 people had been treated in Larnby.",
            "Wording silent: Two restaurants in the old town have closed. => Three restaurants in the old town have closed.",
            "CorrectionNote told: - => Correction: An earlier version of this article misstated the number of people \
             treated. It is 241, not 214.",
        ]
    );
}

#[test]
fn what_comes_and_goes_is_told_whole_and_a_note_taken_down_is_silent() {
    let noted = format!("{BEFORE}\n\nCorrection: An earlier version of this article misspelled a name.");
    let after = BEFORE.replace(" She asked people to wait.", "") + "\n\nThe fair is off. It was due in May.";
    assert_eq!(
        told(&noted, &after),
        [
            "Addition silent: - => The fair is off. It was due in May.",
            "Deletion silent: She asked people to wait. => -",
            "CorrectionNote silent: Correction: An earlier version of this article misspelled a name. => -",
        ]
    );
}

#[test]
fn on_a_live_page_a_new_entry_is_told_and_a_changed_one_is_not() {
    let before =
        "13.20: Ministry to speak\n\nIt speaks at three.\n\n12.45: Schools warned\n\nAll 12 schools were told.";
    let after =
        "14:05 - Blue Door shuts\n\nIts owner is \"careful\".\n\n12.45: Schools warned\n\nAll 21 schools were told.";
    assert_eq!(
        told(before, after),
        [
            "Addition told: - => 14:05 - Blue Door shuts||Its owner is \"careful\".",
            "Figure silent: All 12 schools were told. => All 21 schools were told.",
            "Deletion silent: 13.20: Ministry to speak||It speaks at three. => -",
        ]
    );
}

#[test]
fn a_headline_is_told_once() {
    let edits = edits(&document("214 ill in Larnby", BEFORE), &document("241 ill, one dead in Larnby", BEFORE));
    assert_eq!(
        edits.iter().map(|edit| (edit.place, edit.change)).collect::<Vec<_>>(),
        [(EditPlace::Title, Change::Figure)]
    );
}

fn versions(entries: &[(&str, Option<u64>, Option<&str>)]) -> Vec<Document> {
    let version = |(index, (url, version, published)): (usize, &(&str, Option<u64>, Option<&str>))| {
        let mut entry = document("t", &format!("Text {index}")).entry.clone();
        entry.record.id = format!("d{index}").as_str().into();
        entry.record.article.url = Some((*url).to_owned());
        (entry.version, entry.published) = (*version, published.map(str::to_owned));
        Document::new(entry)
    };
    entries.iter().enumerate().map(version).collect()
}

#[test]
fn versions_stand_in_order_however_they_come() {
    let documents = versions(&[
        ("https://www.a.example/x?utm_source=y", Some(2), Some("2026-01-01")),
        ("http://a.example/x/", Some(1), Some("2026-01-02")),
        ("https://b.example/x", None, Some("2026-01-03")),
        ("https://b.example/x#top", None, Some("2026-01-02T10:00:00Z")),
    ]);
    let articles = articles(&documents.iter().collect::<Vec<_>>());
    assert_eq!(articles.iter().map(|article| article.versions.clone()).collect::<Vec<_>>(), [vec![1, 0], vec![3, 2]]);
}

#[test]
fn what_replaces_is_later_and_the_same_text_is_no_version() {
    let mut documents = versions(&[("https://a.example/new", None, None), ("https://a.example/old", None, None)]);
    let mut next = documents[0].entry.clone();
    next.replaces = Some("d1".into());
    documents[0] = Document::new(next);
    documents.push(documents[0].clone());
    let articles = articles(&documents.iter().collect::<Vec<_>>());
    assert_eq!(articles.len(), 1);
    assert_eq!((articles[0].versions.as_slice(), articles[0].repeats.len()), ([1, 0].as_slice(), 1));
}

/// Pieces of which texts are drawn that are alike enough to be versions.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "The mayor said 12 people were hurt. ",
        "The mayor said 14 people were hurt. ",
        "18:25 - Port shut\n\n",
        "Correction: it was 14.\n\n",
        "\n\n",
        "\"No,\" she said. ",
        "“No”",
        "漢字と、",
        "Updated 14:30\n\n",
        "é ",
        ". ",
        "- ",
    ]);
    prop::collection::vec(prop_oneof![4 => piece.prop_map(str::to_owned), 1 => "\\PC{0,12}"], 0..14)
        .prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn edits_quote_both_versions_and_nothing_differs_from_itself(before in text(), after in text()) {
        let (before, after) = (document("12 hurt", &before), document("14 hurt", &after));
        for edit in edits(&before, &after).iter().filter(|edit| edit.place == EditPlace::Text) {
            for (stretch, text) in [(&edit.before, &before.text), (&edit.after, &after.text)] {
                prop_assert!(stretch.iter().all(|stretch| text.slice(stretch.span) == stretch.text));
            }
            prop_assert!(edit.before.is_some() || edit.after.is_some());
            prop_assert_eq!(edit.silent, edit.told_by.is_none());
        }
        prop_assert_eq!(edits(&before, &before), []);
    }
}
