//! Hashes that are the same on all machines and in all releases, as what is derived from them must be.

/// FNV-1a (Fowler, Noll, Vo) in 64 bits.
pub(crate) fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The finishing step of SplitMix64 (Steele, Lea, Flood 2014): any share of the mixed hashes is a fair sample.
pub(crate) fn mixed(hash: u64) -> u64 {
    let step = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let step = (step ^ (step >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    step ^ (step >> 31)
}
