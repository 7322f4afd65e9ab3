//! Words without end, by number: the same number gives the same word.

const HEADS: [&str; 16] = ["br", "c", "dr", "f", "gl", "h", "k", "l", "m", "n", "pr", "r", "st", "t", "v", "w"];
const TAILS: [&str; 16] =
    ["ab", "ack", "ald", "an", "eb", "elt", "end", "ib", "ind", "ock", "old", "on", "ub", "uld", "um", "und"];

/// A word of two syllables or more.
pub fn word(number: usize) -> String {
    let mut word = String::new();
    let mut rest = number;
    for _ in 0..2 {
        word.push_str(HEADS[rest % HEADS.len()]);
        word.push_str(TAILS[rest / HEADS.len() % TAILS.len()]);
        rest /= HEADS.len() * TAILS.len();
    }
    if rest > 0 { word + &self::word(rest) } else { word }
}

/// The same with a capital.
pub fn name(number: usize) -> String {
    let word = word(number);
    word[..1].to_uppercase() + &word[1..]
}

/// Some words that have nothing to do with one another, chosen by a seed from the first `of` words.
pub fn some(seed: usize, count: usize, of: usize) -> String {
    let words = (0..count).map(|at| word(scattered(seed.wrapping_mul(31).wrapping_add(at)) % of));
    words.collect::<Vec<_>>().join(" ")
}

/// A number that looks like chance (SplitMix64).
pub fn scattered(seed: usize) -> usize {
    let mut mixed = (seed as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) >> 1).expect("machines of 64 bits measure")
}
