//! One name for an outlet that its pages and its feeds call by several: 'The Harrow Courier - World' is a feed's title.
//!
//! Names are one outlet's where two documents under one address have them, or where they stand at one site and are alike.
//! Other names at one site stay apart: a site may show what several agencies write.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::Document;
use crate::version::{Address, address, site};
use crate::words::{folded, words};

/// Names of one site that are compared with one another.
const MOST_NAMES: usize = 32;

/// Letters of the label by which a site's own names are told: 'harrowcourier' of 'harrowcourier.example'.
const LEAST_LABEL: usize = 4;

/// The documents of a story, each under the name that its outlet has among them.
pub(crate) fn under_one_name(documents: &[Document]) -> Vec<Document> {
    let names = SiteNames::of(documents);
    let called = |(document, place): (&Document, &Option<usize>)| match place.and_then(|place| names.called.get(&place))
    {
        Some(name) if document.outlet() != Some(name) => document.of_outlet(name),
        _ => document.clone(),
    };
    documents.iter().zip(&names.places).map(called).collect()
}

/// The names at the sites of a story's documents.
#[derive(Default)]
struct SiteNames {
    /// The place of each document's name among those of all sites; none where it has no name or no site.
    places: Vec<Option<usize>>,
    /// What a place is called that is called otherwise than it calls itself, too.
    called: HashMap<usize, Arc<str>>,
}

/// A name at a site.
struct NameAt<'d> {
    site: String,
    name: &'d str,
    documents: usize,
    /// The place of the name that it is one outlet's with; its own at first.
    same: usize,
}

impl SiteNames {
    fn of(documents: &[Document]) -> Self {
        let mut in_time: Vec<usize> = (0..documents.len()).collect();
        in_time.sort_by(|a, b| documents[*a].in_time(&documents[*b]));
        let mut names: Vec<NameAt<'_>> = Vec::new();
        let mut known: HashMap<(String, &str), usize> = HashMap::new();
        let mut by_address: HashMap<Address, usize> = HashMap::new();
        let mut places = vec![None; documents.len()];
        for index in in_time {
            let document = &documents[index];
            let (Some(name), Some(url)) = (document.entry.outlet(), document.url()) else { continue };
            let Some(site) = site(url) else { continue };
            let place = *known.entry((site.clone(), name)).or_insert_with(|| {
                names.push(NameAt { site, name, documents: 0, same: names.len() });
                names.len() - 1
            });
            names[place].documents += 1;
            places[index] = Some(place);
            if let Some(address) = address(url) {
                let first = *by_address.entry(address).or_insert(place);
                join(&mut names, first, place);
            }
        }
        join_alike(&mut names);
        Self { places, called: called(&mut names) }
    }
}

