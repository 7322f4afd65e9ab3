//! Ledgers whose stories an earlier version concluded.

use super::*;
use crate::decision::{Amendment, Decision, short};
use crate::ledger::Choice;

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

/// A decision with the ids that formats up to 5 gave to mentions.
fn as_of_format_5(mut decision: Decision) -> Decision {
    let shorten = |id: &mut String| {
        if let Some(earlier) = short(id).map(str::to_owned) {
            *id = earlier;
        }
    };
    decision.on.iter_mut().for_each(shorten);
    decision.detail.these.iter_mut().chain(&mut decision.detail.not).for_each(shorten);
    decision
}

#[test]
fn decisions_under_earlier_ids_hold_and_later_ones_stand_over_them() {
    let claims: Vec<String> =
        together().ledger.view().stories().unwrap()[0].claims.iter().map(|claim| claim.id.clone()).collect();
    let choices = [
        Choice::Reject(claims[0].clone()),
        Choice::Merge(claims[1..3].to_vec()),
        Choice::Mend {
            mention: claims[3].clone(),
            amendment: Amendment { stance: Some(sayso_read::Stance::Doubts), ..Amendment::default() },
        },
    ];
    let (mut today, mut earlier) = (together(), together());
    for (number, choice) in choices.iter().enumerate() {
        let at = AT + jiff::SignedDuration::from_secs(i64::try_from(number).unwrap());
        let id = today.ledger.decide(choice, "A. Editor", at).unwrap();
        let decision = as_of_format_5(today.ledger.view().decision(&id).unwrap().unwrap());
        let batch = earlier.ledger.writer.batch().unwrap();
        batch.decide(&decision).unwrap();
        batch.commit().unwrap();
    }
    let settled = |ledger: &mut Temporary| {
        ledger.ledger.refresh(|_| ()).unwrap();
        let mut export = ledger.export();
        export["decisions"] = Value::Null;
        export
    };
    let before = settled(&mut together());
    assert_eq!(settled(&mut earlier), settled(&mut today));
    assert_ne!(settled(&mut earlier), before);
    for ledger in [&mut today, &mut earlier] {
        let whole = Choice::Confirm(claims[1].clone());
        ledger.ledger.decide(&whole, "B. Editor", AT + jiff::SignedDuration::from_secs(9)).unwrap();
    }
    assert_eq!(settled(&mut earlier), settled(&mut today));
}

#[test]
fn a_claim_is_found_by_the_beginning_of_its_id() {
    let mut ledger = together();
    let id = ledger.ledger.view().stories().unwrap()[0].claims[0].id.clone();
    assert_eq!(id.len(), 33);
    let found = |given: &str| ledger.ledger.view().claim(given).unwrap().map(|(_, claim)| claim.id);
    assert_eq!(found(&id[..11]), Some(id.clone()));
    assert_eq!(found(&id[..20]), Some(id.clone()));
    assert_eq!(found(&id[..10]), None, "too short to mean one");
    assert_eq!(found("c0000000000"), None);
    let decision = ledger.ledger.decide(&Choice::Reject(id[..11].to_owned()), "A. Editor", AT).unwrap();
    assert_eq!(ledger.ledger.view().decision(&decision).unwrap().unwrap().on, [id]);
}
