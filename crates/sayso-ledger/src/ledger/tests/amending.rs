//! Claims that are added, and mentions that are mended.

use sayso_read::record::Offsets;
use sayso_read::{Certainty, SpeakerKind, Stance};
use serde_json::json;

use super::*;
use crate::decision::{Amendment, FigureRef, Figures, Marked, Reread, Speaker, Verdict};
use crate::ledger::DecideError;
use crate::record::MentionRecord;
use crate::store::Decision;

const BY: &str = "A. Editor";

/// What Long Watch counts itself, in both versions of its article.
const SIXTY_FOUR: &str = "we count 64 men in the frame";

/// What the bureau says in d001.
const UNIFORMS: &str = "The soldiers had been issued with Karethi uniforms";

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn speaker(name: &str) -> Speaker {
    Speaker { name: name.to_owned(), kind: None }
}

/// The place of some words in one of the articles.
fn place(article: &str, words: &str) -> Offsets {
    let entry = entries().into_iter().find(|entry| entry.record.id.to_string() == article).unwrap();
    let before = entry.record.text.split(words).next().unwrap().chars().count();
    (before, before + words.chars().count())
}

fn marked(article: &str) -> Marked {
    Marked { speakers: vec![speaker("Long Watch")], ..Marked::at(article, place(article, SIXTY_FOUR)) }
}

impl Temporary {
    fn decide(&mut self, choice: &Choice, at: i64) -> String {
        let decision = self.ledger.decide(choice, BY, second(at)).unwrap();
        self.ledger.refresh(|_| ()).unwrap();
        decision
    }

    fn mend(&mut self, mention: &str, amendment: Amendment, at: i64) -> String {
        self.decide(&Choice::Mend { mention: mention.to_owned(), amendment }, at)
    }

    fn refusal(&mut self, choice: &Choice) -> String {
        self.ledger.decide(choice, BY, second(9)).unwrap_err().to_string()
    }

    fn claim_of(&self, mention: &str) -> crate::record::Claim {
        self.ledger.view().claim(mention).unwrap().unwrap_or_else(|| panic!("no claim has {mention}")).1
    }

    fn mention(&self, id: &str) -> MentionRecord {
        self.ledger.view().mention(id).unwrap().unwrap()
    }

    /// The id of the mention of an article that begins with some words.
    fn mention_at(&self, article: &str, words: &str) -> String {
        let start = place(article, words).0;
        let stories = self.ledger.view().stories().unwrap();
        let mut mentions = stories.iter().flat_map(|story| &story.claims).flat_map(|claim| &claim.mentions);
        mentions.find(|m| m.article.to_string() == article && m.start == start).unwrap().id.clone()
    }

    fn without_decisions(&self) -> Value {
        let mut export = self.export();
        export["decisions"] = json!([]);
        export
    }
}

/// Whether a reason of a claim is worded so.
fn is_told(claim: &crate::record::Claim, told: &str) -> bool {
    claim.because.iter().any(|reason| reason.to_string() == told)
}

#[test]
fn a_claim_that_was_missed_is_clustered_and_counted_and_told_who_added_it() {
    let mut ledger = together();
    assert!(ledger.claims("d014", SIXTY_FOUR).is_empty());
    let first = ledger.decide(&Choice::Add(marked("d014")), 1);
    let second = ledger.decide(&Choice::Add(marked("d026")), 2);
    let mention = ledger.added_by(&first);
    let claim = ledger.claim_of(&mention);
    let ids: Vec<&str> = claim.mentions.iter().map(|mention| mention.id.as_str()).collect();
    assert_eq!(ids, [mention.as_str(), &ledger.added_by(&second)]);
    assert_eq!((claim.gist.as_str(), &claim.speakers[..]), (SIXTY_FOUR, &["Long Watch".to_owned()][..]));
    assert!(is_told(&claim, "A. Editor added what d014 says."), "{:?}", claim.because);
    let figures = ledger.export()["figures"].to_string();
    assert!(figures.contains(&format!("\"claim\":\"{mention}\"")), "{figures}");
    let decision = ledger.export()["decisions"][0].clone();
    assert_eq!((&decision["what"], &decision["on"]), (&json!("add"), &json!([mention, "d014"])));
}

