//! What an answer means for what was asked for.

use jiff::{SignedDuration, Timestamp};

use crate::schedule::LONGEST_WAIT;
use crate::web::{Answer, Refusal};

/// What came of a request.
#[derive(Debug)]
pub enum RequestOutcome {
    /// What was asked for.
    Came(Answer),
    /// It is as it was.
    Unchanged,
    /// It is elsewhere.
    Elsewhere(String),
    /// The site wants to be left alone, or cannot answer: until then, where it says so.
    Busy(String, Option<Timestamp>),
    /// Not now; another time it may be.
    Failed(String),
    /// Not there, or not for us: asking again is no use.
    Refused(String),
}

impl RequestOutcome {
    /// Of what came back.
    pub fn of(answer: Result<Answer, Refusal>, now: Timestamp) -> Self {
        let answer = match answer {
            Ok(answer) => answer,
            Err(Refusal::Forbidden(reason) | Refusal::TooLong(reason)) => return Self::Refused(reason),
            Err(Refusal::Failed(reason)) => return Self::Failed(reason),
        };
        match answer.status {
            200..=299 => Self::Came(answer),
            304 => Self::Unchanged,
            301 | 302 | 303 | 307 | 308 => match answer.header("location") {
                Some(location) => Self::Elsewhere(location.to_owned()),
                None => Self::Failed("the server sends elsewhere and does not say where".to_owned()),
            },
            status @ (429 | 503) => {
                Self::Busy(told(status), answer.header("retry-after").and_then(|value| retry_after(value, now)))
            }
            status @ (408 | 425 | 500..=599) => Self::Failed(told(status)),
            status => Self::Refused(told(status)),
        }
    }
}

fn told(status: u16) -> String {
    match status {
        401 | 402 | 403 | 451 => format!("the server does not give it to us ({status})"),
        404 | 410 => format!("it is not there, or no more ({status})"),
        429 => "the site says that it is asked too often (429)".to_owned(),
        500..=599 => format!("the server cannot answer ({status})"),
        _ => format!("the server answers {status}"),
    }
}

/// `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3); a day at most, so that no site puts us off for good.
fn retry_after(value: &str, now: Timestamp) -> Option<Timestamp> {
    let value = value.trim();
    let at = match value.parse::<u32>() {
        Ok(seconds) => now + SignedDuration::from_secs(seconds.into()).min(LONGEST_WAIT),
        Err(_) => jiff::fmt::rfc2822::parse(value).ok()?.timestamp(),
    };
    Some(at.clamp(now, now + LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_says_when_it_may_be_asked_again() {
        let now: Timestamp = "2026-03-05T12:00:00Z".parse().unwrap();
        let after = |value: &str| retry_after(value, now).map(|at| at.duration_since(now).as_secs());
        assert_eq!(after("120"), Some(120));
        assert_eq!(after("Thu, 05 Mar 2026 12:10:00 GMT"), Some(600));
        assert_eq!(after("Thu, 05 Mar 2020 12:10:00 GMT"), Some(0), "what is past is now");
        assert_eq!(after("4000000000"), Some(86_400));
        assert_eq!(after("soon"), None);
    }

    #[test]
    fn what_is_gone_is_not_what_failed() {
        let of = |status| RequestOutcome::of(Ok(Answer { status, ..Answer::default() }), Timestamp::UNIX_EPOCH);
        assert!(matches!(of(404), RequestOutcome::Refused(_)) && matches!(of(403), RequestOutcome::Refused(_)));
        assert!(matches!(of(500), RequestOutcome::Failed(_)) && matches!(of(302), RequestOutcome::Failed(_)));
        assert!(matches!(of(503), RequestOutcome::Busy(_, None)) && matches!(of(204), RequestOutcome::Came(_)));
    }
}
