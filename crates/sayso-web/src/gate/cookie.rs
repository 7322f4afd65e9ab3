//! The cookie that holds the secret of a session. Readers of the public pages get none.

use axum::http::{HeaderMap, header};
use cookie::{Cookie, SameSite};

/// Over https: no other site, and no page of a lesser name, can set it.
const SECURE: &str = "__Host-sayso";

/// Over http on this machine, where every port shares one store of cookies.
fn plain(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let port = host.rsplit_once(':').map_or("80", |(_, port)| port.trim_end_matches(']'));
    format!("sayso-{port}")
}

/// The secret that a request brings.
pub fn secret(headers: &HeaderMap) -> Option<String> {
    let plain = plain(headers);
    let said = headers.get_all(header::COOKIE).iter().filter_map(|said| said.to_str().ok());
    let cookies: Vec<Cookie<'_>> = said.flat_map(Cookie::split_parse).flatten().collect();
    let named =
        |name: &str| cookies.iter().find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned());
    named(SECURE).or_else(|| named(&plain))
}

/// What sets it; an empty secret takes it away. It ends with the browser's session, or with the desk's.
pub fn set(headers: &HeaderMap, secret: &str) -> String {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    let is_secure = origin.starts_with("https://");
    let name = if is_secure { SECURE.to_owned() } else { plain(headers) };
    // Lax: a link to a story from a colleague's message opens it; what changes something needs a form's token anyway.
    let mut cookie =
        Cookie::build((name, secret)).path("/").http_only(true).same_site(SameSite::Lax).secure(is_secure).build();
    if secret.is_empty() {
        cookie.make_removal();
    }
    cookie.to_string()
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
        }
        let asked = headers(&[("host", "localhost:1"), ("cookie", "a=b; sayso-1=abc; sayso-2=def")]);
        assert_eq!(secret(&asked).as_deref(), Some("abc"));
        assert_eq!(secret(&headers(&[("host", "localhost:1")])), None);
        assert!(set(&asked, "").contains("Max-Age=0"));
    }
}
