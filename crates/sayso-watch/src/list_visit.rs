//! What becomes of a list that came: what it lists is noted, and entries that are whole are recorded.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;
use sayso::ledger::version::address;
use sayso::{Article, FeedEntry};
use url::Url;

use crate::event::{WatchStep, told};
use crate::listing::{ListedPage, Listing, MOST_PAGES, absolute};
use crate::recorder::FoundArticle;
use crate::state::{Listed, StateError, Target, TargetKind};
use crate::watch::Watch;
use crate::way::origin;
use crate::web::Answer;

/// Lists within lists that are followed: an OPML list of the indexes of sitemaps.
const DEEPEST: u32 = 3;

/// What came of a list.
#[derive(Debug, Default)]
struct Tally {
    /// Articles and lists that were not known.
    new: usize,
    /// Texts that were recorded.
    recorded: usize,
    /// Entries that could not be read, and why the last could not.
    unread: Option<String>,
    /// Why nothing can be recorded now.
    stopped: Option<String>,
}

impl Watch<'_> {
    /// A list came.
    pub(crate) fn list_came(
        &mut self,
        target: Target,
        url: &Url,
        answer: Answer,
        now: Timestamp,
    ) -> Result<WatchStep, StateError> {
        let mut tally = Tally::default();
        match Listing::read(&answer.body, now) {
            Err(why) => return self.failed(target, why, None, now),
            Ok(Listing::Lists(_)) if target.depth >= DEEPEST => {
                return self.refused(target, "lists of lists go too deep here".to_owned(), now);
            }
            Ok(Listing::Lists(lists)) => {
                for list in lists.iter().filter_map(|list| absolute(list, url)) {
                    tally.new += usize::from(self.list_list(&list, Some(&target.key), target.depth + 1, now)?);
                }
            }
            Ok(Listing::Pages(pages)) => {
                for page in pages {
                    tally.new += usize::from(self.list_page(&page, url, &target.key, now)?);
                }
            }
            Ok(Listing::Feed(entries)) => {
                for entry in entries.into_iter().take(MOST_PAGES) {
                    self.entry(entry, url, &target.key, &mut tally, now)?;
                    if let Some(why) = tally.stopped {
                        return self.failed(target, why, None, now);
                    }
                }
            }
        }
        let what = tally.told();
        let event = told(&target.url, &what, tally.unread.is_some()).recorded(tally.recorded > 0);
        self.list_read(target, &answer, tally.unread, now)?;
        Ok(event)
    }

    /// A list was read: what is kept of the answer is kept after all that it lists is noted.
    fn list_read(
        &mut self,
        mut target: Target,
        answer: &Answer,
        unread: Option<String>,
        now: Timestamp,
    ) -> Result<(), StateError> {
        target.etag = answer.header("etag").map(str::to_owned);
        target.modified = answer.header("last-modified").map(str::to_owned);
        (target.visits, target.failures, target.due) =
            (target.visits.saturating_add(1), 0, Some(now + self.pace.lists));
        target.error_at = unread.is_some().then_some(now);
        (target.error, target.read_at) = (unread, Some(now));
        self.rest(target)
    }

    /// One entry: its text, where that is whole or there is no page, else the page that it announces; nothing where that is none
    /// of the web.
    fn entry(
        &mut self,
        entry: FeedEntry,
        base: &Url,
        list: &str,
        tally: &mut Tally,
        now: Timestamp,
    ) -> Result<(), StateError> {
        let url = entry.url.as_deref().and_then(|url| absolute(url, base));
        if entry.url.is_some() && url.is_none() {
            return Ok(());
        }
        match (entry.article, url) {
            (Some(article), None) => {
                let own = format!("{list}#{}", entry.id.as_deref().unwrap_or_default());
                self.whole_entry(entry.id, *article, &own, list, tally, now)
            }
            (Some(article), Some(url)) if !entry.is_teaser => {
                self.whole_entry(entry.id, *article, url.as_str(), list, tally, now)
            }
            (_, Some(url)) => {
                let FeedEntry { title, published, publisher, .. } = entry;
                let page = ListedPage { url: url.into(), published, title, publisher };
                tally.new += usize::from(self.list_page(&page, base, list, now)?);
                Ok(())
            }
            (None, None) => Ok(()),
        }
    }

    /// An entry with the whole text is recorded when it is new, and again when it says otherwise.
    fn whole_entry(
        &mut self,
        id: Option<String>,
        article: Article,
        url: &str,
        list: &str,
        tally: &mut Tally,
        now: Timestamp,
    ) -> Result<(), StateError> {
        let listed = Listed { kind: TargetKind::Entry, ..page(url, list) };
        let key = key(url);
        let is_new = self.state.list(&Listed { key: &key, site: "", ..listed }, now)?;
        let content = content(&article);
        let known = self.state.target(&key)?.filter(|target| target.kind == TargetKind::Entry);
        // Its page is visited because another feed has announced it: one article is taken from one place.
        if known.is_none() || self.state.content(&key)? == Some(content) {
            return Ok(());
        }
        let found = FoundArticle::Entry { id, article: Box::new(article), seen: now };
        let recorded = match self.recorder.record(found) {
            Ok(recorded) => recorded,
            Err(why) => {
                tally.stopped = Some(why);
                return Ok(());
            }
        };
        tally.new += usize::from(is_new);
        tally.recorded += recorded.added;
        if recorded.failed.is_some() {
            tally.unread = recorded.failed;
        }
        self.state.entry_recorded(&key, content, recorded.added, now)
    }

    /// Notes a page that is to be visited; gives whether it is new.
    fn list_page(&mut self, listed: &ListedPage, base: &Url, list: &str, now: Timestamp) -> Result<bool, StateError> {
        let Some(url) = absolute(&listed.url, base) else { return Ok(false) };
        let (key, site) = (key(url.as_str()), origin(&url));
        let known = Listed {
            key: &key,
            site: &site,
            title: listed.title.as_deref(),
            published: listed.published.as_deref(),
            publisher: listed.publisher.as_deref(),
            ..page(url.as_str(), list)
        };
        self.state.list(&known, now)
    }
}

/// A page of which nothing is known but where it stands.
fn page<'l>(url: &'l str, list: &'l str) -> Listed<'l> {
    Listed {
        key: url,
        kind: TargetKind::Page,
        url,
        site: "",
        parent: Some(list),
        depth: 0,
        title: None,
        published: None,
        publisher: None,
    }
}

/// One name for all addresses of an article: two feeds announce it with parameters of their own.
fn key(url: &str) -> String {
    address(url).map_or_else(|| url.to_owned(), |address| address.as_str().to_owned())
}

/// A number that stands for an entry's words.
fn content(article: &Article) -> i64 {
    let mut hasher = DefaultHasher::new();
    (article.text.as_str(), &article.metadata.title).hash(&mut hasher);
    hasher.finish().cast_signed()
}

impl Tally {
    fn told(&self) -> String {
        let recorded = if self.recorded > 0 { format!(", {} recorded from it", self.recorded) } else { String::new() };
        let unread = self.unread.as_ref().map(|why| format!("; not all could be read: {why}")).unwrap_or_default();
        format!("{} new{recorded}{unread}", self.new)
    }
}
