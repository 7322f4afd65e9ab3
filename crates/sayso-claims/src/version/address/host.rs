//! The host of an address without what only names a rendering of its site.

/// Host labels that name a rendering of a site, not another site.
// no words of a language: labels of hosts
const RENDERINGS: [&str; 7] = ["amp.", "m.", "mobile.", "touch.", "wap.", "www.", "www2."];

/// The host without the labels of renderings. 'm.co' is a site of its own: what is left must still be a domain.
pub fn bare(host: &str) -> &str {
    let without = |label: &&str| host.strip_prefix(*label).filter(|rest| rest.contains('.'));
    RENDERINGS.iter().find_map(without).map_or(host, bare)
}
