//! The cookies: the secret of a session, and that by which a browser is known in which somebody signed in. Readers of the
//! public pages get none.

use axum::http::{HeaderMap, header};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

use crate::desk_store::KNOWN_DAYS;

/// Over https: no other site, and no page of a lesser name, can set it.
const SECURE: &str = "__Host-sayso";

/// Over http on this machine, where every port shares one store of cookies.
fn plain(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let port = host.rsplit_once(':').map_or("80", |(_, port)| port.trim_end_matches(']'));
    format!("sayso-{port}")
}

/// What is added to a cookie's name for the one by which a browser is known.
const DEVICE: &str = "-device";

/// The secret of a session that a request brings.
pub fn secret(headers: &HeaderMap) -> Option<String> {
    brought(headers, "")
}

/// The secret by which the browser is known that asks.
pub fn device(headers: &HeaderMap) -> Option<String> {
    brought(headers, DEVICE)
}

fn brought(headers: &HeaderMap, ending: &str) -> Option<String> {
    let plain = plain(headers) + ending;
    let said = headers.get_all(header::COOKIE).iter().filter_map(|said| said.to_str().ok());
    let cookies: Vec<Cookie<'_>> = said.flat_map(Cookie::split_parse).flatten().collect();
    let named =
        |name: &str| cookies.iter().find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned());
    named(&format!("{SECURE}{ending}")).or_else(|| named(&plain))
}

/// What sets the secret of a session; an empty one takes it away. It ends with the browser's session, or with the desk's.
pub fn set(headers: &HeaderMap, secret: &str) -> String {
    // Lax: a link to a story from a colleague's message opens it; what changes something needs a form's token anyway.
    let mut cookie = made(headers, "", secret, SameSite::Lax);
    if secret.is_empty() {
        cookie.make_removal();
    }
    cookie.to_string()
}

/// What sets the secret by which a browser is known; it is only asked for by the desk's own form.
pub fn set_device(headers: &HeaderMap, secret: &str) -> String {
    let mut cookie = made(headers, DEVICE, secret, SameSite::Strict);
    cookie.set_max_age(Duration::days(KNOWN_DAYS));
    cookie.to_string()
}

fn made<'c>(headers: &HeaderMap, ending: &str, secret: &'c str, same_site: SameSite) -> Cookie<'c> {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    let is_secure = origin.starts_with("https://");
    let name = if is_secure { SECURE.to_owned() } else { plain(headers) } + ending;
    Cookie::build((name, secret)).path("/").http_only(true).same_site(same_site).secure(is_secure).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(fields: &[(&'static str, &'static str)]) -> HeaderMap {
        fields.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_secret_comes_back_under_the_name_it_was_set_under() {
        for (host, origin, name) in [
            ("localhost:7878", "http://localhost:7878", "sayso-7878"),
            ("desk.example", "https://desk.example", SECURE),
        ] {
            let asked = headers(&[("host", host), ("origin", origin)]);
            let set = set(&asked, "abc");
            assert!(set.starts_with(&format!("{name}=abc;")) && set.contains("HttpOnly"), "{set}");
            assert_eq!(set.contains("Secure"), origin.starts_with("https"));
            let set = set_device(&asked, "def");
            assert!(set.starts_with(&format!("{name}-device=def;")), "{set}");
            for mark in ["HttpOnly", "SameSite=Strict", "Max-Age=15552000"] {
                assert!(set.contains(mark), "{set}");
            }
        }
        let asked = headers(&[("host", "localhost:1"), ("cookie", "a=b; sayso-1=abc; sayso-2=def")]);
        assert_eq!(secret(&asked).as_deref(), Some("abc"));
        assert_eq!(secret(&headers(&[("host", "localhost:1")])), None);
        assert!(set(&asked, "").contains("Max-Age=0"));
        let asked = headers(&[("host", "localhost:1"), ("cookie", "sayso-1=abc; sayso-1-device=def")]);
        assert_eq!((secret(&asked).as_deref(), device(&asked).as_deref()), (Some("abc"), Some("def")));
    }
}
