//! Targets that cannot be had now, or at this address: when they are tried again, and where.

use jiff::Timestamp;
use sayso::without_secrets;

use crate::event::{WatchStep, told};
use crate::listing::absolute;
use crate::schedule::{LONGEST_WAIT, MOST_FAILURES, retry};
use crate::state::{StateError, Target, TargetKind};
use crate::watch::Watch;
use crate::way::{Way, origin};

/// Redirects of one page or feed that are followed: short addresses, https, `www.`, consent, rarely more.
const MOST_HOPS: u32 = 8;

impl Watch<'_> {
    /// Notes where something is instead; it is visited there next, by the rules of that site.
    pub(crate) fn elsewhere(
        &mut self,
        mut target: Target,
        way: &Way,
        to: &str,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        let Some(url) = absolute(to, &way.url) else {
            return self.refused(target, "the server sends to what is no address of the web".to_owned(), now);
        };
        if target.hops >= MOST_HOPS {
            return self.refused(target, "the server sends elsewhere without end".to_owned(), now);
        }
        let event = told(&target.url, &format!("is at {}", without_secrets(url.as_str())), false);
        (target.hops, target.due) = (target.hops + 1, Some(now));
        target.location = Some(url.to_string());
        self.state.settle(&target, &origin(&url))?;
        Ok(event)
    }

    /// Something could not be had this time. `until` is when its site may be asked again.
    pub(crate) fn failed(
        &mut self,
        mut target: Target,
        why: String,
        until: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        target.failures = target.failures.saturating_add(1);
        let is_over = target.kind != TargetKind::List && target.failures >= MOST_FAILURES;
        let again = retry(&target.key, target.failures, now).max(until.unwrap_or(now));
        target.due = (!is_over).then_some(again);
        self.trouble(target, why, now)
    }

    /// Something is not to be had: a page is given up; a feed is asked again another day, since who watches it wants it.
    pub(crate) fn refused(&mut self, mut target: Target, why: String, now: Timestamp) -> Result<WatchStep, StateError> {
        target.failures = target.failures.saturating_add(1);
        target.due = (target.kind == TargetKind::List).then_some(now + LONGEST_WAIT);
        self.trouble(target, why, now)
    }

    /// A site's rules forbid it; they may change where they are only not known.
    pub(crate) fn forbidden(
        &mut self,
        target: Target,
        why: &str,
        is_over: bool,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        if is_over { self.refused(target, why.to_owned(), now) } else { self.failed(target, why.to_owned(), None, now) }
    }

    fn trouble(&mut self, mut target: Target, why: String, now: Timestamp) -> Result<WatchStep, StateError> {
        let event = told(&target.url, &why, true);
        (target.error, target.error_at) = (Some(why), Some(now));
        self.rest(target)?;
        Ok(event)
    }

    /// Writes a target down that was visited: it begins at its own address the next time.
    pub(crate) fn rest(&mut self, mut target: Target) -> Result<(), StateError> {
        (target.location, target.hops) = (None, 0);
        let site = Way::to(&target.url).map(|way| way.origin).unwrap_or_default();
        self.state.settle(&target, &site)
    }
}
