//! What a mention says, as stems with the weight that each has in its story.

use std::collections::BTreeMap;

use crate::words::stems;

/// How telling each stem is among the mentions of a story.
pub(crate) struct Weights {
    mentions: f64,
    in_mentions: BTreeMap<String, f64>,
}

/// The stems of one mention.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    /// Sorted, each once.
    pub(crate) stems: Vec<String>,
}

impl Content {
    pub(crate) fn of(text: &str) -> Self {
        let mut stems = stems(text);
        stems.sort_unstable();
        stems.dedup();
        Self { stems }
    }
}

impl Content {
    /// The stems of several.
    pub(crate) fn union<'a>(contents: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut stems: Vec<String> = contents.into_iter().flat_map(|content| content.stems.iter().cloned()).collect();
        stems.sort_unstable();
        stems.dedup();
        Self { stems }
    }
}

impl Weights {
    pub(crate) fn of<'a>(contents: impl IntoIterator<Item = &'a Content>) -> Self {
        let mut in_mentions = BTreeMap::new();
        let mut mentions = 0.0;
        for content in contents {
            mentions += 1.0;
            for stem in &content.stems {
                *in_mentions.entry(stem.clone()).or_insert(0.0) += 1.0;
            }
        }
        Self { mentions, in_mentions }
    }

    /// Inverse document frequency (Spärck Jones 1972), smoothed so that a word in every mention still counts a little.
    pub(crate) fn weight(&self, stem: &str) -> f64 {
        let frequency = self.in_mentions.get(stem).copied().unwrap_or(0.0);
        (1.0 + self.mentions / (1.0 + frequency)).ln()
    }

    fn total<'a>(&self, stems: impl Iterator<Item = &'a String>) -> f64 {
        stems.map(|stem| self.weight(stem)).sum()
    }

    /// Weight of the shared stems over the geometric mean of both weights, 0 to 1.
    pub(crate) fn overlap(&self, one: &Content, other: &Content) -> f64 {
        let shared = self.total(one.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()));
        let whole = (self.total(one.stems.iter()) * self.total(other.stems.iter())).sqrt();
        if whole > 0.0 { shared / whole } else { 0.0 }
    }

    /// Weight of the shared stems over the lesser of both weights, 0 to 1: how much of the shorter the longer has.
    pub(crate) fn containment(&self, one: &Content, other: &Content) -> f64 {
        let shared = self.total(one.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()));
        let least = self.total(one.stems.iter()).min(self.total(other.stems.iter()));
        if least > 0.0 { shared / least } else { 0.0 }
    }

    /// The most telling stems that both have.
    pub(crate) fn shared(&self, one: &Content, other: &Content) -> Vec<String> {
        let mut shared: Vec<&String> =
            one.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()).collect();
        shared.sort_by(|a, b| self.weight(b).total_cmp(&self.weight(a)).then_with(|| a.cmp(b)));
        shared.into_iter().take(4).cloned().collect()
    }
}
