//! The copies among documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Document;
use crate::copy::candidates::Index;
use crate::copy::judge::{Comparison, Copy};
use crate::copy::shingles::Worded;
use crate::version::{ArticleVersions, address, articles};

/// How much less of a document an earlier one may have than the best and still be its original: a copy of a copy has
/// nearly the same share of both.
const TOLERANCE: f64 = 0.1;

/// The documents that carry the wording of an earlier article by another outlet, each with the original that it comes
/// from, not with another copy of it; in the order of time.
///
/// Versions of one article are not copies of each other, nor of what was copied from an earlier one, nor are articles of one outlet, nor those that share a
/// quotation, a formula or a passage of background.
#[must_use]
pub fn copies(documents: &[&Document]) -> Vec<Copy> {
    copies_of(documents, &articles(documents))
}

/// The same, where it is known which of them are versions of one article.
pub(crate) fn copies_of(documents: &[&Document], articles: &[ArticleVersions]) -> Vec<Copy> {
    let words: Vec<&Worded> = documents.iter().map(|document| document.words()).collect();
    let publications = publications(documents, articles);
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by(|a, b| documents[*a].in_time(documents[*b]));
    let worded: Vec<&Worded> = order.iter().map(|document| words[*document]).collect();
    let index = Index::new(worded.iter().copied());
    let mut found: BTreeMap<usize, Copy> = BTreeMap::new();
    for (rank, article) in order.iter().enumerate() {
        let may_be = |other: usize| publications[order[other]].differs(&publications[*article]);
        let mut candidates = index.candidates(worded[rank], rank, may_be);
        candidates.sort_unstable();
        let compare = |other: &usize| (order[*other], documents[*article].compared_with(documents[order[*other]]));
        let same_article = |a: usize, b: usize| publications[a].article == publications[b].article;
        let is_of_own = |other: usize| found.get(&other).is_some_and(|copy: &Copy| same_article(copy.of, *article));
        let compared: Vec<(usize, Arc<Comparison>)> = candidates
            .iter()
            .map(compare)
            .filter(|(other, comparison)| comparison.is_copy() && !is_of_own(*other))
            .collect();
        if let Some(copy) = original((*article, &words), &compared, &found, same_article) {
            found.insert(*article, copy);
        }
    }
    order.iter().filter_map(|article| found.remove(article)).collect()
}

/// The earliest of those that have about as much of the article as the best has; where that is a copy itself, the
/// original of that copy, if the article is a copy of it too. `compared` is in the order of time. Of the
/// versions of the original, the one that has most.
fn original(
    (article, words): (usize, &[&Worded]),
    compared: &[(usize, Arc<Comparison>)],
    found: &BTreeMap<usize, Copy>,
    same_article: impl Fn(usize, usize) -> bool,
) -> Option<Copy> {
    let best = compared.iter().map(|(_, comparison)| comparison.share()).fold(0.0, f64::max);
    let (earliest, _) = compared.iter().find(|(_, comparison)| comparison.share() >= best - TOLERANCE)?;
    let first = found.get(earliest).map(|copy| copy.of).filter(|first| compared.iter().any(|(of, _)| of == first));
    let original = first.unwrap_or(*earliest);
    let versions = compared.iter().filter(|(of, _)| same_article(*of, original));
    let (of, comparison) = versions.rev().max_by(|(_, a), (_, b)| a.share().total_cmp(&b.share()))?;
    Some(comparison.copy((article, words[article]), (*of, words[*of])))
}

/// Who published a document, and as what article.
struct Publication {
    article: usize,
    outlet: Option<String>,
}

impl Publication {
    /// Whether two documents are different articles of different outlets, or of outlets that are not known.
    fn differs(&self, other: &Self) -> bool {
        self.article != other.article && (self.outlet.is_none() || self.outlet != other.outlet)
    }
}

fn publications(documents: &[&Document], articles: &[ArticleVersions]) -> Vec<Publication> {
    let mut publications: Vec<Publication> =
        documents.iter().map(|document| Publication { article: 0, outlet: outlet(document) }).collect();
    for (number, article) in articles.iter().enumerate() {
        let repeats = article.repeats.iter().map(|(document, _)| document);
        article.versions.iter().chain(repeats).for_each(|document| publications[*document].article = number);
    }
    publications
}

/// The name of the outlet, else the host of the address.
fn outlet(document: &Document) -> Option<String> {
    let host = || address(document.url()?).and_then(|address| address.as_str().split('/').next().map(str::to_owned));
    document.outlet().map(|outlet| outlet.trim().to_lowercase()).or_else(host)
}
