//! What a site allows: its robots.txt is asked for before anything else of it.

use jiff::Timestamp;
use url::Url;

use crate::event::{WatchStep, told};
use crate::listing::absolute;
use crate::robots::{self, Rules};
use crate::state::{Site, StateError, Target};
use crate::watch::Watch;
use crate::way::Way;
use crate::web::{Refusal, Request};

impl Watch<'_> {
    /// Whether a site's rules let us go there.
    pub(crate) fn allows(&mut self, way: &Way, rules: &Rules) -> bool {
        self.robots.entry(way.origin.clone()).or_insert_with(|| rules.parsed()).is_url_allowed(&way.url)
    }

    /// Asks a site for its rules, or asks where it sent us for them. Where the site itself must not be asked, what was to be
    /// visited is refused.
    pub(crate) fn ask_rules(
        &mut self,
        target: Target,
        way: &Way,
        mut site: Site,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        self.robots.remove(&way.origin);
        self.state.leave_alone(&way.origin, now + self.pace.site)?;
        let asked = site.location.as_deref().and_then(|url| Url::parse(url).ok()).or_else(|| robots::address(&way.url));
        let Some(url) = asked else { return self.know(way, site, Rules::None, now) };
        let answer = self.web.get(&Request { url: &url, etag: None, modified: None, most: robots::LONGEST });
        if let Err(Refusal::Forbidden(why)) = answer {
            return self.refused(target, why, now);
        }
        let elsewhere =
            answer.as_ref().ok().and_then(|answer| answer.header("location")).and_then(|to| absolute(to, &url));
        match (Rules::of(answer), elsewhere) {
            (Some(rules), _) => self.know(way, site, rules, now),
            (None, Some(to)) if site.hops < robots::MOST_REDIRECTS => {
                (site.location, site.hops) = (Some(to.into()), site.hops + 1);
                site.rules = None;
                self.state.know_site(&way.origin, &site)?;
                Ok(told(url.as_str(), "robots.txt is elsewhere", false))
            }
            // RFC 9309, section 2.3.1.2: one that is not reached within five redirects counts as none.
            (None, _) => self.know(way, site, Rules::None, now),
        }
    }

    fn know(&mut self, way: &Way, site: Site, rules: Rules, now: Timestamp) -> Result<WatchStep, StateError> {
        let what = match &rules {
            Rules::Text(_) => "robots.txt read",
            Rules::None => "there is no robots.txt",
            Rules::Unreached => "robots.txt cannot be had",
        };
        let is_failure = rules == Rules::Unreached;
        let rules = Some((rules.clone(), rules.believed_until(now)));
        self.state.know_site(&way.origin, &Site { rules, location: None, hops: 0, failures: site.failures })?;
        Ok(told(&way.origin, what, is_failure))
    }
}
