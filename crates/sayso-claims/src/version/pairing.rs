//! Which passages of one version stand for which of the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::version::segment::Passage;
use crate::version::similarity::{measured, similarity};
use crate::version::words::DiffWord;
use crate::work;

/// Passages of both versions that say the same thing differently; one of them may have become two, or two one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// In the version before.
    pub before: PassageRun,
    /// In the version after.
    pub after: PassageRun,
}

/// First passage, and the one behind the last.
pub type PassageRun = (usize, usize);

/// How the passages of two versions stand to each other.
#[derive(Debug, Default)]
pub struct Pairing {
    /// Passages changed, in the order of the version after.
    pub changed: Vec<Pair>,
    /// For each passage before, whether nothing stands for it.
    pub gone: Vec<bool>,
    /// For each passage after, whether it stands for nothing.
    pub new: Vec<bool>,
    /// For each passage before that is unchanged, where it stands after.
    pub kept: Vec<Option<usize>>,
    /// For each passage after that is unchanged, where it stands before.
    pub twins: Vec<Option<usize>>,
    places_before: Vec<PassageRun>,
    places_after: Vec<PassageRun>,
    open_before: Vec<usize>,
    open_after: Vec<usize>,
}

/// Similarity from which passages at the same place, between the same unchanged ones, are one sentence reworded.
/// On the development stream the least alike pair has 0.52, the most alike strangers at one place 0.27.
const ALIKE_IN_PLACE: f64 = 0.4;

/// The same for passages at different places. In invented versions strangers there reach 0.51, since all sentences of
/// an article speak of the same things.
const ALIKE_ELSEWHERE: f64 = 0.65;

/// Passages with one word in common that are looked at for each word: a bound on the work where a page repeats itself.
const LOOKED_AT: usize = 16;

impl Pairing {
    /// Pairs the passages of two versions. What is word for word the same is kept wherever it stands.
    pub fn new(before: &[Passage], after: &[Passage]) -> Self {
        let mut pairing = Self {
            gone: vec![true; before.len()],
            new: vec![true; after.len()],
            kept: vec![None; before.len()],
            twins: vec![None; after.len()],
            ..Self::default()
        };
        pairing.keep_equals(before, after);
        pairing.places_before = places(&pairing.kept, after.len());
        pairing.places_after = places(&pairing.twins, before.len());
        pairing.pair_likes(before, after);
        pairing.open_before = open(before, &pairing.gone);
        pairing.open_after = open(after, &pairing.new);
        pairing
    }