#[test]
fn an_edit_touches_what_was_added_in_its_words() {
    let mut ledger = together();
    let at = place("d014", "spent the evening on it");
    let added = ledger.decide(&Choice::Add(Marked::at("d014", at)), 1);
    let mention = ledger.added_by(&added);
    let export = ledger.export();
    let mut edits = export["edits"].as_array().unwrap().iter();
    assert!(edits.any(|edit| edit["claims"].as_array().unwrap().contains(&json!(mention))), "{}", export["edits"]);
}

#[test]
fn a_claim_without_a_speaker_is_the_articles_own() {
    let mut ledger = together();
    let own = Marked::at("d014", place("d014", SIXTY_FOUR));
    let added = ledger.decide(&Choice::Add(own), 1);
    let mention = ledger.added_by(&added);
    let claim = ledger.claim_of(&mention);
    assert!(claim.speakers.is_empty());
    assert_eq!(claim.first_hand, 1, "the first that has it");
}

#[test]
fn an_added_mention_is_split_rejected_and_given_to_others_like_any() {
    let mut ledger = together();
    let [first, second] = ["d014", "d026"].map(|article| ledger.decide(&Choice::Add(marked(article)), 1));
    let [first, second] = [first, second].map(|decision| ledger.added_by(&decision));
    ledger.decide(&Choice::Split(vec![second.clone()]), 2);
    assert_eq!(ledger.claim_of(&first).mentions.len(), 1);
    ledger.decide(&Choice::Reassign { mention: second.clone(), claim: first.clone() }, 3);
    assert_eq!(ledger.claim_of(&first).mentions.len(), 2);
    ledger.mend(&second, Amendment { stance: Some(Stance::Doubts), ..Amendment::default() }, 4);
    assert_eq!(ledger.mention(&second).stance, Stance::Doubts);
    ledger.decide(&Choice::Reject(first.clone()), 5);
    assert!(ledger.ledger.view().claim(&second).unwrap().is_none());
}

#[test]
fn what_is_mended_keeps_its_id_and_the_later_holds_for_each_thing_it_gives() {
    let mut ledger = together();
    let before = ledger.without_decisions();
    let mention = ledger.mention_at("d001", UNIFORMS);
    let given = Amendment {
        speakers: Some(vec![Speaker { name: "Anton Reyle".to_owned(), kind: Some(SpeakerKind::Person) }]),
        stance: Some(Stance::Denies),
        source: Some(place("d001", "the bureau said in a statement")),
        ..Amendment::default()
    };
    let one = ledger.mend(&mention, given, 1);
    let words = place("d001", "issued with Karethi uniforms");
    let given = Amendment {
        stance: Some(Stance::Doubts),
        certainty: Some(Certainty::Possible),
        words: Some(words),
        ..Amendment::default()
    };
    let two = ledger.mend(&mention, given, 2);
    let mended = ledger.mention(&mention);
    assert_eq!((mended.start, mended.end), words);
    assert_eq!((mended.speakers[0].name.as_str(), mended.stance), ("Anton Reyle", Stance::Doubts));
    let claim = ledger.claim_of(&mention);
    assert_eq!(claim.gist, "issued with Karethi uniforms");
    for told in ["A. Editor set the speaker of d001 to Anton Reyle.", "A. Editor set the stance of d001 to doubts."] {
        assert!(is_told(&claim, told), "{:?}", claim.because);
    }
    ledger.decide(&Choice::Undo(two), 3);
    assert_eq!(ledger.mention(&mention).stance, Stance::Denies);
    let undo = ledger.decide(&Choice::Undo(one), 4);
    assert_eq!(ledger.without_decisions().to_string(), before.to_string());
    ledger.decide(&Choice::Undo(undo), 5);
    assert_eq!(ledger.mention(&mention).stance, Stance::Denies, "an undoing is undone");
}

