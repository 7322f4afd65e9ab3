//! Any text as the page to go to after signing in: it leads to the desk.
#![no_main]

#[path = "../../crates/sayso-web/src/middleware/redirect.rs"]
mod redirect;

use libfuzzer_sys::fuzz_target;
use redirect::own_address;
use url::Url;

fuzz_target!(|wanted: &str| {
    let led = own_address(wanted);
    assert!(led.starts_with('/') && led.bytes().all(|byte| byte.is_ascii_graphic()), "{led:?}");
    for origin in ["https://desk.example/sign-in", "http://localhost:7878/"] {
        let origin = Url::parse(origin).expect("an address");
        assert_eq!(origin.join(&led).expect("it is read again").origin(), origin.origin());
    }
    assert_eq!(own_address(&led), led);
});
