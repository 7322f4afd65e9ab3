//! How telling a word is: from a fixed table, so that no document changes what another is worth.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words;

/// Stems and the number of Wikinews articles that have them; the first line gives the number of articles.
/// Its making, source and licence: `data/README.md`.
const TABLE: &str = include_str!("data/rarity.tsv");

/// Articles that a stem counts as seen in where the table lacks it: as few as in any that it lists. A word that was never
/// seen is as often a slip or an oddity as a name.
const UNLISTED: f32 = 2.0;

/// Taken off every weight: what stands in six articles of ten tells nothing (0 to 1 do equally well on ECB+).
const FLOOR: f32 = 0.5;

static ARTICLES: LazyLock<(f32, HashMap<&'static str, f32>)> = LazyLock::new(|| {
    let mut lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
    let number = |written: &str| written.parse::<f32>().unwrap_or(UNLISTED);
    let total = lines.next().map_or(UNLISTED, |(_, total)| number(total));
    (total, lines.map(|(stem, articles)| (stem, number(articles))).collect())
});

/// The weight of a stem: 0 for what is everywhere, about 5 for what the table lacks.
pub(super) fn rarity(stem: &str) -> f32 {
    weight(seen(stem).unwrap_or(UNLISTED))
}

/// The weight of a stem that is seen in so many articles of the table's.
pub(super) fn weight(articles: f32) -> f32 {
    ((ARTICLES.0 + 1.0) / articles).ln() - FLOOR
}

/// How many of the table's articles have a stem; `None` where it is not listed.
pub(super) fn seen(stem: &str) -> Option<f32> {
    ARTICLES.1.get(stem).copied()
}

/// The table's text, made from articles: how many there are, then the stems of two or more, in order.
pub fn rarity_table<'a>(articles: impl IntoIterator<Item = &'a str>) -> String {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut total = 0;
    for article in articles {
        total += 1;
        let mut stems: Vec<String> = words::words(article).into_iter().map(|word| word.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().for_each(|stem| *counts.entry(stem).or_default() += 1);
    }
    let mut listed: Vec<(String, usize)> = counts.into_iter().filter(|(_, articles)| *articles > 1).collect();
    listed.sort_unstable();
    let line = |(stem, articles): (String, usize)| format!("{stem}\t{articles}\n");
    std::iter::once(format!("# articles\t{total}\n")).chain(listed.into_iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_weigh_little_and_unknown_ones_most() {
        let weight = |word: &str| rarity(&words::stem(word).unwrap());
        assert!(weight("said") < 0.2, "{}", weight("said"));
        assert!(weight("said") < weight("government") && weight("government") < weight("ferry"));
        assert!(weight("Ossin") > 4.5);
    }

    #[test]
    fn the_table_is_made_in_order_and_without_what_is_seen_once() {
        assert_eq!(
            rarity_table(["a ferry sank", "two ferries sank", "it rained"]),
            "# articles\t3\nferri\t2\nsank\t2\n"
        );
    }
}
