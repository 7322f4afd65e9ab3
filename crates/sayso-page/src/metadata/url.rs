//! A page's address, and what the address says of the outlet.

use url::Url;

use super::json_ld::LinkedData;
use super::survey::Survey;
use super::words;

/// The address that the page gives as its own, made absolute; else where it was found.
///
/// A page that gives its site's front page for every article is not believed.
pub(super) fn canonical(survey: &Survey, linked: &LinkedData, found: Option<&str>) -> Option<String> {
    let base = found.and_then(|found| Url::parse(found).ok());
    let stated = [survey.canonical.clone(), survey.meta(&["og:url"]), linked.url.clone()];
    let absolute = |address: String| match (&base, Url::parse(&address)) {
        (_, Ok(url)) => Some(url),
        (Some(base), Err(_)) => base.join(&address).ok(),
        (None, Err(_)) => None,
    };
    let mut stated = stated.into_iter().flatten().filter_map(absolute).filter(is_article);
    stated.next().map(String::from).or_else(|| found.map(str::to_owned))
}

fn is_article(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && (url.path().len() > 1 || url.query().is_some())
}

/// What an outlet is called: its name, what else the page calls itself, and its address without the dots.
#[derive(Debug)]
pub(super) struct Outlet {
    names: Vec<String>,
    /// Lines in which the page says whose it is.
    owned: Vec<Vec<String>>,
    host: String,
}

impl Outlet {
    /// `names` are what the page calls its site, `owned` the lines that say whose it is.
    pub(super) fn new<'t>(
        names: impl Iterator<Item = &'t str>,
        owned: impl Iterator<Item = &'t str>,
        address: Option<&str>,
    ) -> Self {
        let url = address.and_then(|address| Url::parse(address).ok());
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default().trim_start_matches("www.");
        let names = names.map(|name| words(name).concat()).filter(|name| !name.is_empty()).collect();
        Self { names, owned: owned.map(words).collect(), host: words(host).concat() }
    }

    /// Whether a text is the outlet's name: as published, as in its address ('The Daily Pennant' at dailypennant.example),
    /// the address itself, or as in the line about its rights.
    pub(super) fn is_named(&self, text: &str) -> bool {
        let parts = words(text);
        let owner =
            !parts.is_empty() && self.owned.iter().any(|line| line.windows(parts.len()).any(|part| part == parts));
        owner || self.is_called(text)
    }

    /// Whether a text is the outlet's name beside the line about its rights, which may be its author's.
    pub(super) fn is_called(&self, text: &str) -> bool {
        let text = words(text).concat();
        self.names.contains(&text)
            || (text.len() > 2 && self.host.contains(&text))
            || (self.host.len() > 5 && text.contains(&self.host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_known_by_its_name_or_address() {
        let outlet = Outlet::new(
            ["The Arden Mail"].into_iter(),
            ["© 2020 Arden Mail and Post Ltd"].into_iter(),
            Some("https://www.ardenmail.example/a/1"),
        );
        assert!(
            outlet.is_named("The Arden Mail")
                && outlet.is_named("Arden Mail and Post")
                && !outlet.is_named("Ferry sinks")
        );
    }
}
