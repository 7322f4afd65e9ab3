//! Where a visit goes: an address of the web, and its site.

use url::Url;

/// What a visit needs to know of where it goes.
pub struct Way {
    /// Where.
    pub url: Url,
    /// Its site: scheme, host and port.
    pub origin: String,
}

impl Way {
    /// To an address; none where it is no address of the web.
    pub fn to(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok().filter(|url| url.has_host() && matches!(url.scheme(), "http" | "https"))?;
        Some(Self { origin: origin(&url), url })
    }
}

/// The site of an address.
pub fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}