#[test]
fn figures_are_read_again_and_taken_out() {
    let mut ledger = together();
    let mention = ledger.mention_at("d001", "about 1,500 Mirzali soldiers");
    let [figure] = &ledger.mention(&mention).figures[..] else { panic!("one figure") };
    let reread = Reread {
        figure: figure.figure,
        value: None,
        low: None,
        high: Some(1600.into()),
        approximate: false,
        unit: None,
        counted: Some("men".to_owned()),
    };
    let amendment = Amendment { figures: Some(Figures::Reread(vec![reread.clone()])), ..Amendment::default() };
    ledger.mend(&mention, amendment, 1);
    let points = ledger.export()["figures"].to_string();
    assert!(points.contains("\"high\":1600"), "{points}");
    let claim = ledger.claim_of(&mention);
    assert!(is_told(&claim, "A. Editor set the figures of d001 to up to 1600 men."));
    ledger.mend(&mention, Amendment { figures: Some(Figures::Nothing), ..Amendment::default() }, 2);
    assert!(ledger.mention(&mention).figures.is_empty());
    let amendment = Figures::Reread(vec![Reread { figure: FigureRef::Read(5), ..reread }]);
    let choice = Choice::Mend { mention, amendment: Amendment { figures: Some(amendment), ..Amendment::default() } };
    assert!(matches!(
        ledger.ledger.decide(&choice, BY, AT),
        Err(DecideError::NoFigure { figure: FigureRef::Read(5), .. })
    ));
}

#[test]
fn a_figure_that_was_missed_is_one_from_then_on() {
    let mut ledger = together();
    let before = ledger.export();
    let mention = ledger.mention_at("d001", "about 1,500 Mirzali soldiers");
    let [read] = &ledger.mention(&mention).figures[..] else { panic!("one figure") };
    let FigureRef::Read(_) = read.figure else { panic!("it was read") };
    let at = place("d001", "by sea");
    let figures = |reread: Reread| Amendment { figures: Some(Figures::Reread(vec![reread])), ..Amendment::default() };
    let three = Reread { value: Some(3.into()), counted: Some("ships".to_owned()), ..Reread::missed(at) };
    let added = ledger.mend(&mention, figures(three.clone()), 1);
    let stated = ledger.mention(&mention).figures;
    assert_eq!(stated.iter().map(|one| one.figure).collect::<Vec<_>>(), [read.figure, FigureRef::Missed(at)]);
    let series = ledger.export()["figures"].to_string();
    assert!(series.contains("\"unit\":\"ships\",\"value\":3"), "{series}");
    let four = Reread { value: Some(4.into()), ..three.clone() };
    let again = ledger.mend(&mention, figures(four), 2);
    assert_eq!(ledger.mention(&mention).figures[1].is.value, Some(4.into()), "it is set right in its place");
    ledger.decide(&Choice::Undo(again), 3);
    assert_eq!(ledger.mention(&mention).figures[1].is.value, Some(3.into()));
    ledger.decide(&Choice::Undo(added), 4);
    assert_eq!(ledger.without_decisions()["figures"], before["figures"]);

    let mut refused =
        |reread: Reread| ledger.refusal(&Choice::Mend { mention: mention.clone(), amendment: figures(reread) });
    let outside = place("d001", "lawmakers on Tuesday");
    assert!(refused(Reread { value: Some(3.into()), ..Reread::missed(outside) }).contains("not in the words"));
    assert!(refused(Reread::missed(at)).contains("has a number"));
    let there = (read.is.start + 1, read.is.end);
    assert!(refused(Reread { value: Some(3.into()), ..Reread::missed(there) }).contains("read there already"));
    assert!(refused(Reread { value: Some(3.into()), ..Reread::missed((0, 90_000)) }).contains("no words"));
}

#[test]
fn whom_an_article_has_a_claim_from_is_set_right() {
    let mut ledger = together();
    let mention = ledger.mention_at("d001", "about 1,500 Mirzali soldiers");
    let via = Amendment { via: Some(vec!["Radio Echo".to_owned()]), ..Amendment::default() };
    ledger.mend(&mention, via, 1);
    assert_eq!(ledger.mention(&mention).via, ["Radio Echo"]);
    let told = "A. Editor set the intermediate outlets of d001 to Radio Echo.";
    assert!(is_told(&ledger.claim_of(&mention), told));
    ledger.mend(&mention, Amendment { via: Some(Vec::new()), ..Amendment::default() }, 2);
    assert!(ledger.mention(&mention).via.is_empty());
}

