//! How like two groupings of the same items are: BCubed (Bagga and Baldwin 1998).

use std::collections::BTreeMap;

use crate::score::Rates;

/// Items with the groups that gold and the program put them in. An item that the program lacks is a group of its own.
pub fn bcubed<I: Ord, G: Ord, P: Ord>(gold: &BTreeMap<I, G>, printed: &BTreeMap<I, P>) -> Rates {
    let mut gold_sizes: BTreeMap<&G, usize> = BTreeMap::new();
    let mut printed_sizes: BTreeMap<&P, usize> = BTreeMap::new();
    let mut shared: BTreeMap<(&G, &P), usize> = BTreeMap::new();
    for (item, wanted) in gold {
        *gold_sizes.entry(wanted).or_default() += 1;
        if let Some(given) = printed.get(item) {
            *printed_sizes.entry(given).or_default() += 1;
            *shared.entry((wanted, given)).or_default() += 1;
        }
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for (item, wanted) in gold {
        let given = printed.get(item);
        let both = given.map_or(1, |given| shared[&(wanted, given)]) as f64;
        precision += both / given.map_or(1, |given| printed_sizes[given]) as f64;
        recall += both / gold_sizes[wanted] as f64;
    }
    let items = gold.len().max(1) as f64;
    Rates::new(precision / items, recall / items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alone_is_precise_and_together_is_complete() {
        let gold = BTreeMap::from([(1, 'a'), (2, 'a'), (3, 'b')]);
        let alone = bcubed(&gold, &BTreeMap::<i32, i32>::new());
        let together = bcubed(&gold, &BTreeMap::from([(1, 0), (2, 0), (3, 0)]));
        assert_eq!((alone.precision.round(), alone.recall.round()), (100.0, 67.0));
        assert_eq!((together.precision.round(), together.recall.round()), (56.0, 100.0));
    }
}
