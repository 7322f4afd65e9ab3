//! What a site allows (RFC 9309).

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use robotxt::{AccessResult, Robots};
use url::Url;

use crate::web::{Answer, Refusal};

/// What we are called in a robots.txt.
const NAME: &str = "sayso";

/// Bytes of a robots.txt that are taken. RFC 9309 asks for 500 KiB; what is longer is cut there, which costs none of the rules
/// before.
pub const LONGEST: u64 = 2 << 20;

/// How long one is believed: RFC 9309, section 2.4, says a day at most.
const BELIEVED: SignedDuration = SignedDuration::from_hours(24);

/// After how long one that could not be had is asked for again.
const UNREACHED: SignedDuration = SignedDuration::from_mins(30);

/// Redirects of a robots.txt that are followed: RFC 9309, section 2.3.1.2.
pub const MOST_REDIRECTS: u32 = 5;

/// The longest delay that a site may ask for; whoever asks for more wants no visits and can say so.
const LONGEST_DELAY: Duration = Duration::from_secs(300);

/// A robots.txt as it is kept: its text, or what its absence means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rules {
    /// What it says.
    Text(Vec<u8>),
    /// There is none: everything is allowed.
    None,
    /// It cannot be had: nothing is allowed until it can.
    Unreached,
}

impl Rules {
    /// What an answer means; nothing where it sends elsewhere.
    pub fn of(answer: Result<Answer, Refusal>) -> Option<Self> {
        Some(match answer {
            Ok(Answer { status: 200..=299, body, .. }) => Self::Text(body),
            Ok(Answer { status: 301 | 302 | 303 | 307 | 308, .. }) => return None,
            // Who asks too often is not told that all is allowed, although the status is of the four hundreds.
            Ok(Answer { status: 429, .. }) => Self::Unreached,
            Ok(Answer { status: 400..=499, .. }) => Self::None,
            _ => Self::Unreached,
        })
    }

    /// Until when they are believed that were had now.
    pub fn believed_until(&self, now: Timestamp) -> Timestamp {
        now + if *self == Self::Unreached { UNREACHED } else { BELIEVED }
    }

    /// Ready to be asked.
    pub fn parsed(&self) -> Robots {
        Robots::from_access(
            match self {
                Self::Text(text) => AccessResult::Successful(text),
                Self::None => AccessResult::Unavailable,
                Self::Unreached => AccessResult::Unreachable,
            },
            NAME,
        )
    }
}

/// How long a site wants to be left alone between two requests.
pub fn delay(robots: &Robots) -> SignedDuration {
    let asked = robots.crawl_delay().unwrap_or_default().min(LONGEST_DELAY);
    SignedDuration::try_from(asked).unwrap_or_default()
}

/// Where a site has its robots.txt.
pub fn address(url: &Url) -> Option<Url> {
    url.join("/robots.txt").ok().map(|mut url| {
        url.set_query(None);
        url
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16, text: &str) -> Option<Rules> {
        Rules::of(Ok(Answer { status, body: text.into(), ..Answer::default() }))
    }

    fn allows(rules: &Rules, path: &str) -> bool {
        rules.parsed().is_allowed(path)
    }

    #[test]
    fn a_file_forbids_what_it_says() {
        let rules = answered(200, "User-agent: *\nDisallow: /private\nUser-agent: sayso\nDisallow: /news\n").unwrap();
        assert!(!allows(&rules, "/news/a") && allows(&rules, "/private"), "our own group alone is ours");
    }

    #[test]
    fn none_allows_all_and_one_that_cannot_be_had_nothing() {
        assert!(allows(&answered(404, "").unwrap(), "/a") && allows(&answered(403, "").unwrap(), "/a"));
        assert!(!allows(&answered(500, "").unwrap(), "/a") && !allows(&answered(429, "").unwrap(), "/a"));
        assert!(!allows(&Rules::of(Err(Refusal::Failed(String::new()))).unwrap(), "/a"));
        assert_eq!(answered(301, ""), None);
    }

    #[test]
    fn a_site_is_left_alone_as_long_as_it_asks_within_reason() {
        let delayed =
            |seconds: &str| delay(&answered(200, &format!("User-agent: *\nCrawl-delay: {seconds}")).unwrap().parsed());
        assert_eq!(delayed("10"), SignedDuration::from_secs(10));
        assert_eq!(delayed("86400"), SignedDuration::from_secs(300));
        assert_eq!(delayed("never"), SignedDuration::ZERO);
    }
}