fn first(names: &mut [NameAt<'_>], mut place: usize) -> usize {
    while names[place].same != place {
        names[place].same = names[names[place].same].same;
        place = names[place].same;
    }
    place
}

fn join(names: &mut [NameAt<'_>], one: usize, other: usize) {
    let (one, other) = (first(names, one), first(names, other));
    names[one.max(other)].same = one.min(other);
}

/// Joins the names of one site of which one is within the other, or that both have the site's label in them.
fn join_alike(names: &mut [NameAt<'_>]) {
    let mut sites: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, name) in names.iter().enumerate() {
        sites.entry(name.site.clone()).or_default().push(place);
    }
    for (site, places) in sites.iter().filter(|(_, places)| places.len() > 1) {
        let keys: Vec<Vec<String>> = places.iter().map(|place| key(names[*place].name)).collect();
        let own: Vec<usize> = (0..places.len()).filter(|index| has_label(site, &keys[*index])).collect();
        own.windows(2).for_each(|pair| join(names, places[pair[0]], places[pair[1]]));
        let compared = keys.len().min(MOST_NAMES);
        for (one, other) in (0..compared).flat_map(|one| (one + 1..compared).map(move |other| (one, other))) {
            if is_within(&keys[one], &keys[other]) || is_within(&keys[other], &keys[one]) {
                join(names, places[one], places[other]);
            }
        }
    }
}

/// What each name is called that is one outlet's with others: as the one that stands within most of them; else as most
/// documents have it, and the earliest of several.
fn called(names: &mut [NameAt<'_>]) -> HashMap<usize, Arc<str>> {
    let mut outlets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..names.len() {
        outlets.entry(first(names, place)).or_default().push(place);
    }
    let mut called = HashMap::new();
    for places in outlets.into_values().filter(|places| places.len() > 1) {
        let keys: Vec<Vec<String>> = places.iter().take(MOST_NAMES).map(|place| key(names[*place].name)).collect();
        let within = |index: usize| {
            let own = keys.get(index)?;
            Some(keys.iter().filter(|other| own != *other && is_within(own, other)).count())
        };
        let rank = |index: &usize| (within(*index), names[places[*index]].documents, usize::MAX - index);
        let Some(best) = (0..places.len()).max_by_key(rank) else { continue };
        let name: Arc<str> = names[places[best]].name.into();
        called.extend(places.iter().map(|place| (*place, Arc::clone(&name))));
    }
    called
}

/// A name as it is compared: words without their articles.
fn key(name: &str) -> Vec<String> {
    let mut words = words(name);
    words.retain(|word| !matches!(word.as_str(), "the" | "a" | "an"));
    words
}

/// Whether a name's words stand within another's, one behind the other.
fn is_within(name: &[String], other: &[String]) -> bool {
    !name.is_empty() && other.windows(name.len()).any(|words| words == name)
}

/// Whether a name has the label of its site in it, written as one word or in several.
fn has_label(site: &str, key: &[String]) -> bool {
    let labels: BTreeSet<&str> = site.split(['.', ':']).filter(|label| label.len() >= LEAST_LABEL).collect();
    let joined = folded(&key.concat());
    labels.iter().any(|label| joined.contains(label.replace('-', "").as_str()) && !is_common(label))
}

/// The end of a host is no site's label.
fn is_common(label: &str) -> bool {
    // no words of a language: ends of hosts
    matches!(label, "news" | "info" | "blog" | "press" | "media" | "online" | "example")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Entry;
    use serde_json::json;

    fn document(id: &str, outlet: &str, url: Option<&str>) -> Document {
        let article = json!({"title": null, "byline": [], "publisher": outlet, "published": null, "modified": null,
                             "language": "en", "url": url});
        let record = json!({"id": id, "text": "", "furniture": [], "attributions": [], "figures": [], "dates": [],
                            "warnings": [], "article": article});
        let entry = json!({"record": record, "outlet": null, "published": null, "version": null, "replaces": null,
                           "seen": null});
        Document::new(serde_json::from_value::<Entry>(entry).unwrap())
    }

    fn told(given: &[(&str, Option<&str>)]) -> Vec<String> {
        let ids = (0..).map(|number: usize| format!("{number:04}"));
        let documents: Vec<Document> = ids.zip(given).map(|(id, (name, url))| document(&id, name, *url)).collect();
        under_one_name(&documents).iter().map(|document| document.outlet().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_feed_s_title_and_a_page_s_name_are_one_outlet() {
        let pages = [
            ("The Gull Post | World", Some("https://gullpost.example/a/1?ref=rss")),
            ("Gull Post", Some("https://www.gullpost.example/b/2")),
            ("GullPost Sport", Some("https://gullpost.example/c/3")),
        ];
        assert_eq!(told(&pages), ["Gull Post"; 3]);
    }

    #[test]
    fn two_names_under_one_address_are_one_outlet_s() {
        let pages = [("Tern Echo", Some("https://t.example/a")), ("Sea Blog", Some("https://t.example/a?utm_id=1"))];
        assert_eq!(told(&pages), ["Tern Echo"; 2]);
    }

    #[test]
    fn other_names_and_names_elsewhere_stay() {
        let pages = [
            ("Kestrel Wire", Some("https://portal.example/a")),
            ("Marlin Wire", Some("https://portal.example/b")),
            ("Gull Post", Some("https://gull.example/b")),
            ("Gull Post - World", None),
            ("Gull Post - World", Some("https://tern.example/b")),
        ];
        assert_eq!(told(&pages), pages.map(|(name, _)| name));
    }

    #[test]
    fn thousands_of_names_at_one_site_take_little() {
        let names: Vec<String> = (0..20_000).map(|number| format!("Name {number}")).collect();
        let pages: Vec<(&str, Option<&str>)> =
            names.iter().map(|name| (name.as_str(), Some("https://a.example/b"))).collect();
        assert_eq!(told(&pages)[19_999], "Name 0");
    }
}
