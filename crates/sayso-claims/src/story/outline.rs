//! What of a signature is compared: small enough to fetch a thousand of them for one newcomer.

use std::time::Duration;

use super::signature::Signature;
use super::sketch::Sketch;
use super::term::Term;
use super::weighing::weight;
use super::weighing::{ACROSS_LANGUAGES, COPY, FADING_DAYS, LEAD, MOST, SAME};
use crate::hash::fnv;

const DAY: f32 = 86_400.0;

/// A signature's terms as hashes, in order, with what each weighs in a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    language: Option<u64>,
    address: Option<u64>,
    sketch: Sketch,
    terms: Vec<Weight>,
}

/// A term and the roots of what it would add between the document and its double, in the whole and in the lead.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Weight {
    term: u64,
    whole: f32,
    lead: f32,
}

impl Outline {
    /// Of a signature.
    pub fn of(signature: &Signature) -> Self {
        let hashed = |text: &Option<String>| text.as_deref().map(|text| fnv(text.bytes()));
        let mut terms: Vec<Weight> = signature.terms.iter().map(Weight::of).collect();
        terms.sort_unstable_by_key(|weight| weight.term);
        Self {
            language: hashed(&signature.language),
            address: hashed(&signature.address),
            sketch: signature.sketch.clone(),
            terms,
        }
    }

    /// Whether two documents are copies or versions of one text.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.has_address_of(other) || self.has_wording_of(other)
    }

    /// Whether they stand under one address.
    #[must_use]
    pub fn has_address_of(&self, other: &Self) -> bool {
        self.address.is_some() && self.address == other.address
    }

    /// Whether one has most of the other's wording.
    #[must_use]
    pub fn has_wording_of(&self, other: &Self) -> bool {
        self.sketch.overlap(&other.sketch) >= COPY
    }

    /// How like two documents are, from 0 to [`SAME`].
    #[must_use]
    pub fn score(&self, other: &Self, gap: Duration) -> f32 {
        if self.is_same(other) {
            return SAME;
        }
        let across = self.language.is_some() && other.language.is_some() && self.language != other.language;
        let fading = (1.0 + gap.as_secs_f32() / DAY / FADING_DAYS).sqrt();
        (self.in_common(other) * if across { ACROSS_LANGUAGES } else { 1.0 } / fading).min(MOST)
    }

    fn in_common(&self, other: &Self) -> f32 {
        let mut rest = other.terms.as_slice();
        let mut sum = 0.0;
        for one in &self.terms {
            while rest.first().is_some_and(|first| first.term < one.term) {
                rest = &rest[1..];
            }
            if let Some(both) = rest.first().filter(|first| first.term == one.term) {
                sum += one.whole * both.whole + one.lead * both.lead;
            }
        }
        sum
    }

    /// As it is kept: language and address, the number of samples, samples, terms; all little-endian.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let samples = self.sketch.samples();
        let mut bytes = Vec::with_capacity(HEAD + samples.len() * SAMPLE + self.terms.len() * TERM);
        bytes.extend(self.language.unwrap_or_default().to_le_bytes());
        bytes.extend(self.address.unwrap_or_default().to_le_bytes());
        bytes.extend((samples.len() as u64).to_le_bytes());
        bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        for Weight { term, whole, lead } in &self.terms {
            bytes.extend(term.to_le_bytes());
            bytes.extend(whole.to_le_bytes());
            bytes.extend(lead.to_le_bytes());
        }
        bytes
    }

    /// What was kept; `None` where it is damaged.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let samples = usize::try_from(number(head.get(16..)?)?).ok()?;
        let (samples, terms) = rest.split_at_checked(samples.checked_mul(SAMPLE)?)?;
        let terms = terms.chunks(TERM).map(Weight::from_bytes).collect::<Option<Vec<Weight>>>()?;
        let there = |hash: u64| Some(hash).filter(|hash| *hash != 0);
        Some(Self {
            language: there(number(head)?),
            address: there(number(head.get(8..)?)?),
            sketch: samples.chunks(SAMPLE).filter_map(number).collect(),
            terms,
        })
    }
}

/// Bytes of language, address and number of samples, of a sample, and of a term.
const HEAD: usize = 24;
const SAMPLE: usize = 8;
const TERM: usize = 16;

impl Weight {
    fn of(term: &Term) -> Self {
        let hash = fnv(term.stem.bytes().chain([term.kind as u8]));
        Self { term: hash, whole: term.whole * weight(term.kind).sqrt(), lead: term.lead * LEAD.sqrt() }
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let part = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(f32::from_le_bytes);
        Some(Self { term: number(bytes)?, whole: part(8)?, lead: part(12)? })
    }
}

fn number(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_what_is_cut_does_not() {
        let outline = Outline {
            language: Some(7),
            address: None,
            sketch: [3, 5].into_iter().collect(),
            terms: vec![Weight { term: 9, whole: 0.5, lead: 0.25 }, Weight { term: 11, whole: 1.0, lead: 0.0 }],
        };
        let bytes = outline.to_bytes();
        assert_eq!(Outline::from_bytes(&bytes), Some(outline));
        for end in [0, HEAD - 1, HEAD + SAMPLE, bytes.len() - 1] {
            assert_eq!(Outline::from_bytes(&bytes[..end]), None, "{end}");
        }
    }
}
