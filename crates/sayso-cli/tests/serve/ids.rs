//! Ids are other people's: whatever stands in one, its page and its JSON are found, and no other's.

use std::fs;

use serde_json::json;

use crate::served::{Served, sayso, status};

const IDS: [&str; 10] =
    ["note", "note.json", "note.atom", "a/b", "x?y=1#z", "%41", "..", "Zoë Ó é", "two  blanks", "<b>&\"'"];

fn encoded(id: &str) -> String {
    id.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn every_id_has_its_own_page_and_its_own_json() {
    let desk = Served::with(&[], |folder| {
        let lines = IDS.iter().enumerate().map(|(number, id)| {
            json!({"id": id, "text": format!("Note {number}: the mayor said that the bridge stays closed.")})
                .to_string()
        });
        let stream = folder.path().join("ids.jsonl");
        fs::write(&stream, lines.collect::<Vec<_>>().join("\n")).unwrap();
        assert!(sayso(folder).args(["add", "ids.jsonl"]).status().unwrap().success());
    });
    for (number, id) in IDS.iter().enumerate() {
        let at = format!("/article/{}", encoded(id));
        let page = desk.get(&at);
        assert_eq!(status(&page), "200", "{id}");
        assert!(page.contains(&format!("Note {number}: ")), "{id}: {page}");
        assert!(page.contains("?format=json"), "{id} names its JSON");
        assert_eq!(desk.json(&format!("{at}?format=json"))["reading"]["id"], *id);
        // Both endings of 'note' are ids.
        if *id != "note" {
            assert_eq!(desk.json(&format!("{at}.json"))["reading"]["id"], *id);
        }
    }
    assert!(desk.get("/article/note.json").contains("Note 1: "), "an id comes before an ending");
}
