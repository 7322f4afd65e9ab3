//! Addresses without the secrets that some carry: what is recorded, shown or logged is what anybody may know.
//!
//! A name and password before the host go, and so do parameters that let whoever has the address in: keys, tokens,
//! signatures, passwords, ids of sessions. They are told by their names alone; an address without any stays as it is, to
//! the byte.

use url::Url;
use url::form_urlencoded::parse;

/// How such a parameter's name ends, in lower case and without what joins its words. 'X-Amz-Signature', 'pwapi_token'.
// no words of a language: names of parameters
const ENDINGS: [&str; 14] = [
    "token",
    "secret",
    "password",
    "passwd",
    "signature",
    "credential",
    "credentials",
    "apikey",
    "accesskey",
    "accesskeyid",
    "accessid",
    "authkey",
    "sessionid",
    "sessid",
];

/// Names that are one as a whole: shared access signatures ('sig'), keys of articles given away, and the like. 'key',
/// 'code' and 'sid' are not among them: sites have articles under these.
// no words of a language: names of parameters
const NAMES: [&str; 12] = [
    "sig",
    "hmac",
    "auth",
    "authorization",
    "jwt",
    "pwd",
    "pass",
    "bearer",
    "xapikey",
    "unlockedarticlecode",
    "keypairid",
    "subscriptionkey",
];

/// The address without a name and password and without parameters that are secrets.
///
/// ```
/// use sayso_page::without_secrets;
///
/// let address = "https://ann:pw@mail.example/a?id=1&access_token=x#top";
/// assert_eq!(without_secrets(address), "https://mail.example/a?id=1#top");
/// assert_eq!(without_secrets("https://mail.example/A b?"), "https://mail.example/A b?");
/// ```
pub fn without_secrets(address: &str) -> String {
    let anonymous = without_user(address);
    let (rest, fragment) = split(&anonymous, '#');
    let (path, query) = split(rest, '?');
    let mut clean = without_session(path);
    for (mark, part) in [('?', query), ('#', fragment)] {
        let kept = part.map(without_parameters);
        // A mark that has nothing left behind it goes with it.
        if let Some(kept) = kept.filter(|kept| part == Some("") || !kept.is_empty()) {
            clean.push(mark);
            clean.push_str(&kept);
        }
    }
    clean
}

fn split(address: &str, mark: char) -> (&str, Option<&str>) {
    address.split_once(mark).map_or((address, None), |(before, after)| (before, Some(after)))
}

/// As browsers read addresses (the URL standard), with its lenience; what is no address to them is cut by its form.
fn without_user(address: &str) -> String {
    match Url::parse(address) {
        Ok(url) if url.username().is_empty() && url.password().is_none() => address.to_owned(),
        Ok(mut url) => match url.set_username("").and_then(|()| url.set_password(None)) {
            Ok(()) => url.into(),
            Err(()) => cut(address),
        },
        Err(_) => cut(address),
    }
}

/// Up to the last '@' of what stands between two slashes and the path.
fn cut(address: &str) -> String {
    let Some(start) = address.find("//").map(|start| start + 2) else { return address.to_owned() };
    let rest = &address[start..];
    let host = &rest[..rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len())];
    match host.rfind('@') {
        Some(at) => format!("{}{}", &address[..start], &rest[at + 1..]),
        None => address.to_owned(),
    }
}

/// Without ';jsessionid=…' and its like, which end parts of a path.
fn without_session(path: &str) -> String {
    let part = |part: &str| {
        let mut pieces = part.split(';');
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.filter(|piece| !is_secret(piece)).fold(first, |part, piece| part + ";" + piece)
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn without_parameters(query: &str) -> String {
    query.split('&').filter(|parameter| !is_secret(parameter)).collect::<Vec<_>>().join("&")
}

/// A name alone, without a value, lets nobody in.
fn is_secret(parameter: &str) -> bool {
    let Some((name, value)) = parse(parameter.as_bytes()).next() else { return false };
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    !value.is_empty() && (NAMES.contains(&&*name) || ENDINGS.iter().any(|ending| name.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_and_the_rest_stays() {
        for (address, expected) in [
            ("http://user:pw@host.example/a", "http://host.example/a"),
            ("https://user@host.example", "https://host.example/"),
            ("http:\\\\user:pw@host.example\\a", "http://host.example/a"),
            ("https:user:pw@host.example/a", "https://host.example/a"),
            ("https://us@er:p@w@host.example:8443/a@b?c=d@e", "https://host.example:8443/a@b?c=d@e"),
            ("//user:pw@host.example/a", "//host.example/a"),
            ("ftp://user:pw@host.example/a", "ftp://host.example/a"),
            ("http://user:pw@[broken/a", "http://[broken/a"),
            ("https://a.example/?X-Amz-Signature=1&X-Amz-Credential=2&id=3", "https://a.example/?id=3"),
            ("https://a.example/a?sig=1", "https://a.example/a"),
            ("https://a.example/a?api%5Fkey=1&b=%20x", "https://a.example/a?b=%20x"),
            ("https://a.example/a?b=1#access_token=x&c=2", "https://a.example/a?b=1#c=2"),
            ("https://a.example/a;jsessionid=0A1?b", "https://a.example/a?b"),
            ("/a?token=x", "/a"),
        ] {
            assert_eq!(without_secrets(address), expected, "{address}");
        }
    }

    #[test]
    fn an_address_without_secrets_stays_to_the_byte() {
        for address in [
            "HTTPS://A.example:443/ä b?q=Ü&token#x",
            "https://a.example/2026/tokens?key=7&sid=9",
            "https://a.example/a?",
            "https://a.example/a#",
            "mailto:ann@a.example",
            "urn:x:1",
            "a@b",
            "",
        ] {
            assert_eq!(without_secrets(address), address);
        }
    }
}
