//! What is remembered of strangers: so much and no more, and nobody can make room for themselves at another's cost.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::net::IpAddr;

use super::household::{Household, LEVELS};

/// Of a table that is full, so many parts in a hundred are kept: what is forgotten is found in one pass over all of it,
/// which is then not needed for a while.
const KEPT: usize = 90;

/// Values by key, each with the household on whose account it is there.
#[derive(Debug)]
pub struct FairTable<K, V> {
    most: usize,
    count: u64,
    known: HashMap<K, CountedValue<V>>,
}

#[derive(Debug)]
struct CountedValue<V> {
    from: Household,
    /// Which it was of all that came.
    number: u64,
    value: V,
}

impl<K: Clone + Eq + Hash, V> FairTable<K, V> {
    /// A table of so many values.
    pub fn new(most: usize) -> Self {
        Self { most, count: 0, known: HashMap::new() }
    }

    /// What is known under a key.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.known.get_mut(key).map(|known| &mut known.value)
    }

    /// Forgets what need not be known any more.
    pub fn retain(&mut self, mut needed: impl FnMut(&V) -> bool) {
        self.known.retain(|_, known| needed(&known.value));
    }

    /// Whether there is no room for another.
    pub fn is_full(&self) -> bool {
        self.known.len() >= self.most
    }

    /// Remembers a value on a household's account. Where there is no room, the networks that have most in the table give
    /// way, and in them the households that have most, and of these what came first.
    pub fn insert(&mut self, key: K, from: Household, value: V) {
        if self.is_full() {
            self.make_room();
        }
        self.count += 1;
        self.known.insert(key, CountedValue { from, number: self.count, value });
    }

    fn make_room(&mut self) {
        let mut all: Vec<CountedKey<K>> =
            self.known.iter().map(|(key, known)| (known.from.networks(), known.number, key.clone())).collect();
        all.sort_by_key(|(_, number, _)| std::cmp::Reverse(*number));
        let mut kept = HashMap::new();
        for key in shared_out(all, self.most * KEPT / 100, 0) {
            if let Some(known) = self.known.remove(&key) {
                kept.insert(key, known);
            }
        }
        self.known = kept;
    }
}

/// The networks that a key is counted in, the number that it came with, and the key.
type CountedKey<K> = ([IpAddr; LEVELS], u64, K);

/// The keys that stay where there is room for so many, the latest of each household first (max-min fairness): a network
/// that has no more than its share keeps all, and what is over goes to those that have more.
fn shared_out<K>(places: Vec<CountedKey<K>>, room: usize, level: usize) -> Vec<K> {
    if level == LEVELS || places.len() <= room {
        return places.into_iter().take(room).map(|(.., key)| key).collect();
    }
    let mut networks: BTreeMap<IpAddr, Vec<CountedKey<K>>> = BTreeMap::new();
    for place in places {
        networks.entry(place.0[level]).or_default().push(place);
    }
    let mut networks: Vec<_> = networks.into_values().collect();
    networks.sort_by_key(Vec::len);
    let (mut left, mut room, mut kept) = (networks.len(), room, Vec::new());
    for network in networks {
        let stay = shared_out(network, room / left, level + 1);
        (left, room) = (left - 1, room - stay.len());
        kept.extend(stay);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Household {
        Household::of(address.parse().unwrap())
    }

    #[test]
    fn a_flood_pushes_out_its_own_alone() {
        let from = |network: &str| {
            let network = network.to_owned();
            move |number: usize| match network.as_str() {
                "one address" => "198.51.100.7".to_owned(),
                "a /24" => format!("198.51.100.{}", number % 256),
                "a /16" => format!("198.51.{}.{}", number / 256 % 256, number % 256),
                "a /64" => format!("2001:db8:1:2::{number:x}"),
                "a /48" => format!("2001:db8:1:{number:x}::1"),
                _ => format!("2001:db8:{number:x}:1::1"),
            }
        };
        for flood in ["one address", "a /24", "a /16", "a /64", "a /48", "a /32"].map(from) {
            let mut table = FairTable::new(1_000);
            let others = (0..300).map(|number| format!("203.{}.113.{}", number % 100, number));
            let others: Vec<String> = others.chain((0..100).map(|number| format!("2a00:{number:x}::1"))).collect();
            let others: Vec<&String> = others.iter().filter(|other| other.parse::<IpAddr>().is_ok()).collect();
            for other in &others {
                table.insert((*other).clone(), at(other), ());
            }
            for number in 0..3_000 {
                table.insert(format!("flood {number}"), at(&flood(number)), ());
                assert!(table.known.len() <= 1_000);
            }
            assert!(others.iter().all(|other| table.get_mut(other).is_some()), "{}", flood(1));
            assert!(table.get_mut(&"flood 2999".to_owned()).is_some(), "the latest is known");
        }
    }

    #[test]
    fn a_full_table_is_shared_out_evenly() {
        let place = |address: &str, number: u64| (at(address).networks(), number, (address.to_owned(), number));
        let mut places: Vec<_> = (0..50).rev().map(|number| place("192.0.2.1", number)).collect();
        places.extend((0..50).rev().map(|number| place("2001:db8::1", number)));
        places.push(place("203.0.113.9", 0));
        let kept = shared_out(places, 21, 0);
        let of = |address: &str| kept.iter().filter(|(from, _)| from == address).count();
        assert_eq!((of("203.0.113.9"), of("192.0.2.1"), of("2001:db8::1")), (1, 10, 10));
        assert!(kept.iter().all(|(from, number)| from == "203.0.113.9" || *number >= 40), "the latest stay");
    }
}
