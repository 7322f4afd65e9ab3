//! Where a redirect may lead: to an address of the desk's own, whatever a link or a form says.

use url::{Position, Url};

/// What addresses are read against. Which origin it is does not matter: one that leads to another is not the desk's own.
const ORIGIN: &str = "http://desk.invalid/";

/// The longest address that is led to: with the rest of the head it must be taken back.
const LONGEST: usize = 4 << 10;

/// The path, query and fragment that a wanted address names on the desk; the desk's first page for any other.
///
/// It is read as a browser reads it (WHATWG URL), and what was read is what is led to: signs that browsers pass over, or
/// take for others, are gone from it.
pub fn own_address(wanted: &str) -> String {
    led_to(wanted).unwrap_or_else(|| "/".to_owned())
}

fn led_to(wanted: &str) -> Option<String> {
    let own = Url::parse(ORIGIN).ok()?;
    let local = |wanted: &str| -> Option<String> {
        let read = own.join(wanted).ok().filter(|read| read.origin() == own.origin())?;
        Some(read[Position::BeforePath..].to_owned())
    };
    let address = local(wanted).filter(|address| address.len() <= LONGEST)?;
    // '/.//name' has the path '//name', which alone is the address of another site: it must read as itself.
    (local(&address)? == address).then_some(address)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pages_of_the_desk_are_led_to() {
        for own in
            ["/", "/story/s1?a=b", "/article/a%2F1#p3", "/search?q=//other.example", "/a//b", "/%09/other.example"]
        {
            assert_eq!(own_address(own), own);
        }
        assert_eq!(own_address("/story/ü"), "/story/%C3%BC");
        assert_eq!(own_address("/a\r\nX: y"), "/aX:%20y");
        assert_eq!(own_address(""), "/");
        assert_eq!(own_address(&format!("/{}", "x".repeat(5_000))), "/");
    }

    #[test]
    fn no_other_site_is() {
        for other in [
            "//other.example",
            "https://other.example",
            "/\\other.example",
            "\\\\other.example",
            "/\t/other.example",
            "/\n/other.example",
            "/\r\\other.example",
            "\t//other.example",
            " //other.example",
            "\u{1}//other.example",
            "/.//other.example",
            "/./\\other.example",
            "/..//other.example",
            "/a/..//other.example",
            "/%2e//other.example",
            "/.%2E/\\other.example",
            "///other.example",
            "http:\\\\other.example",
            "https:/other.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "//user@other.example",
            "http://desk.invalid:81/",
            "//[::1]/",
            "//",
        ] {
            assert_eq!(own_address(other), "/", "{other:?}");
        }
    }

    /// The signs that browsers treat in ways of their own, among others.
    fn hostile() -> impl Strategy<Value = String> {
        prop_oneof![
            "[/\\\\.\t\r\n :@%?#a-e0-9\u{0}-\u{20}]{0,16}",
            "(/|\\\\|\t|\\.|%2e|%09|other\\.example|http:|//){0,8}",
            any::<String>()
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_wanted_stays_on_the_desk(wanted in hostile()) {
            let led = own_address(&wanted);
            prop_assert!(led.starts_with('/') && led.bytes().all(|byte| byte.is_ascii_graphic()), "{led:?}");
            for origin in ["https://desk.example/story/s1", "http://localhost:7878/"] {
                let origin = Url::parse(origin).unwrap();
                prop_assert_eq!(origin.join(&led).unwrap().origin(), origin.origin());
            }
            prop_assert_eq!(own_address(&led), led);
        }
    }
}