#[test]
fn what_an_article_states_itself_gets_a_speaker_and_stays_in_sight() {
    let mut ledger = together();
    let stories = ledger.ledger.view().stories().unwrap();
    let mentions = stories.iter().flat_map(|story| &story.claims).flat_map(|claim| &claim.mentions);
    let own: Vec<String> = mentions.filter(|m| m.attribution.is_none()).map(|m| m.id.clone()).collect();
    for mention in own {
        ledger.mend(&mention, Amendment { speakers: Some(vec![speaker("Teo Marran")]), ..Amendment::default() }, 1);
        assert_eq!(ledger.claim_of(&mention).speakers, ["Teo Marran"]);
    }
}

#[test]
fn what_cannot_be_decided_is_refused_with_what_to_do() {
    let mut ledger = together();
    let nothing = Amendment::default();
    let mend = |mention: &str, amendment: &Amendment| Choice::Mend {
        mention: mention.to_owned(),
        amendment: amendment.clone(),
    };
    let doubts = Amendment { stance: Some(Stance::Doubts), ..Amendment::default() };
    assert!(ledger.refusal(&mend("x", &doubts)).starts_with("there is no mention 'x'"));
    let mention = ledger.mention_at("d001", UNIFORMS);
    assert!(ledger.refusal(&mend(&mention, &nothing)).contains("what is to be set right"));
    let outside = Amendment { words: Some((5, 90_000)), ..Amendment::default() };
    assert!(ledger.refusal(&mend(&mention, &outside)).contains("there are no words at 5..90000"));
    let unnamed = Amendment { speakers: Some(vec![speaker(" ")]), ..Amendment::default() };
    assert!(ledger.refusal(&mend(&mention, &unnamed)).contains("a speaker has a name"));
    assert!(ledger.refusal(&Choice::Add(Marked::at("d999", (0, 4)))).starts_with("there is no article 'd999'"));
    for words in [(4, 4), (9, 3), (2_000_000, 2_000_001)] {
        assert!(ledger.refusal(&Choice::Add(Marked::at("d001", words))).contains("there are no words at"));
    }
    let known = ledger.mention(&mention);
    let again = Choice::Add(Marked::at("d001", (known.start, known.end)));
    assert!(ledger.refusal(&again).contains(&mention));
}

#[test]
fn the_decision_that_was_recorded_last_holds_though_the_clock_was_set_back() {
    let mut ledger = together();
    let mention = ledger.mention_at("d001", UNIFORMS);
    for (stance, at) in [(Stance::Denies, 1_000), (Stance::Doubts, 10)] {
        let amendment = Amendment { stance: Some(stance), ..Amendment::default() };
        ledger.decide(&Choice::Mend { mention: mention.clone(), amendment }, at);
    }
    assert_eq!(ledger.mention(&mention).stance, Stance::Doubts);
    let last = ledger.export()["decisions"][1]["id"].as_str().unwrap().to_owned();
    ledger.decide(&Choice::Undo(last), 1);
    assert_eq!(ledger.mention(&mention).stance, Stance::Denies);
}

/// Adds and mendings, each with its article; none looks at what others made of the ledger.
fn choices() -> Vec<(&'static str, Choice)> {
    let ledger = together();
    let mention = |article: &str, words: &str| ledger.mention_at(article, words);
    let mend = |mention: String, amendment: Amendment| Choice::Mend { mention, amendment };
    let uniforms = mention("d001", UNIFORMS);
    let denial = Amendment { stance: Some(Stance::Denies), ..Amendment::default() };
    let other = Amendment { speakers: Some(vec![speaker("Osip Tarvel")]), ..Amendment::default() };
    let none = Amendment { figures: Some(Figures::Nothing), ..Amendment::default() };
    vec![
        ("d014", Choice::Add(marked("d014"))),
        ("d026", Choice::Add(marked("d026"))),
        ("d001", mend(uniforms.clone(), denial)),
        ("d001", mend(uniforms, other)),
        ("d017", mend(mention("d017", "some 3,000 Mirzali soldiers"), none)),
    ]
}

