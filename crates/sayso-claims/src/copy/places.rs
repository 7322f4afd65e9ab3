//! Where each shingle of a text stands.

use crate::work;

/// Where each shingle of a text stands: the shingles in order, each with its first word, in order too.
#[derive(Clone, Debug, Default)]
pub struct ShinglePlaces(pub Vec<(u32, u32)>);

impl ShinglePlaces {
    /// Indexes shingles, given in the order of the text.
    pub fn new(shingles: &[u32]) -> Self {
        let mut places: Vec<(u32, u32)> = shingles.iter().copied().zip(0..).collect();
        places.sort_unstable();
        Self(places)
    }

    /// The first words of the first places of a shingle.
    pub fn of(&self, shingle: u32) -> impl Iterator<Item = usize> {
        let first = self.0.partition_point(|(other, _)| *other < shingle);
        let held = self.0[first..].iter().take(PLACES).take_while(move |(other, _)| *other == shingle);
        work::each(held.map(|(_, at)| *at as usize))
    }
}

/// Places of one shingle in the original that are looked at: enough for a refrain, a bound for a page of one word.
pub const PLACES: usize = 8;
