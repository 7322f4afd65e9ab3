//! Which documents are versions of one article, and in what order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::Document;
use crate::document::instant;
use crate::version::{Address, address};
use crate::work;

/// The versions of one article, as indexes into the documents that were asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleVersions {
    /// Oldest first.
    pub versions: Vec<usize>,
    /// Documents that are no version of their own, each with the version that has what they have: those that repeat the
    /// one before them word for word, and what a feed gives of an article.
    pub repeats: Vec<(usize, usize)>,
}

/// Groups documents into articles: by one address, or by `replaces`. Articles stand in the order of their first
/// version in time.
///
/// Versions are in order of `version` where all have one, else as `replaces` chains them, else of `seen` where all
/// have one, else of publication, else of their last change; the order of `documents` makes no difference but to the
/// indexes.
pub fn articles(documents: &[&Document]) -> Vec<ArticleVersions> {
    let mut groups = DisjointSets::new(documents.len());
    let mut by_address: BTreeMap<Address, usize> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        if let Some(address) = document.url().and_then(address) {
            let first = *by_address.entry(address).or_insert(index);
            groups.join(first, index);
        }
    }
    let replaced = replaced(documents);
    for (index, before) in replaced.iter().enumerate() {
        before.iter().for_each(|before| groups.join(*before, index));
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..documents.len() {
        members.entry(groups.first(index)).or_default().push(index);
    }
    let mut articles: Vec<ArticleVersions> =
        members.into_values().map(|members| article(documents, &replaced, members)).collect();
    articles.sort_by(|a, b| documents[a.versions[0]].in_time(documents[b.versions[0]]));
    articles
}

/// For each document, the one that it replaces.
fn replaced(documents: &[&Document]) -> Vec<Option<usize>> {
    let ids: BTreeMap<String, usize> =
        documents.iter().enumerate().map(|(index, document)| (document.id().to_string(), index)).collect();
    let before = |document: &&Document| ids.get(&document.entry.replaces.as_ref()?.to_string()).copied();
    documents.iter().enumerate().map(|(index, document)| before(document).filter(|before| *before != index)).collect()
}

fn article(documents: &[&Document], replaced: &[Option<usize>], mut members: Vec<usize>) -> ArticleVersions {
    let entry = |index: &usize| &documents[*index].entry;
    let have_versions = members.iter().all(|member| entry(member).version.is_some());
    let have_seen = members.iter().all(|member| entry(member).seen.is_some());
    let chained = members.iter().filter(|member| replaced[**member].is_some()).count() + 1 == members.len();
    let seen = |index: &usize| entry(index).seen.as_deref().and_then(instant);
    let by = |holds: bool, order: Ordering| if holds { order } else { Ordering::Equal };
    let depths = depths(replaced, &members);
    members.sort_by(|a, b| {
        by(have_versions, entry(a).version.cmp(&entry(b).version))
            .then_with(|| by(chained, depths[a].cmp(&depths[b])))
            .then_with(|| by(have_seen, seen(a).cmp(&seen(b))))
            .then_with(|| documents[*a].published.is_none().cmp(&documents[*b].published.is_none()))
            .then_with(|| documents[*a].published.cmp(&documents[*b].published))
            .then_with(|| documents[*a].modified().cmp(&documents[*b].modified()))
            .then_with(|| documents[*a].in_time(documents[*b]))
    });
    let mut article = ArticleVersions { versions: Vec::new(), repeats: Vec::new() };
    let teasers = teasers(documents, &members);
    for member in members.into_iter().filter(|member| !teasers.contains(member)) {
        match article.versions.last() {
            Some(last) if says_the_same(documents[*last], documents[member]) => article.repeats.push((member, *last)),
            _ => article.versions.push(member),
        }
    }
    article.repeats.extend(teasers.into_iter().map(|teaser| (teaser, article.versions[0])));
    article
}

/// How many times as long as what a feed gives of an article the article is at least.
const LONGER: usize = 2;

/// What feeds give of an article that is there itself.
fn teasers(documents: &[&Document], members: &[usize]) -> BTreeSet<usize> {
    let (summaries, wholes): (Vec<usize>, Vec<usize>) =
        members.iter().partition(|member| documents[**member].entry.record.article.is_summary);
    let longest = wholes.iter().map(|whole| documents[*whole].text.len()).max().unwrap_or_default();
    summaries.into_iter().filter(|summary| documents[*summary].text.len() * LONGER <= longest).collect()
}

/// How many documents each member of an article replaces, one behind the other; a ring is cut at the size of its article.
fn depths(replaced: &[Option<usize>], members: &[usize]) -> BTreeMap<usize, usize> {
    let mut depths: BTreeMap<usize, usize> = BTreeMap::new();
    for member in members {
        let (mut way, mut passed) = (Vec::new(), BTreeSet::new());
        let mut depth = 0;
        for next in work::each(std::iter::successors(Some(*member), |member| replaced[*member])) {
            if let Some(known) = depths.get(&next) {
                depth = known + 1;
                break;
            }
            if !passed.insert(next) {
                depth = members.len();
                break;
            }
            way.push(next);
        }
        for (next, depth) in way.into_iter().rev().zip(depth..) {
            depths.insert(next, depth.min(members.len()));
        }
    }
    depths
}

fn says_the_same(a: &Document, b: &Document) -> bool {
    a.text == b.text && a.title() == b.title()
}

/// Disjoint sets; the first of each stands for it.
struct DisjointSets(Vec<usize>);

impl DisjointSets {
    fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    fn first(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }
}