/// All documents and decisions, in an order of documents: each decision is made once its article is there.
fn decided(order: &[usize], batch: usize) -> Temporary {
    let entries = entries();
    let mut ledger = Temporary::new();
    let mut left: Vec<(usize, (&str, Choice))> = choices().into_iter().enumerate().collect();
    for indexes in order.chunks(batch) {
        ledger.add(indexes.iter().map(|index| entries[*index].clone()).collect());
        let (now, later) =
            left.into_iter().partition(|(_, (article, _))| ledger.ledger.view().document(article).unwrap().is_some());
        left = later;
        let now: Vec<(usize, (&str, Choice))> = now;
        for (number, (_, choice)) in now {
            ledger.decide(&choice, number as i64);
        }
    }
    ledger
}

/// An export with its decisions in order of time: they are told in the order in which they were made.
fn in_time(mut export: Value) -> Value {
    let decisions = export["decisions"].as_array_mut().unwrap();
    decisions.sort_by_key(|decision| decision["at"].as_str().map(str::to_owned));
    export
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn the_order_of_adding_and_deciding_does_not_matter(
        order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(),
        batch in 1usize..4,
    ) {
        let expected = in_time(decided(&[0, 1, 2, 3, 4, 5, 6, 7], 8).export());
        let ledger = decided(&order, batch);
        prop_assert_eq!(in_time(ledger.export()), expected.clone());
        let Temporary { ledger, folder } = ledger;
        drop(ledger);
        let mut anew = crate::store::Writer::open(&folder.path().join("ledger"), PATIENCE).unwrap();
        let batch = anew.batch().unwrap();
        batch.forget_stories().unwrap();
        batch.commit().unwrap();
        let mut anew = Temporary { ledger: Temporary::open(&folder), folder };
        anew.ledger.refresh(|_| ()).unwrap();
        prop_assert_eq!(in_time(anew.export()), expected);
    }
}

fn recorded(number: usize, what: &str, detail: Value) -> Decision {
    let (id, at, by) = (format!("d{number:02}"), second(number as i64), BY.to_owned());
    Decision {
        id,
        at,
        by,
        what: Verdict::of(what).unwrap(),
        on: Vec::new(),
        detail: serde_json::from_value(detail).unwrap(),
        undoes: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A ledger may come from anywhere: its decisions may point anywhere.
    #[test]
    fn wherever_decisions_point_every_mention_is_within_its_text(
        places in proptest::collection::vec((0usize..3_000, 0usize..3_000), 9),
    ) {
        let documents: Vec<Document> = entries().into_iter().take(3).map(Document::new).collect();
        let mention = "c".to_owned();
        let known: Vec<String> = documents.iter().flat_map(|document| {
            crate::mention::mentions(document).into_iter().map(|mention| mention.id)
        }).chain([mention]).collect();
        let decisions: Vec<Decision> = places.chunks(3).enumerate().flat_map(|(number, at)| {
            let marked = Marked { source: Some(at[1]), cue: Some(at[2]), ..Marked::at("d001", at[0]) };
            let amendment = Amendment { words: Some(at[0]), source: Some(at[1]), ..Amendment::default() };
            let mended = &known[at[2].0 % known.len()];
            [
                recorded(2 * number, "add", json!({"these": [format!("m{number}")], "marked": marked})),
                recorded(2 * number + 1, "mend", json!({"these": [mended], "mending": amendment})),
            ]
        }).collect();
        let derived = derive_story(StoryGroup::default(), &documents, &EffectiveDecisions::of(&decisions));
        for mention in derived.claims.iter().flat_map(|claim| &claim.mentions) {
            let document = documents.iter().find(|document| *document.id() == mention.article).unwrap();
            prop_assert!(mention.start < mention.end);
            prop_assert!(document.text.span_of_code_points(mention.start, mention.end).is_some());
        }
    }
}
