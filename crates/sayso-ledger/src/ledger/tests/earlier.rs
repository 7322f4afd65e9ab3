//! Ledgers whose stories an earlier version concluded.

use super::*;

/// A ledger of format 4 has the tables of format 5, without those of later ones; what it concluded cannot be read.
fn as_of_format_4(folder: &tempfile::TempDir) {
    let connection = rusqlite::Connection::open(folder.path().join("ledger")).unwrap();
    connection.execute("UPDATE story SET conclusion = x'00'", ()).unwrap();
    connection.execute_batch("DROP TABLE captured; DROP TABLE capture; DROP TABLE reading").unwrap();
    connection.pragma_update(None, "user_version", 4).unwrap();
}

#[test]
fn stories_that_an_earlier_version_concluded_are_concluded_anew() {
    let Temporary { ledger, folder } = together();
    let before = serde_json::to_value(ledger.view().export().unwrap()).unwrap();
    drop(ledger);
    as_of_format_4(&folder);
    let mut opened = Temporary { ledger: Temporary::open(&folder), folder };
    assert!(opened.export()["claims"].as_array().unwrap().is_empty(), "nothing of before is read");
    opened.ledger.refresh(|_| ()).unwrap();
    assert_eq!(opened.export(), before);
}

#[test]
fn speakers_keep_what_sort_of_source_they_are() {
    let export = together().export();
    let claims = export["claims"].as_array().unwrap();
    for claim in claims {
        let spoken: Vec<&Value> =
            claim["spoken_by"].as_array().unwrap().iter().map(|speaker| &speaker["name"]).collect();
        assert_eq!(spoken, claim["speakers"].as_array().unwrap().iter().collect::<Vec<_>>());
    }
    let mut speakers = claims.iter().flat_map(|claim| claim["spoken_by"].as_array().unwrap());
    assert!(speakers.any(|speaker| speaker["kind"] == "person" && speaker["name"].to_string().contains("Orlin")));
}

#[test]
fn reasons_are_exported_with_words_that_stand_in_their_articles() {
    let ledger = together();
    let export = ledger.export();
    let rows = ["claims", "articles"].into_iter().flat_map(|part| export[part].as_array().unwrap());
    let reasons: Vec<&Value> = rows.flat_map(|row| row["because"].as_array().unwrap()).collect();
    assert!(reasons.iter().any(|reason| reason["kind"] == "joined_near_source"), "{reasons:?}");
    for at in reasons.iter().flat_map(|reason| reason["mentions"].as_array().unwrap()) {
        let text = ledger.ledger.view().document(at["article"].as_str().unwrap()).unwrap().unwrap().record.text;
        let (start, end) = (at["start"].as_u64().unwrap(), at["end"].as_u64().unwrap());
        assert!(start < end && end as usize <= text.chars().count(), "{at}");
    }
    let terms = reasons.iter().filter(|reason| reason["kind"] == "shared_terms");
    assert!(terms.clone().count() > 0 && terms.into_iter().all(|reason| reason["mentions"][0].is_object()));
}