    fn keep_equals(&mut self, before: &[Passage], after: &[Passage]) {
        let mut article_mentions: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
        for (index, passage) in after.iter().enumerate().rev() {
            article_mentions.entry(keys(&passage.words)).or_default().push(index);
        }
        for (index, passage) in before.iter().enumerate() {
            let Some(twin) = article_mentions.get_mut(&keys(&passage.words)).and_then(Vec::pop) else { continue };
            self.kept[index] = Some(twin);
            (self.gone[index], self.new[twin]) = (false, false);
            self.twins[twin] = Some(index);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
    fn pair_likes(&mut self, before: &[Passage], after: &[Passage]) {
        let mut scored: Vec<(i64, Pair)> = candidates(before, after, &self.gone, &self.new)
            .into_iter()
            .filter_map(|pair| {
                let similarity = similarity(&joined(before, pair.before), &joined(after, pair.after));
                let (from, to) = self.places_before[pair.before.0];
                let in_place = from <= pair.after.0 && pair.after.1 <= to;
                let enough = similarity >= if in_place { ALIKE_IN_PLACE } else { ALIKE_ELSEWHERE };
                // Millionths, so that the order is total.
                enough.then_some((-(similarity * 1e6) as i64, pair))
            })
            .collect();
        scored.sort();
        for (_, pair) in scored {
            let free = (pair.before.0..pair.before.1).all(|index| self.gone[index])
                && (pair.after.0..pair.after.1).all(|index| self.new[index]);
            if free {
                self.gone[pair.before.0..pair.before.1].fill(false);
                self.new[pair.after.0..pair.after.1].fill(false);
                self.changed.push(pair);
            }
        }
        self.changed.sort_by_key(|pair| (pair.after, pair.before));
    }

    /// Whether something new stands in the place of passages that are gone.
    pub fn is_replaced_before(&self, (first, last): PassageRun) -> bool {
        holds_any(&self.open_after, (self.places_before[first].0, self.places_before[last - 1].1))
    }

    /// Whether something is gone from the place of new passages.
    pub fn is_replaced_after(&self, (first, last): PassageRun) -> bool {
        holds_any(&self.open_before, (self.places_after[first].0, self.places_after[last - 1].1))
    }
}

/// The open passages that are part of the article, in order: a note stands for nothing else.
fn open(passages: &[Passage], open: &[bool]) -> Vec<usize> {
    (0..passages.len()).filter(|index| open[*index] && passages[*index].note.is_none()).collect()
}

/// Whether a place holds one of some passages.
fn holds_any(open: &[usize], (from, to): PassageRun) -> bool {
    open.get(open.partition_point(|index| *index < from)).is_some_and(|index| *index < to)
}

/// For each passage, between which passages of the other version its unchanged neighbours put it.
fn places(twins: &[Option<usize>], others: usize) -> Vec<PassageRun> {
    let mut places = vec![(0, others); twins.len()];
    let mut from = 0;
    for (place, twin) in places.iter_mut().zip(twins) {
        from = twin.map_or(from, |twin| twin + 1);
        place.0 = from;
    }
    let mut to = others;
    for (place, twin) in places.iter_mut().zip(twins).rev() {
        to = twin.unwrap_or(to);
        place.1 = to;
    }
    places
}

/// Runs of one or two unpaired passages that have a word in common.
fn candidates(before: &[Passage], after: &[Passage], gone: &[bool], new: &[bool]) -> BTreeSet<Pair> {
    let mut article_mentions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, passage) in after.iter().enumerate().filter(|(index, _)| new[*index]) {
        for key in distinct(&passage.words) {
            article_mentions.entry(key).or_default().push(index);
        }
    }
    let entries = |passages: &[Passage]| passages.last().map_or(0, |last| last.entry);
    let is_live = entries(before).min(entries(after)) >= ENTRIES_OF_LIVE;
    let mut candidates = BTreeSet::new();
    for (index, passage) in before.iter().enumerate().filter(|(index, _)| gone[*index]) {
        for key in distinct(&passage.words) {
            let twins = article_mentions.get(key).filter(|twins| twins.len() <= LOOKED_AT).into_iter().flatten();
            for twin in work::each(twins).filter(|twin| may_stand_for(passage, &after[**twin], is_live)) {
                let here = runs(before, gone, index);
                candidates.extend(here.iter().map(|here| Pair { before: *here, after: (*twin, *twin + 1) }));
                let there = runs(after, new, *twin);
                candidates.extend(there.iter().map(|there| Pair { before: (index, index + 1), after: *there }));
            }
        }
    }
    candidates
}

/// Entries with different time stamps are different entries, however alike they are; on a live page what stands outside
/// of entries is none. Elsewhere a stamp may only mark an update, with the old article below it.
fn may_stand_for(before: &Passage, after: &Passage, is_live: bool) -> bool {
    let is_outside = before.stamp.is_none() || after.stamp.is_none();
    before.stamp == after.stamp || (is_outside && !is_live)
}

/// Entries from which a page is a live page.
const ENTRIES_OF_LIVE: usize = 2;

/// A passage alone, and with its neighbour on either side where that is unpaired and in the same entry.
fn runs(passages: &[Passage], open: &[bool], index: usize) -> Vec<PassageRun> {
    let mut runs = vec![(index, index + 1)];
    let joins = |a: usize, b: usize| open[a] && open[b] && passages[a].entry == passages[b].entry;
    if index + 1 < passages.len() && joins(index, index + 1) {
        runs.push((index, index + 2));
    }
    if index > 0 && joins(index - 1, index) {
        runs.push((index - 1, index + 1));
    }
    runs
}

fn distinct(words: &[DiffWord]) -> BTreeSet<&str> {
    words.iter().map(measured).collect()
}

fn keys(words: &[DiffWord]) -> Vec<&str> {
    words.iter().map(|word| &*word.key).collect()
}

fn joined(passages: &[Passage], run: PassageRun) -> Vec<&DiffWord> {
    passages[run.0..run.1].iter().flat_map(|passage| &passage.words).collect()
}
