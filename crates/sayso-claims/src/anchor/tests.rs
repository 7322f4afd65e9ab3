//! Passages by hand; the suite of some hundreds is in `tests/anchoring.rs`.

use proptest::prelude::*;

use super::*;

/// A selector of the first place of some words in a text, as a browser makes it.
fn chosen(text: &str, words: &str) -> Selector {
    let at = text.find(words).unwrap();
    let (before, behind) = (&text[..at], &text[at + words.len()..]);
    let last = |text: &str| text.chars().rev().take(32).collect::<Vec<_>>().into_iter().rev().collect();
    Selector {
        exact: words.to_owned(),
        prefix: last(before),
        suffix: behind.chars().take(32).collect(),
        start: Some(before.chars().count()),
    }
}

fn words(text: &str, anchor: &Anchor) -> Vec<String> {
    anchor.places.iter().map(|place| text.chars().skip(place.start).take(place.len()).collect()).collect()
}

const SEEN: &str = "The ferry left Sandholm at nine. The coastguard said 34 people were dead.\n\nThe company denied it. \
                    “We checked the door,” it said. The coastguard said 3 people were missing.";

#[test]
fn rendering_makes_no_difference() {
    let selector = chosen(SEEN, "“We checked the door,” it said");
    let now =
        "New first line.\n\n".to_owned() + &SEEN.replace(['“', '”'], "\"").replace("the door", "the\u{a0}\u{200b}door");
    for seen in [None, Some(SEEN)] {
        let anchor = anchor(&selector, seen, &now);
        assert_eq!(anchor.fit, Fit::Moved);
        assert_eq!(words(&now, &anchor), ["\"We checked the\u{a0}\u{200b}door,\" it said"]);
    }
}

#[test]
fn a_changed_digit_is_a_change() {
    let selector = chosen(SEEN, "The coastguard said 34 people were dead");
    let now = SEEN.replace("34 people", "36 people");
    for seen in [None, Some(SEEN)] {
        let anchor = anchor(&selector, seen, &now);
        assert_eq!(anchor.fit, Fit::Changed);
        assert_eq!(words(&now, &anchor), ["The coastguard said 36 people were dead"]);
    }
}

#[test]
fn what_is_gone_is_not_found_in_what_looks_like_it() {
    let selector = chosen(SEEN, "The coastguard said 34 people were dead.");
    let now = SEEN.replace(" The coastguard said 34 people were dead.", "");
    for seen in [None, Some(SEEN)] {
        assert_eq!(anchor(&selector, seen, &now).fit, Fit::Orphan);
    }
}

#[test]
fn the_neighbour_of_what_is_gone_is_not_taken_for_it() {
    for (gone, left) in [
        ("Ward 3 had 14 cases of fever.", "Ward 4 had 14 cases of fever."),
        ("Line A carried 900 men a day in May.", "Line B carried 900 men a day in May."),
        ("Ms Orr voted against the bridge.", "Mr Ash voted against the bridge."),
    ] {
        let seen = format!("It was told at noon.\n\n{gone} So far.\n\n{left} So far.\n\nNobody asked why.");
        let now = seen.replace(&format!("{gone} So far.\n\n"), "");
        let half = &gone[..gone.len() - 6];
        for chosen_words in [gone, half] {
            assert_eq!(anchor(&chosen(&seen, chosen_words), Some(&seen), &now).fit, Fit::Orphan, "{chosen_words}");
        }
        let changed = seen.replace(gone, &gone.replace(['3', 'A', 'M'], "7"));
        assert_eq!(anchor(&chosen(&seen, gone), Some(&seen), &changed).fit, Fit::Changed, "{gone}");
    }
}

#[test]
fn twins_are_told_apart_by_their_neighbours_or_not_at_all() {
    let twice = "A. It was denied. B said so.\n\nC. It was denied. D said so.";
    let at = twice.rfind("It was").unwrap();
    let second = Selector {
        exact: "It was denied".to_owned(),
        prefix: "said so.\n\nC. ".to_owned(),
        suffix: ". D said so.".to_owned(),
        start: None,
    };
    assert_eq!(anchor(&second, None, twice).places.first(), Some(&(at..at + 13)));
    let bare = Selector { exact: "It was denied".to_owned(), ..Selector::default() };
    assert_eq!(anchor(&bare, None, twice).fit, Fit::Ambiguous);
    assert_eq!(anchor(&Selector { start: Some(at), ..bare }, None, twice).fit, Fit::Exact);
}

#[test]
fn a_change_is_seen_where_its_neighbours_went_too() {
    let selector = chosen(SEEN, "The ferry left Sandholm at nine.");
    let now = "A new first line.\n\n".to_owned()
        + &SEEN.replace("at nine", "at ten").replace(" The coastguard said 34 people were dead.", "");
    let anchor = anchor(&selector, Some(SEEN), &now);
    assert_eq!((anchor.fit, words(&now, &anchor)), (Fit::Changed, vec!["The ferry left Sandholm at ten.".to_owned()]));
}

#[test]
fn the_place_on_the_page_decides_between_twins_only_where_it_is_one_of_theirs() {
    let twice = "It is so, he said.\nIt is so, he said.\n";
    let doubtful = anchor(&Selector { exact: "It is so".to_owned(), ..Selector::default() }, None, twice);
    assert_eq!(doubtful.fit, Fit::Ambiguous);
    for (start, fit) in [(Some(19), Fit::Exact), (Some(20), Fit::Ambiguous), (None, Fit::Ambiguous)] {
        let mut confirmed = doubtful.clone();
        confirmed.confirm_start(start);
        assert_eq!(confirmed.fit, fit, "{start:?}");
    }
}

#[test]
fn an_empty_choice_is_nowhere() {
    assert_eq!(anchor(&Selector::default(), None, SEEN).fit, Fit::Orphan);
    assert_eq!(anchor(&chosen(SEEN, "ferry"), Some(SEEN), "").fit, Fit::Orphan);
}

proptest! {
    #[test]
    fn places_are_in_bounds_and_found_words_are_the_words(seen in ".{0,80}", now in ".{0,80}", from in 0usize..80, length in 0usize..20, prefix in ".{0,12}") {
        let exact: String = seen.chars().skip(from).take(length).collect();
        let selector = Selector { exact: exact.clone(), prefix, suffix: String::new(), start: Some(from) };
        for seen in [None, Some(seen.as_str())] {
            let found = anchor(&selector, seen, &now);
            for place in &found.places {
                prop_assert!(place.start <= place.end && place.end <= now.chars().count());
            }
            if matches!(found.fit, Fit::Exact | Fit::Moved) {
                let there = words(&now, &found);
                prop_assert_eq!(Folded::trimmed(&there[0]), Folded::trimmed(&exact));
            }
        }
    }
}
