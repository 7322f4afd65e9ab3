//! Which earlier documents share enough wording with a document to be worth comparing.

use std::collections::BTreeMap;

use crate::copy::shingles::Worded;
use crate::work;

/// One shingle in this many is indexed, the same ones in every document: 75 of an article of 300 words.
const SAMPLED: u32 = 4;

/// Documents that are looked at for a shingle, the earliest: an original is among the first to have its wording, and
/// what more documents share is a formula. Keeps the search linear in the number of documents.
const HOLDERS: usize = 24;

/// Sampled shingles in common below which two documents are not compared.
const COMMON: usize = 3;

/// Share of a document's sampled shingles below which likewise. Half of a copy's words are carried, in runs; editing
/// one word in ten costs a third of the shingles.
const SHARE: f64 = 0.15;

/// Documents that are compared with one, those that share most: more are copies of each other.
const COMPARED: usize = 24;

/// An index of documents by their sampled shingles, each with the document's rank in time.
pub struct Index(Vec<(u32, u32)>);

impl Index {
    /// Indexes documents, given in the order of time.
    pub fn new<'w>(in_time: impl Iterator<Item = &'w Worded>) -> Self {
        let ranked = in_time.zip(0..).flat_map(|(worded, rank)| sampled(worded).map(move |shingle| (shingle, rank)));
        let mut postings: Vec<(u32, u32)> = ranked.collect();
        postings.sort_unstable();
        postings.dedup();
        Self(postings)
    }

    /// Ranks of the documents before `rank` that share wording with its document, those that share most first;
    /// `may_be` says which of them come into question.
    pub fn candidates(&self, worded: &Worded, rank: usize, may_be: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut shingles: Vec<u32> = sampled(worded).collect();
        shingles.sort_unstable();
        shingles.dedup();
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        let holders = work::each(shingles.iter().flat_map(|shingle| self.holders(*shingle)));
        for holder in holders.filter(|holder| *holder < rank) {
            *common.entry(holder).or_default() += 1;
        }
        let enough = |count: usize| count >= COMMON && count as f64 >= SHARE * shingles.len() as f64;
        let mut ranked: Vec<(usize, usize)> = common
            .into_iter()
            .filter(|(holder, count)| enough(*count) && may_be(*holder))
            .map(|(holder, count)| (usize::MAX - count, holder))
            .collect();
        ranked.sort_unstable();
        ranked.into_iter().take(COMPARED).map(|(_, holder)| holder).collect()
    }

    fn holders(&self, shingle: u32) -> impl Iterator<Item = usize> {
        let first = self.0.partition_point(|(other, _)| *other < shingle);
        let holders = self.0[first..].iter().take(HOLDERS).take_while(move |(other, _)| *other == shingle);
        holders.map(|(_, rank)| *rank as usize)
    }
}

fn sampled(worded: &Worded) -> impl Iterator<Item = u32> {
    worded.shingles.iter().copied().filter(|shingle| shingle.is_multiple_of(SAMPLED))
}
