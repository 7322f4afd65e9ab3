//! Stories of any size, honest and hostile: each grows in one thing.

use super::Entry;
use super::page::{Page, Said};
use super::words::{name, scattered, some, word};

/// How a story grows with a number.
pub type Grown = fn(usize) -> Vec<Entry>;

/// The stories, by what there is ever more of, each with a size from which on no bound hides the growth.
pub const STORIES: [(&str, usize, Grown); 20] = [
    ("speakers of one article", 250, speakers),
    ("speakers of one title", 250, titled),
    ("speakers of one surname", 250, surnames),
    ("speakers who are not named", 250, unnamed),
    ("bodies of one word", 250, bodies),
    ("officers of bodies", 250, officers),
    ("owners of bodies", 250, owners),
    ("articles", 60, articles),
    ("claims of one speaker", 250, claims),
    ("denials", 250, denials),
    ("denials that say the same", 250, same_denials),
    ("mentions of one claim", 250, mentions),
    ("counts of one figure", 250, counts),
    ("figures of one sentence", 250, figures),
    ("statements without a source", 250, statements),
    ("outlets that are cited", 250, cited),
    ("copies of one article", 80, copies),
    ("versions of one article", 100, versions),
    ("changes between two versions", 150, changes),
    ("clauses of one sentence", 250, clauses),
];

/// Sentences of an article of the news.
const SENTENCES: usize = 12;

fn person<'a>(source: &'a str, name: &'a str) -> Said<'a> {
    Said { source, name, kind: "person", stance: "asserts", via: &[] }
}

fn body(name: &str) -> Said<'_> {
    Said { kind: "organisation", ..person(name, name) }
}

/// What is said in a sentence: words that few other sentences have, those that are told shortly before or after, and words
/// that too many have to tell anything.
fn content(number: usize) -> String {
    format!("the {} was {} in {}", near(number, 3), some(number + 7, 2, 3), name(number % 2))
}

/// Words that only what is told near has.
fn near(number: usize, count: usize) -> String {
    let words = (0..count).map(|at| word(1_000 + number / 40 * 50 + scattered(number * 31 + at) % 50));
    words.collect::<Vec<_>>().join(" ")
}

/// One article by a function that writes each of its sentences.
fn written(count: usize, mut sentence: impl FnMut(&mut Page, usize)) -> Vec<Entry> {
    let mut page = Page::new("d0");
    (0..count).for_each(|number| sentence(&mut page, number));
    vec![page.entry(0, 0)]
}

/// Twenty articles that take turns.
fn spread(count: usize, mut sentence: impl FnMut(&mut Page, usize)) -> Vec<Entry> {
    let mut pages: Vec<Page> = (0..20).map(|number| Page::new(format!("d{number}"))).collect();
    (0..count).for_each(|number| sentence(&mut pages[number % 20], number));
    for page in &mut pages {
        page.counts();
    }
    pages.into_iter().enumerate().map(|(number, page)| page.entry(number, number)).collect()
}

fn speakers(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let who = format!("{} {}", name(number % 997), name(number * 3 + 1));
        page.says(person(&who, &who), &content(number));
    })
}

fn titled(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let who = format!("{} {}", name(number), name(number * 5 + 2));
        let source = format!("Deputy Foreign Minister {who}");
        page.says(person(&source, &source), &content(number));
    })
}

fn surnames(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let who = if number % 3 == 0 { "Tarrant".to_owned() } else { format!("{} Tarrant", name(number)) };
        let who = if number % 2 == 0 { who } else { format!("{} {who}", name(number / 2)) };
        page.says(person(&who, &who), &content(number));
    })
}

fn unnamed(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let who = format!("{} official", word(number));
        let source = if number % 4 == 0 { "the official".to_owned() } else { format!("a {who}") };
        let who = if number % 4 == 0 { "official" } else { &who };
        page.says(Said { kind: "unnamed", ..person(&source, who) }, &content(number));
    })
}

fn bodies(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let who = match number % 3 {
            0 => format!("Ministry of {}", name(number)),
            1 => format!("{} Ministry", name(number)),
            _ => format!("Ministry of {} {}", name(number), name(number / 2)),
        };
        page.says(body(&who), &content(number));
    })
}

fn officers(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let who = format!("{} {}", name(number * 3), name(number * 5 + 1));
        let source = format!("{who}, director of the {} {} Union", name(number % 70), name(number % 90));
        page.says(person(&source, &who), &content(number));
        page.says(body(&format!("{} {} Union", name(number % 70), name(number % 90))), &content(number + count));
    })
}

fn owners(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        page.states(&format!("{}'s Ministry of {} was {} by it", name(number), name(number * 3), word(number)));
        page.says(body(&format!("Ministry of {}", name(number * 3))), &content(number));
    })
}

/// An article of an event that many outlets cover: some speakers, some of the claims that others have at the time, some of
/// its own.
fn article(number: usize) -> Page {
    let mut page = Page::new(format!("d{number}"));
    for place in 0..SENTENCES {
        let seed = scattered(number * SENTENCES + place);
        let claim = number / 10 * 30 + seed % 60;
        let who = format!("{} {}", name(claim % 89), name(claim % 60 + 300));
        let body_name = format!("{} {} Agency", name(claim % 31), name(claim % 17 + 700));
        let own = near(seed % 40 + number * 40, 3);
        let held = format!("{} {} people and {own}", content(claim), 20 + claim % 9);
        let said = if claim.is_multiple_of(3) { body(&body_name) } else { person(&who, &who) };
        let stance = if claim.is_multiple_of(17) { "denies" } else { "asserts" };
        match place % 6 {
            0 => page.states(&held),
            _ => page.says(Said { stance, ..said }, &held),
        };
    }
    page.counts();
    page
}

