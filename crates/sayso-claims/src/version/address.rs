//! One name for all addresses of an article: what only says how a reader came there is put aside.

use url::Url;

/// An address in its canonical form: host, path and the query that matters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The canonical form, without a scheme.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Query parameters that tell where a reader came from or which rendering is shown, never which article.
/// After the published lists of the browsers' and ad blockers' query stripping.
// no words of a language: names of parameters
const TRACKING: [&str; 30] = [
    "_ga",
    "_gl",
    "amp",
    "cmp",
    "cmpid",
    "dclid",
    "fbclid",
    "gbraid",
    "gclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "ocid",
    "output",
    "outputtype",
    "partner",
    "ref",
    "ref_src",
    "ref_url",
    "referrer",
    "sharetype",
    "smid",
    "smtyp",
    "srsltid",
    "ttclid",
    "twclid",
    "wbraid",
    "yclid",
];

/// How families of tracking parameters begin.
const TRACKING_FAMILIES: [&str; 5] = ["at_", "hsa_", "ns_", "pk_", "utm_"];

/// Host labels that name a rendering of a site, not another site.
const RENDERINGS: [&str; 4] = ["amp.", "m.", "mobile.", "www."];

/// The canonical address of an article; `None` for what is not on the web, and for the front page of a site, which
/// is no article's.
///
/// Scheme, account, default port, `www.`, `m.` and `amp.` hosts, AMP paths and caches, trailing slash, fragment,
/// tracking parameters and the order of the others make no difference. The case of a path does.
///
/// ```
/// use sayso_claims::version::address;
///
/// let shared = address("http://m.example.org:80/news/ferry/amp/?utm_source=mail#top").unwrap();
/// assert_eq!(shared.as_str(), "example.org/news/ferry");
/// assert_eq!(Some(shared), address("https://www.Example.org/news/ferry"));
/// ```
#[must_use]
pub fn address(url: &str) -> Option<Address> {
    let url = Url::parse(url.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let url = behind_cache(&url).unwrap_or(url);
    let host = bare(url.host_str()?.trim_end_matches('.'));
    let port = url.port().map_or(String::new(), |port| format!(":{port}"));
    let path = path(&url);
    let query = query(&url);
    let is_front_page = path.is_empty() && query.is_empty();
    (!is_front_page).then(|| Address(format!("{host}{port}{path}{query}")))
}

/// The host without the labels of renderings. 'm.co' is a site of its own: what is left must still be a domain.
fn bare(host: &str) -> &str {
    let without = |label: &&str| host.strip_prefix(*label).filter(|rest| rest.contains('.'));
    RENDERINGS.iter().find_map(without).map_or(host, bare)
}

/// The address of which an AMP cache keeps a rendering: 'cdn.ampproject.org/c/s/HOST/PATH',
/// 'google.com/amp/s/HOST/PATH'.
fn behind_cache(url: &Url) -> Option<Url> {
    let host = url.host_str()?;
    let rest = match url.path().strip_prefix("/amp/") {
        Some(rest) if bare(host).starts_with("google.") => rest,
        _ if host.ends_with("cdn.ampproject.org") => url.path().get(3..)?,
        _ => return None,
    };
    let query = url.query().map_or(String::new(), |query| format!("?{query}"));
    let kept = rest.strip_prefix("s/").unwrap_or(rest);
    Url::parse(&format!("https://{kept}{query}"))
        .ok()
        .filter(|kept| kept.host_str().is_some_and(|host| host.contains('.')))
}

fn path(url: &Url) -> String {
    let mut segments: Vec<&str> = url.path().split('/').filter(|segment| !segment.is_empty()).collect();
    segments.pop_if(|last| *last == "amp");
    if segments.first() == Some(&"amp") {
        segments.remove(0);
    }
    let path: String = segments.iter().flat_map(|segment| ["/", segment]).collect();
    match path.strip_suffix(".amp.html") {
        Some(stem) => format!("{stem}.html"),
        None => path.strip_suffix(".amp").unwrap_or(&path).to_owned(),
    }
}

fn query(url: &Url) -> String {
    let mut kept: Vec<(String, String)> =
        url.query_pairs().filter(|(name, _)| !tracks(name)).map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
    kept.sort();
    let pairs: Vec<String> = kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn tracks(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING.binary_search(&name.as_str()).is_ok() || TRACKING_FAMILIES.iter().any(|family| name.starts_with(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renderings_of_one_page_have_one_address() {
        let page = address("https://example.org/a/b?id=7&page=2");
        for other in [
            "http://www.example.org/a/b/?page=2&id=7&fbclid=x#comments",
            "https://amp.example.org/a/b.amp?id=7&page=2",
            "https://www.google.com/amp/s/www.example.org/amp/a/b?id=7&page=2",
            "https://example-org.cdn.ampproject.org/c/s/example.org/a/b/amp?page=2&id=7&outputType=amp",
            "HTTPS://user@EXAMPLE.org.:443//a/b?id=7&page=2&utm_medium=x",
        ] {
            assert_eq!(address(other), page, "{other}");
        }
    }

    #[test]
    fn other_pages_have_others() {
        let page = address("https://example.org/a/b");
        for other in
            ["https://example.org/a/B", "https://example.org/a", "https://example.org/a/b?id=7", "https://m.org/a/b"]
        {
            assert_ne!(address(other), page, "{other}");
        }
        for none in ["", "news/a", "mailto:a@b.example", "https://example.org/", "http://example.org?utm_source=x"] {
            assert_eq!(address(none), None, "{none}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(TRACKING.is_sorted());
    }
}
