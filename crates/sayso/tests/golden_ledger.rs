//! The cases in `golden/ledger/`: articles of several outlets, read with the weights that ship, and what the ledger makes
//! of them.

use std::fmt::Write as _;
use std::time::Duration;

use jiff::Timestamp;
use sayso::entry::read_entry;
use sayso::ledger::decision::{Amendment, Figures, Marked, Reread, Speaker};
use sayso::ledger::ledger::Choice;
use sayso::ledger::record::{Claim, ClaimMention, LinkKind, MentionRecord, Point, StoryRecord, Why};
use sayso::ledger::{Entry, Ledger, View};
use sayso::{Body, Encoder, Known, Stance, Text};
use sayso_golden::{block, with_block};
use serde_json::json;

#[test]
fn stories_are_told_as_agreed() {
    let model = Encoder::bundled();
    sayso_golden::hold("ledger", |case| {
        let articles = block(case, "articles").expect("a case has a block `articles`");
        let entries: Vec<Entry> = articles.split("## ").skip(1).map(|article| read(article, &model)).collect();
        let decisions = block(case, "decide").unwrap_or_default();
        let told: Vec<String> = stories(entries, decisions).iter().map(told).collect();
        with_block(case, "expect", &told.join("\n"))
    });
}

/// '## a1 | The Post | 2026-03-02T08:00:00Z | post.example/harbour | Harbour closed', then the text.
fn read(article: &str, model: &Encoder) -> Entry {
    let (head, text) = article.split_once('\n').expect("a head and a text");
    let [id, outlet, published, url, title] = head.split(" | ").collect::<Vec<_>>()[..] else {
        panic!("a head is 'id | outlet | published | url | title': {head}");
    };
    let url = format!("https://{url}");
    let line =
        json!({"id": id, "outlet": outlet, "published": published, "url": url, "title": title, "text": text.trim()});
    read_entry(line.to_string().as_bytes(), 1, &Known::default(), model)
        .unwrap_or_else(|error| panic!("{}", error.reason()))
}

/// The stories of some articles, and of what is decided about them, a decision a line.
fn stories(entries: Vec<Entry>, decisions: &str) -> Vec<StoryRecord> {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger"), Duration::from_secs(1)).unwrap();
    ledger.add(entries, Timestamp::UNIX_EPOCH).unwrap();
    ledger.refresh(|_| ()).unwrap();
    for (number, decision) in decisions.lines().enumerate() {
        let choice = choice(&ledger.view(), decision);
        let at = Timestamp::from_second(number.try_into().unwrap()).unwrap();
        ledger.decide(&choice, "An editor", at).unwrap_or_else(|error| panic!("{decision}: {error}"));
        ledger.refresh(|_| ()).unwrap();
    }
    ledger.view().stories().unwrap()
}

/// 'add a1 | some 40 men | speaker: Dockers' Union', 'mend a1 | WORDS OF THE MENTION | stance: denies'.
fn choice(view: &View<'_>, decision: &str) -> Choice {
    let parts: Vec<&str> = decision.split(" | ").collect();
    let [head, words, given @ ..] = &parts[..] else { panic!("a decision is 'add ARTICLE | words | …': {decision}") };
    let (what, article) = head.split_once(' ').expect("what is decided, and the article");
    let text = Text::<Body>::new(view.document(article).unwrap().expect("an article of the case").record.text);
    let place = |words: &str| text.code_points(text.find(words).unwrap_or_else(|| panic!("no '{words}' in {article}")));
    let given = |name: &'static str| given.iter().filter_map(move |one| one.strip_prefix(name)?.strip_prefix(": "));
    let speakers: Vec<Speaker> = given("speaker").map(|name| Speaker { name: name.to_owned(), kind: None }).collect();
    let stance = given("stance").next().map(|name| Stance::named(name).expect("a stance"));
    let (start, end) = place(words);
    match what {
        "add" => Choice::Add(Marked {
            cue: given("cue").next().map(place),
            speakers,
            stance: stance.unwrap_or(Stance::Asserts),
            ..Marked::at(article, (start, end))
        }),
        "mend" => {
            let stories = view.stories().unwrap();
            let mut mentions = stories.iter().flat_map(|story| &story.claims).flat_map(|claim| &claim.mentions);
            let has = |mention: &&ClaimMention| {
                mention.article.to_string() == article && mention.start <= start && end <= mention.end
            };
            let id = mentions.find(has).unwrap_or_else(|| panic!("no claim has '{words}' in {article}")).id.clone();
            let value = given("value").next().map(|value| value.parse().expect("a number"));
            let figures = value.map(|value| reread(&view.mention(&id).unwrap().expect("a mention"), value));
            let speakers = Some(speakers).filter(|speakers| !speakers.is_empty());
            let words = given("words").next().map(place);
            Choice::Mend {
                mention: id,
                amendment: Amendment { words, speakers, stance, figures, ..Amendment::default() },
            }
        }
        other => panic!("'{other}' is nothing that a case can decide"),
    }
}

