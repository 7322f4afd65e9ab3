//! What becomes of a page that came: it is recorded, and visited again when it may have been changed silently.

use jiff::Timestamp;
use sayso::{DocumentKind, Known, kind_of, without_secrets};
use url::Url;

use crate::event::{WatchStep, told};
use crate::recorder::{FoundArticle, FoundPage};
use crate::schedule::revisit;
use crate::state::{StateError, Target, TargetKind};
use crate::watch::Watch;
use crate::web::Answer;

impl Watch<'_> {
    /// A page came.
    pub(crate) fn page_came(
        &mut self,
        mut target: Target,
        url: &Url,
        answer: Answer,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        if matches!(kind_of(&answer.body), DocumentKind::Feed | DocumentKind::JsonLines) {
            return self.refused(target, "there is no article at this address, but a feed or data".to_owned(), now);
        }
        let [etag, modified] = ["etag", "last-modified"].map(|name| answer.header(name).map(str::to_owned));
        let found = FoundArticle::Page(Box::new(found(&target, url, answer, now)));
        let recorded = match self.recorder.record(found) {
            Ok(recorded) => recorded,
            // The ledger is in somebody else's hands, or the disk is full: that passes.
            Err(why) => return self.failed(target, why, None, now),
        };
        if let Some(why) = recorded.failed {
            return self.refused(target, why, now);
        }
        (target.etag, target.modified) = (etag, modified);
        let what = match (recorded.added, target.visits) {
            (0, _) => "known already",
            (_, 0) => "recorded",
            _ => "changed: a new version is recorded",
        };
        target.recorded = target.recorded.saturating_add(u32::try_from(recorded.added).unwrap_or(u32::MAX));
        Ok(self.read(target, what, now)?.recorded(recorded.added > 0))
    }

    /// It is as it was.
    pub(crate) fn unchanged(&mut self, mut target: Target, now: Timestamp) -> Result<WatchStep, StateError> {
        if target.kind == TargetKind::List {
            target.due = Some(now + self.pace.lists);
            (target.visits, target.failures) = (target.visits.saturating_add(1), 0);
            (target.error, target.error_at, target.read_at) = (None, None, Some(now));
            let event = told(&target.url, "unchanged", false);
            self.rest(target)?;
            return Ok(event);
        }
        self.read(target, "unchanged", now)
    }

    /// A page was read; it is visited again, at last no more.
    fn read(&mut self, mut target: Target, what: &str, now: Timestamp) -> Result<WatchStep, StateError> {
        (target.visits, target.failures) = (target.visits.saturating_add(1), 0);
        (target.error, target.error_at, target.read_at) = (None, None, Some(now));
        target.due = revisit(target.visits, now);
        let event = told(&target.url, what, false);
        self.rest(target)?;
        Ok(event)
    }
}

fn found(target: &Target, url: &Url, answer: Answer, now: Timestamp) -> FoundPage {
    let defaults = Known {
        title: target.title.clone(),
        published: target.published.clone(),
        publisher: target.publisher.clone(),
        ..Known::default()
    };
    FoundPage {
        asked: without_secrets(&target.url),
        url: without_secrets(url.as_str()),
        at: now,
        status: answer.status,
        headers: answer.headers,
        charset: answer.charset,
        bytes: answer.body,
        defaults,
    }
}