pub fn articles(count: usize) -> Vec<Entry> {
    (0..count).map(|number| article(number).entry(number * 7, number % 120)).collect()
}

fn claims(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        page.says(person("Liv Tarrant", "Liv Tarrant"), &content(number));
    })
}

fn denials(count: usize) -> Vec<Entry> {
    written(count, |page, number| {
        let stance = if number % 2 == 0 { "asserts" } else { "denies" };
        let held = if number % 2 == 0 { content(number) } else { format!("the claims of {}", near(number, 3)) };
        page.says(Said { stance, ..person("Liv Tarrant", "Liv Tarrant") }, &held);
    })
}

/// Blocks in which every denial says what the others of it say, under the bound of what is too common to compare.
fn same_denials(count: usize) -> Vec<Entry> {
    spread(count, |page, number| {
        let who = format!("{} {}", name(number), name(number * 3 + 1));
        let stance = if number % 2 == 0 { "asserts" } else { "denies" };
        page.says(Said { stance, ..person(&who, &who) }, &content(number / 60 * 60));
    })
}

/// Each mention shares words with its neighbours, so that none is in too many of them.
fn mentions(count: usize) -> Vec<Entry> {
    spread(count, |page, number| {
        let held: Vec<String> = (0..10).map(|place| word(number / 4 + place)).collect();
        page.says(person("Liv Tarrant", "Liv Tarrant"), &format!("it was {}", held.join(" ")));
    })
}

fn counts(count: usize) -> Vec<Entry> {
    spread(count, |page, number| {
        let who = format!("{} {}", name(number), name(number * 3 + 1));
        let held = format!("{} people were dead in {}", 20 + number, near(number / 9 * 9, 3));
        page.says(person(&who, &who), &held);
    })
}

fn figures(count: usize) -> Vec<Entry> {
    let mut pages = [Page::new("d0"), Page::new("d1")];
    for (number, page) in pages.iter_mut().enumerate() {
        let figure = |at: usize| format!("{} {}", 20 + number * count + at, word(at));
        let listed: Vec<String> = (0..count / 2).map(figure).collect();
        page.says(person("Liv Tarrant", "Liv Tarrant"), &format!("the ship held {}", listed.join(" and ")));
        page.counts();
    }
    pages.into_iter().enumerate().map(|(number, page)| page.entry(number, number)).collect()
}

fn statements(count: usize) -> Vec<Entry> {
    let mut entries = written(count, |page, number| {
        match number % 2 {
            0 => page.states(&content(number)),
            _ => page.says(person("Liv Tarrant", "Liv Tarrant"), &content(number)),
        };
    });
    let mut other = Page::new("d1");
    (0..count).filter(|number| number % 2 == 1).for_each(|number| {
        other.states(&content(number));
    });
    entries.push(other.entry(60, 1));
    entries
}

fn cited(count: usize) -> Vec<Entry> {
    let mut entries = written(count, |page, number| {
        let via = [format!("Daily {} Gazette", name(number))];
        page.says(Said { via: &via, ..person("Liv Tarrant", "Liv Tarrant") }, &content(number));
        page.states(&format!("The Daily {} Gazette has it that {}", name(number), content(number)));
    });
    entries.extend((0..count / 20).map(|number| {
        let mut page = Page::new(format!("d{}", number + 1));
        page.says(person("Liv Tarrant", "Liv Tarrant"), &content(number));
        page.entry(number + 1, number)
    }));
    entries
}

pub fn copies(count: usize) -> Vec<Entry> {
    let copy = |number: usize| {
        let mut page = Page::new(format!("d{number}"));
        for place in 0..SENTENCES {
            let who = format!("{} {}", name(place), name(place * 3 + 1));
            let own = number / 12 * 100 + place;
            page.says(person(&who, &who), &format!("{} {}", content(own), near(own, 8)));
        }
        page.entry(number, number)
    };
    (0..count).map(copy).collect()
}

pub fn versions(count: usize) -> Vec<Entry> {
    let version = |number: usize| {
        let mut page = Page::new(format!("d{number}"));
        for place in 0..SENTENCES {
            let who = format!("{} {}", name(place), name(place * 3 + 1));
            let changed = if place == number % SENTENCES { number } else { place };
            page.says(person(&who, &who), &content(changed));
        }
        let before = number.checked_sub(1).map(|before| format!("d{before}"));
        page.version(number, 0, before.as_deref())
    };
    (0..count).map(version).collect()
}

fn changes(count: usize) -> Vec<Entry> {
    let version = |number: usize| {
        let mut page = Page::new(format!("d{number}"));
        for place in 0..count {
            let who = format!("{} {}", name(place), name(place * 3 + 1 + number));
            page.says(person(&who, &who), &format!("{} {}", content(place), near(place + number, 2)));
        }
        page.version(number, 0, (number > 0).then_some("d0"))
    };
    (0..2).map(version).collect()
}

fn clauses(count: usize) -> Vec<Entry> {
    let held: Vec<String> = (0..count).map(|number| near(number, 4)).collect();
    written(1, |page, _| {
        page.says(person("Liv Tarrant", "Liv Tarrant"), &held.join(" and that "));
        page.states(&held.join(", and "));
    })
}