/// The first figure of a mention, with another value.
fn reread(mention: &MentionRecord, value: serde_json::Number) -> Figures {
    let read = &mention.figures[0];
    Figures::Reread(vec![Reread {
        figure: read.figure,
        value: Some(value),
        low: None,
        high: None,
        approximate: read.is.approximate,
        unit: read.is.unit.clone(),
        counted: read.is.counted.clone(),
    }])
}

fn told(story: &StoryRecord) -> String {
    let articles: Vec<String> = story.articles.iter().map(|article| article.id.to_string()).collect();
    let mut told = format!("story: {} ({})\n", story.name, articles.join(", "));
    for copy in &story.copies {
        let kind = serde_json::to_value(copy.kind).unwrap();
        writeln!(told, "  {} is a copy of {}, {}", copy.article, copy.of, kind.as_str().unwrap()).unwrap();
    }
    for (index, claim) in story.claims.iter().enumerate() {
        told += &of_claim(index + 1, claim);
    }
    let place = |id: &str| story.claims.iter().position(|claim| claim.id == id).unwrap() + 1;
    for link in &story.links {
        let does = match link.kind {
            LinkKind::Denies => "denies",
            LinkKind::Supports => "supports",
            LinkKind::Updates => "updates",
            LinkKind::Rivals => "rivals",
            LinkKind::Reverses => "reverses",
            LinkKind::Corrects => "corrects",
        };
        writeln!(told, "  {} {does} {}", place(&link.a), place(&link.b)).unwrap();
    }
    for series in story.figures.iter().filter(|series| series.series.len() > 1) {
        let points: Vec<String> = series.series.iter().map(worth).collect();
        writeln!(told, "  figure: {}: {}", series.what, points.join(" -> ")).unwrap();
    }
    for edit in &story.edits {
        let said = |words: &Option<String>| words.clone().unwrap_or_else(|| "–".to_owned());
        let how = if edit.silent { "silently" } else { "with a note" };
        let change = serde_json::to_value(edit.change).unwrap();
        let change = change.as_str().unwrap();
        writeln!(
            told,
            "  {} to {}, {change}, {how}: {} -> {}",
            edit.from,
            edit.to,
            said(&edit.before),
            said(&edit.after)
        )
        .unwrap();
    }
    told
}

fn of_claim(number: usize, claim: &Claim) -> String {
    let who = if claim.speakers.is_empty() { "nobody named".to_owned() } else { claim.speakers.join(" and ") };
    let articles: Vec<String> = claim.mentions.iter().map(|mention| mention.article.to_string()).collect();
    let named = claim.origin.named.as_deref().map(|named| format!(", by way of {named}")).unwrap_or_default();
    let decided: Vec<String> = claim
        .because
        .iter()
        .filter(|reason| matches!(reason.why, Why::Decided { .. }))
        .map(|reason| format!("     ({reason})\n"))
        .collect();
    format!(
        "  {number}. {}\n     {who} {}; in {}; first-hand {}, sources {}{named}\n{}",
        claim.gist.replace('\n', " "),
        claim.stance.name(),
        articles.join(", "),
        claim.first_hand,
        claim.sources,
        decided.concat()
    )
}

fn worth(point: &Point) -> String {
    let number = point.value.as_ref().or(point.high.as_ref()).or(point.low.as_ref());
    number.map_or_else(|| "?".to_owned(), ToString::to_string)
}
