//! The entries of a page that tells of something as it goes on: where each stands, when it was written and by whom.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ego_tree::NodeId;
use regex::Regex;
use scraper::{ElementRef, Html};

use crate::work;

use super::day::parse;
use super::json_ld::LiveUpdate;
use super::mark::mark;
use super::order::DayMonthOrder;
use super::survey::{LONGEST_MARKED, marks_of, text_of};
use super::{byline, words};

/// Fewer are a page's own time and somebody else's.
const FEWEST: usize = 2;

/// A page with more times is looked at no further.
const MOST_TIMES: usize = 1_000;

/// Elements of an entry among which its time and its writer are looked for.
const MOST_ELEMENTS: usize = 200;

/// Letters by which an entry is known in linked data, at most and at least.
const KNOWN_BY: usize = 40;
const LEAST_KNOWN_BY: usize = 12;

/// Letters at the head of an entry that are looked at: its time, its writer and its headline stand there.
const LOOKED_AT: usize = 400;

static LIVE: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.live));
static NAMES: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.entry_names));
static NO_NAMES: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.no_names));

/// An entry as the page marks it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LiveEntry {
    /// The element that it is.
    pub(crate) element: NodeId,
    /// When it was written, where the page tells the day with the time.
    pub(crate) published: Option<String>,
    /// Who wrote it.
    pub(crate) byline: Vec<String>,
}

/// The entries in the order of the page, with what its linked data says of them; none where the page does not say that it is
/// told as it goes on.
pub(crate) fn entries(page: &Html, updates: &[LiveUpdate]) -> Vec<LiveEntry> {
    let is_live = || {
        let mut elements = page.root_element().descendent_elements();
        elements.any(|element| is_posting(element) || LIVE.is_match(&marks_of(element)))
    };
    if updates.is_empty() && !is_live() {
        return Vec::new();
    }
    let updates: Vec<KnownUpdate<'_>> = updates.iter().filter_map(KnownUpdate::of).collect();
    let told = elements(page).into_iter().filter_map(ElementRef::wrap);
    told.map(|element| entry(element, &updates)).collect()
}

fn is_posting(element: ElementRef<'_>) -> bool {
    element.value().attr("itemtype").is_some_and(|kind| kind.ends_with("LiveBlogPosting"))
}

fn is_time(element: &ElementRef<'_>) -> bool {
    element.value().name() == "time" || element.value().attr("itemprop") == Some("datePublished")
}

/// The most elements that stand beside one another with a time in each.
fn elements(page: &Html) -> Vec<ego_tree::NodeRef<'_, scraper::Node>> {
    // By the element that holds them: how deep it is, its place among all, and what stands in it.
    let mut beside: HashMap<NodeId, (usize, usize, Vec<NodeId>)> = HashMap::new();
    let mut seen = HashSet::new();
    for time in page.root_element().descendent_elements().filter(is_time).take(MOST_TIMES) {
        let chain: Vec<_> = work::each(time.ancestors()).map(|above| above.id()).collect();
        for (at, above) in chain.iter().enumerate().take(chain.len().saturating_sub(1)) {
            if seen.insert(*above) {
                let order = beside.len();
                let entry = beside.entry(chain[at + 1]).or_insert((chain.len() - at, order, Vec::new()));
                entry.2.push(*above);
            }
        }
    }
    let most = beside.into_values().max_by_key(|(depth, order, entries)| (entries.len(), *depth, Reverse(*order)));
    let entries = most.map(|(.., entries)| entries).filter(|entries| entries.len() >= FEWEST).unwrap_or_default();
    entries.into_iter().filter_map(|id| page.tree.get(id)).collect()
}

/// What linked data says of an entry, and the letters by which it is known.
struct KnownUpdate<'u> {
    letters: String,
    update: &'u LiveUpdate,
}

impl<'u> KnownUpdate<'u> {
    /// None where the letters are too few to tell one entry from another.
    fn of(update: &'u LiveUpdate) -> Option<Self> {
        let opening: String = update.known_by.chars().take(LOOKED_AT).collect();
        let letters: String = words(&opening).concat().chars().take(KNOWN_BY).collect();
        (letters.chars().count() >= LEAST_KNOWN_BY).then_some(Self { letters, update })
    }
}

fn entry(element: ElementRef<'_>, updates: &[KnownUpdate<'_>]) -> LiveEntry {
    let inside = || element.descendent_elements().take(MOST_ELEMENTS);
    let read = |text: &str| parse(text, DayMonthOrder::default());
    let shown = inside().filter(is_time).find_map(|time| {
        // no words of a language: attributes of HTML
        let stated = ["datetime", "content"].into_iter().find_map(|name| time.value().attr(name).and_then(read));
        stated.or_else(|| text_of(time, LONGEST_MARKED).as_deref().and_then(read))
    });
    let is_writer = |element: &ElementRef<'_>| {
        let marks = marks_of(*element);
        NAMES.is_match(&marks) && !NO_NAMES.is_match(&marks)
    };
    let mut writers = inside().filter(is_writer).filter_map(|it| text_of(it, LONGEST_MARKED));
    let writer = writers.find_map(|text| Some(byline::names(&text)).filter(|names| !names.is_empty()));
    let stated = update_of(element, updates);
    LiveEntry {
        element: element.id(),
        published: shown.or_else(|| stated.and_then(|update| update.published.as_deref().and_then(read))),
        byline: writer.or_else(|| stated.map(|update| update.authors.clone())).unwrap_or_default(),
    }
}

/// What linked data says of an entry, told by its headline or by its first words.
fn update_of<'u>(element: ElementRef<'_>, updates: &[KnownUpdate<'u>]) -> Option<&'u LiveUpdate> {
    let opening: String = work::each(element.text()).take(MOST_ELEMENTS).flat_map(str::chars).take(LOOKED_AT).collect();
    let text = words(&opening).concat();
    let known = work::each(updates).find(|known| text.contains(&known.letters));
    known.map(|known| known.update)
}
