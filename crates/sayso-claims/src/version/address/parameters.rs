//! The parameters of an address, and which of them identify the article.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use url::Url;

use super::path::{escaped, names_article};

/// The parameters of an address, decoded, in order.
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters of an address.
    pub fn of(url: &Url) -> Self {
        let mut pairs: Vec<(String, String)> =
            url.query_pairs().map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
        pairs.retain(|(name, value)| !(name.is_empty() && value.is_empty()));
        pairs.sort();
        Self(pairs)
    }

    /// Those that tell which article stands under a path, as they are written.
    pub fn that_matter(&self, path: &str) -> String {
        let is_named = names_article(path);
        let kept = self.0.iter().filter(|(name, value)| !says_nothing(name, value, is_named));
        let pairs: Vec<String> = kept.map(|(name, value)| format!("{}={}", plain(name), plain(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// A name or a value with those marks escaped that part it from others.
fn plain(part: &str) -> String {
    escaped(part.chars(), &['%', '&', '=', '+', '#'])
}

/// Whether a parameter tells nothing of the article, under a path that names it or does not.
fn says_nothing(name: &str, value: &str, is_named: bool) -> bool {
    let (name, value) = (name.to_ascii_lowercase(), value.to_ascii_lowercase());
    let known = &*KNOWN;
    match known.kinds.get(name.as_str()) {
        Some(Ignored::Always) => true,
        Some(Ignored::Flag) => {
            value.is_empty() || known.switches.contains(value.as_str()) || known.is_rendering(&value)
        }
        Some(Ignored::Value) => known.is_rendering(&value),
        Some(Ignored::Named) => is_named,
        None => known.families.iter().any(|family| name.starts_with(family)) || is_numbered_share(&name),
    }
}

/// 'sf123456789=1', by which a tool that posts for newsrooms counts its links.
fn is_numbered_share(name: &str) -> bool {
    name.strip_prefix("sf").is_some_and(|digits| digits.len() > 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// When a parameter says nothing.
enum Ignored {
    /// Always.
    Always,
    /// Where its value is yes or no, or that of a rendering.
    Flag,
    /// Where its value is that of a rendering.
    Value,
    /// Where the path names the article.
    Named,
}

#[derive(Default)]
struct NamedParameter {
    kinds: HashMap<&'static str, Ignored>,
    families: Vec<&'static str>,
    renderings: HashSet<&'static str>,
    switches: HashSet<&'static str>,
}

impl NamedParameter {
    fn is_rendering(&self, value: &str) -> bool {
        self.renderings.contains(value)
    }
}

static KNOWN: LazyLock<NamedParameter> = LazyLock::new(|| {
    let mut known = NamedParameter::default();
    for (kind, names) in rows() {
        let names = names.split(' ');
        match kind {
            "always" => known.kinds.extend(names.map(|name| (name, Ignored::Always))),
            "flag" => known.kinds.extend(names.map(|name| (name, Ignored::Flag))),
            "value" => known.kinds.extend(names.map(|name| (name, Ignored::Value))),
            "named" => known.kinds.extend(names.map(|name| (name, Ignored::Named))),
            "family" => known.families.extend(names),
            "switch" => known.switches.extend(names),
            _ => known.renderings.extend(names),
        }
    }
    known
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../data/parameters.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(query: &str, path: &str) -> String {
        Parameters::of(&Url::parse(&format!("https://a.example/?{query}")).unwrap()).that_matter(path)
    }

    #[test]
    fn where_a_reader_came_from() {
        for query in [
            "xtor=AL-72",
            "ICID=x",
            "guce_referrer=a&guccounter=1",
            "sf98765432=1",
            "UTM_Source=x",
            "mode=Print",
            "rss=1",
            "",
            "&=",
        ] {
            assert_eq!(told(query, "/a"), "", "{query}");
        }
        for query in ["source=feed", "s=09", "mod=hp_lead_pos1", "si=abc", "via=x"] {
            assert_eq!(told(query, "/2026/north-quay"), "", "{query}");
            assert_ne!(told(query, "/story"), "", "{query}");
        }
    }

    #[test]
    fn what_tells_the_article() {
        let path = "/2026/north-quay";
        for query in ["id=7", "p=12", "page=2", "article=9", "q=ferry", "view=article", "lang=de", "sf=1", "story_id=4"]
        {
            assert_eq!(told(query, path), format!("?{query}"));
        }
        assert_eq!(told("b=2&a=1&utm_id=3", path), "?a=1&b=2");
    }

    #[test]
    fn a_row_is_a_kind_and_names() {
        let kinds = ["always", "family", "flag", "switch", "value", "rendering", "named"];
        for (kind, names) in rows() {
            assert!(kinds.contains(&kind), "{kind}");
            assert!(names.split(' ').all(|name| !name.is_empty() && name.to_ascii_lowercase() == name), "{names}");
        }
    }
}
