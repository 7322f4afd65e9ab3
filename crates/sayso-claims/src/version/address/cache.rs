//! Pages behind what keeps copies of them: caches of AMP renderings and archives of the web.

use url::Url;

use super::host::bare;

/// The address of which a cache or an archive keeps the page: 'cdn.ampproject.org/c/s/HOST/PATH',
/// 'google.com/amp/s/HOST/PATH', 'web.archive.org/web/20260310120000/https://HOST/PATH'.
pub fn behind(url: &Url) -> Option<Url> {
    let host = bare(url.host_str()?);
    let rest = rest(host, url.path())?;
    let query = url.query().map_or(String::new(), |query| format!("?{query}"));
    let kept = match rest {
        Rest::Whole(address) => format!("{address}{query}"),
        Rest::Bare(address) => format!("https://{}{query}", address.strip_prefix("s/").unwrap_or(address)),
    };
    let kept = Url::parse(&kept).ok().filter(|kept| matches!(kept.scheme(), "http" | "https"))?;
    Some(kept).filter(|kept| kept.host_str().is_some_and(|host| host.contains('.')))
}

/// What stands behind the cache's own part of a path.
enum Rest<'u> {
    /// With its scheme.
    Whole(&'u str),
    /// Without one; 's/' before it says that it is https.
    Bare(&'u str),
}

fn rest<'u>(host: &str, path: &'u str) -> Option<Rest<'u>> {
    if host.starts_with("google.") {
        return path.strip_prefix("/amp/").map(Rest::Bare);
    }
    if host.ends_with("cdn.ampproject.org") || host.ends_with("bing-amp.com") {
        return path.get(3..).map(Rest::Bare);
    }
    let captured = path.strip_prefix("/web/").filter(|_| host == "web.archive.org")?;
    let (time, address) = captured.split_once('/')?;
    time.starts_with(|letter: char| letter.is_ascii_digit()).then_some(Rest::Whole(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(url: &str) -> Option<String> {
        behind(&Url::parse(url).unwrap()).map(Into::into)
    }

    #[test]
    fn what_is_kept_elsewhere() {
        let page = Some("https://a.example/b?c=1".to_owned());
        assert_eq!(told("https://a-example.cdn.ampproject.org/v/s/a.example/b?c=1"), page);
        assert_eq!(told("https://www.google.co.uk/amp/s/a.example/b?c=1"), page);
        assert_eq!(told("https://web.archive.org/web/20260310id_/https://a.example/b?c=1"), page);
    }

    #[test]
    fn what_only_looks_like_it() {
        for url in [
            "https://a.example/amp/s/b.example/c",
            "https://web.archive.org/web/donate",
            "https://web.archive.org/web/2026/javascript:x",
            "https://www.google.com/amp/story",
            "https://x.cdn.ampproject.org/c",
        ] {
            assert_eq!(told(url), None, "{url}");
        }
    }
}
