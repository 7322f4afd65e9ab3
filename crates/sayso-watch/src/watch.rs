//! Watching, a step at a time.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use robotxt::Robots;
use url::Url;

use crate::answer::RequestOutcome;
use crate::event::WatchStep;
use crate::recorder::Recorder;
use crate::robots::{self, Rules};
use crate::schedule::{VisitIntervals, retry};
use crate::state::{Listed, Next, StateError, Target, TargetKind, WatchStore};
use crate::way::{Way, origin};
use crate::web::{Request, Web};

/// Bytes of a feed or a page that are taken, unpacked: the longest news page met in two public benchmarks is under 4 MiB.
const LONGEST: u64 = 16 << 20;

/// How long what is visited no more is remembered after it was last listed.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What is watched, with whatever watching needs.
pub struct Watch<'w> {
    pub(crate) state: WatchStore,
    pub(crate) web: &'w dyn Web,
    pub(crate) recorder: &'w mut dyn Recorder,
    pub(crate) pace: VisitIntervals,
    /// The rules of sites, ready to be asked.
    pub(crate) robots: HashMap<String, Robots>,
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
