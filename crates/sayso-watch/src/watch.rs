//! Watching, a step at a time.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use robotxt::Robots;
use sayso::without_secrets;
use serde::Serialize;
use url::Url;

use crate::answer::RequestOutcome;
use crate::listing::absolute;
use crate::recorder::Recorder;
use crate::robots::{self, Rules};
use crate::schedule::{LONGEST_WAIT, MOST_FAILURES, VisitIntervals, retry};
use crate::state::{Listed, Next, StateError, Target, TargetKind, WatchStore};
use crate::web::{Request, Web};

/// Redirects of one page or feed that are followed: short addresses, https, `www.`, consent, rarely more.
const MOST_HOPS: u32 = 8;

/// Bytes of a feed or a page that are taken, unpacked: the longest news page met in two public benchmarks is under 4 MiB.
const LONGEST: u64 = 16 << 20;

/// How long what is visited no more is remembered after it was last listed.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What one step did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// What was visited; without secrets.
    pub url: String,
    /// What came of it, in a few words.
    pub what: String,
    /// Whether it failed.
    pub is_failure: bool,
    /// Whether something was recorded.
    pub has_recorded: bool,
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchStep {
    /// Something was visited.
    Did(Event),
    /// Something is due, and its site is to be left alone until then.
    Pause(Timestamp),
    /// Nothing is due until then, or ever.
    Idle(Option<Timestamp>),
}

/// What is watched, with whatever watching needs.
pub struct Watch<'w> {
    pub(crate) state: WatchStore,
    pub(crate) web: &'w dyn Web,
    pub(crate) recorder: &'w mut dyn Recorder,
    pub(crate) pace: VisitIntervals,
    /// The rules of sites, ready to be asked.
    pub(crate) robots: HashMap<String, Robots>,
}

/// What a visit needs to know of where it goes.
pub(crate) struct Way {
    /// Where.
    pub url: Url,
    /// Its site: scheme, host and port.
    pub origin: String,
}

impl Way {
    fn to(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok().filter(|url| url.has_host() && matches!(url.scheme(), "http" | "https"))?;
        Some(Self { origin: origin(&url), url })
    }
}

/// The site of an address.
pub fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

impl<'w> Watch<'w> {
    /// Goes on with what a state knows.
    pub fn new(state: WatchStore, web: &'w dyn Web, recorder: &'w mut dyn Recorder, pace: VisitIntervals) -> Self {
        Self { state, web, recorder, pace, robots: HashMap::new() }
    }

    /// What was seen and what is due.
    #[must_use]
    pub fn state(&self) -> &WatchStore {
        &self.state
    }

    /// Watches the feeds, sitemaps and lists at these addresses, and no others.
    ///
    /// # Errors
    ///
    /// Where the state cannot be written.
    pub fn watch_only(&mut self, given: &[Url], now: Timestamp) -> Result<(), StateError> {
        for url in given {
            self.list_list(url, None, 0, now)?;
        }
        let keys: Vec<String> = given.iter().map(ToString::to_string).collect();
        self.state.watch_only(&keys)
    }

    /// Does one thing that is due now, if anything is.
    ///
    /// # Errors
    ///
    /// Where the state cannot be written; what could not be had from a server, or not be recorded, is told by the step.
    pub fn step(&mut self, now: Timestamp) -> Result<WatchStep, StateError> {
        let target = match self.state.next(now)? {
            Next::Visit(target) => *target,
            Next::Pause(until) => return Ok(WatchStep::Pause(until)),
            Next::Idle(until) => {
                self.state.forget(now - REMEMBERED)?;
                return Ok(WatchStep::Idle(until));
            }
        };
        let Some(way) = Way::to(target.address()) else {
            return self.refused(target, "it is no address of the web".to_owned(), now);
        };
        let site = self.state.site(&way.origin)?;
        match site.rules.as_ref().filter(|(_, until)| *until > now) {
            None => self.ask_rules(target, &way, site, now),
            Some((rules, _)) if !self.allows(&way, rules) => {
                let why = match rules {
                    Rules::Unreached => "the site's robots.txt cannot be had, so that nothing may be visited",
                    _ => "the site's robots.txt forbids it",
                };
                let is_over = *rules != Rules::Unreached;
                self.forbidden(target, why, is_over, now)
            }
            Some((rules, _)) => {
                let delay = robots::delay(self.robots.entry(way.origin.clone()).or_insert_with(|| rules.parsed()));
                self.state.leave_alone(&way.origin, now + delay.max(self.pace.site))?;
                self.visit(target, &way, site.failures, now)
            }
        }
    }

    fn visit(
        &mut self,
        target: Target,
        way: &Way,
        site_failures: u32,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        let (etag, modified) = (target.etag.as_deref(), target.modified.as_deref());
        let answer = self.web.get(&Request { url: &way.url, etag, modified, most: LONGEST });
        let outcome = RequestOutcome::of(answer, now);
        if site_failures > 0 && !matches!(outcome, RequestOutcome::Busy(..)) {
            self.state.site_failures(&way.origin, 0)?;
        }
        match outcome {
            RequestOutcome::Came(answer) => match target.kind {
                TargetKind::List => self.list_came(target, &way.url, answer, now),
                _ => self.page_came(target, &way.url, answer, now),
            },
            RequestOutcome::Unchanged => self.unchanged(target, now),
            RequestOutcome::Elsewhere(to) => self.elsewhere(target, way, &to, now),
            RequestOutcome::Busy(why, until) => {
                let failures = site_failures.saturating_add(1);
                let until = until.unwrap_or(now).max(retry(&way.origin, failures, now));
                self.state.site_failures(&way.origin, failures)?;
                self.state.leave_alone(&way.origin, until)?;
                self.failed(target, why, Some(until), now)
            }
            RequestOutcome::Failed(why) => self.failed(target, why, None, now),
            RequestOutcome::Refused(why) => self.refused(target, why, now),
        }
    }

    /// Notes where something is instead; it is visited there next, by the rules of that site.
    fn elsewhere(&mut self, mut target: Target, way: &Way, to: &str, now: Timestamp) -> Result<WatchStep, StateError> {
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
    fn forbidden(&mut self, target: Target, why: &str, is_over: bool, now: Timestamp) -> Result<WatchStep, StateError> {
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

    /// Notes a list that is to be visited; gives whether it is new.
    pub(crate) fn list_list(
        &mut self,
        url: &Url,
        parent: Option<&str>,
        depth: u32,
        now: Timestamp,
    ) -> Result<bool, StateError> {
        let (kind, site) = (TargetKind::List, origin(url));
        let listed = Listed {
            key: url.as_str(),
            kind,
            url: url.as_str(),
            site: &site,
            parent,
            depth,
            title: None,
            published: None,
            publisher: None,
        };
        self.state.list(&listed, now)
    }
}

/// What a step did.
pub fn told(url: &str, what: &str, is_failure: bool) -> WatchStep {
    WatchStep::Did(Event { url: without_secrets(url), what: what.to_owned(), is_failure, has_recorded: false })
}

impl WatchStep {
    /// The same, and something was recorded, or not.
    pub(crate) fn recorded(self, has_recorded: bool) -> Self {
        match self {
            Self::Did(event) => Self::Did(Event { has_recorded, ..event }),
            other => other,
        }
    }
}
