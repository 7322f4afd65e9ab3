//! One name for all addresses of an article: parameters that only say how a reader came there are left out.

mod cache;
mod host;
mod parameters;
mod path;

use url::Url;

use host::bare;
use parameters::Parameters;

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

/// The canonical address of an article; `None` for what is not on the web, and for the front page of a site, which
/// is no article's.
///
/// Scheme, account, default port, `www.`, `m.` and `amp.` hosts, AMP paths and caches, what an archive of the web puts
/// before an address, `index.html`, closing strokes, escapes that need not be, fragment, tracking parameters and the
/// order of the others make no difference. The case of a path does.
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
    let url = page(url)?;
    let site = site_of(&url)?;
    let path = path::canonical(&url);
    let query = Parameters::of(&url).that_matter(&path);
    let is_front_page = path.is_empty() && query.is_empty();
    (!is_front_page).then(|| Address(format!("{site}{path}{query}")))
}

/// The site of an address: its host without what names a rendering, and its port where that is unusual. `None` for what
/// is not on the web.
///
/// ```
/// use sayso_claims::version::site;
///
/// assert_eq!(site("https://amp.example.org/news/ferry"), site("http://www.example.org/"));
/// ```
#[must_use]
pub fn site(url: &str) -> Option<String> {
    site_of(&page(url)?)
}

/// The page that an address leads to, by whatever keeps a copy of it.
fn page(url: &str) -> Option<Url> {
    let url = Url::parse(url.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(cache::behind(&url).unwrap_or(url))
}

fn site_of(url: &Url) -> Option<String> {
    let host = bare(url.host_str()?.trim_end_matches('.'));
    let port = url.port().filter(|port| !matches!(port, 80 | 443)).map_or(String::new(), |port| format!(":{port}"));
    Some(format!("{host}{port}"))
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
            "https://web.archive.org/web/20260310120000/http://example.org:80/a/b?id=7&page=2",
            "https://example.org/a/%62/index.html?id=7&page=2&PRINT=1&mode=print",
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
        for none in [
            "",
            "news/a",
            "mailto:a@b.example",
            "https://example.org/",
            "http://example.org?utm_source=x",
            "https://example.org/index.html",
        ] {
            assert_eq!(address(none), None, "{none}");
        }
    }

    #[test]
    fn a_canonical_address_is_its_own() {
        for url in ["https://example.org/a%2Fb/%C3%A9?q=%26#x", "http://example.org:8080/amp/amp.html?s=1&ref=2"] {
            let once = address(url).unwrap();
            assert_eq!(address(&format!("https://{}", once.as_str())), Some(once.clone()), "{url}");
        }
    }

    #[test]
    fn a_site_is_its_host() {
        assert_eq!(site("https://m.example.org:443/a").as_deref(), Some("example.org"));
        assert_eq!(site("http://example.org:8080/").as_deref(), Some("example.org:8080"));
        assert_ne!(site("https://blogs.example.org/a"), site("https://example.org/a"));
        assert_eq!(site("urn:x"), None);
    }
}
