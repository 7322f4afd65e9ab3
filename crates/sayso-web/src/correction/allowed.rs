//! The sites whose readers may send corrections.

/// Hosts, with their port where it is not the usual one.
#[derive(Clone, Debug, Default)]
pub struct Sites(Vec<String>);

impl Sites {
    /// As the user lists them: `news.example`, `www.news.example`, `localhost:9000`.
    pub fn new(given: &[String]) -> Self {
        Self(given.iter().map(|site| site.trim_end_matches('/').to_ascii_lowercase()).collect())
    }

    /// Whether none is listed: then nothing is taken.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an origin, `https://news.example`, is one of them, or a page on one of them.
    pub fn has(&self, url: &str) -> bool {
        authority(url).is_some_and(|site| self.0.contains(&site))
    }

    /// Whether a page is on the site of an origin.
    pub fn is_on(&self, url: &str, origin: &str) -> bool {
        authority(url).is_some() && authority(url) == authority(origin)
    }
}

/// The host and port of an address of http or https.
fn authority(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    // Somebody else's name before an '@' would only mislead.
    (!authority.is_empty() && !authority.contains('@')).then(|| authority.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_told_by_its_whole_name() {
        let sites = Sites::new(&["News.example".to_owned(), "localhost:9000".to_owned()]);
        assert!(sites.has("https://news.example") && sites.has("http://localhost:9000/a?b"));
        for other in [
            "https://news.example.attacker.example/",
            "https://attacker.example/news.example",
            "https://news.example@attacker.example/",
            "https://news.example:8443",
            "ftp://news.example",
            "null",
            "",
        ] {
            assert!(!sites.has(other), "{other}");
        }
        assert!(sites.is_on("https://news.example/a", "https://news.example"));
        assert!(!sites.is_on("https://news.example/a", "http://localhost:9000"));
    }
}
