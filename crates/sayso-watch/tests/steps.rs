//! Watching against a web in memory: what is asked, when, and what is recorded.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use sayso_watch::{
    Answer, FoundArticle, Recorded, Recorder, Refusal, Request, VisitIntervals, Watch, WatchStep, WatchStore, Web,
};
use tempfile::TempDir;
use url::Url;

/// Addresses and what is answered there; anything else is not there.
#[derive(Default)]
struct Pages {
    answers: RefCell<HashMap<String, Answer>>,
    asked: RefCell<Vec<String>>,
}

impl Pages {
    fn put(&self, url: &str, answer: Answer) {
        self.answers.borrow_mut().insert(url.to_owned(), answer);
    }

    fn asked(&self, url: &str) -> usize {
        self.asked.borrow().iter().filter(|asked| *asked == url).count()
    }
}

impl Web for Pages {
    fn get(&self, request: &Request<'_>) -> Result<Answer, Refusal> {
        let url = request.url.as_str();
        self.asked.borrow_mut().push(url.to_owned());
        Ok(self.answers.borrow().get(url).cloned().unwrap_or_else(|| status(404)))
    }
}

fn status(status: u16) -> Answer {
    Answer { status, ..Answer::default() }
}

fn ok(body: &str) -> Answer {
    Answer { body: body.into(), ..status(200) }
}

fn with(mut answer: Answer, name: &str, value: &str) -> Answer {
    answer.headers.push((name.to_owned(), value.to_owned()));
    answer
}

fn feed(links: &[&str]) -> Answer {
    let item = |link: &&str| format!("<item><title>T</title><link>{link}</link><guid>{link}</guid></item>");
    let items: String = links.iter().map(item).collect();
    ok(&format!("<rss version='2.0'><channel><title>The Mail</title>{items}</channel></rss>"))
}

/// Notes what it is given, as new as long as its words are.
#[derive(Default)]
struct Notes {
    is_locked: bool,
    pages: Vec<(String, String)>,
    entries: Vec<String>,
}

impl Recorder for Notes {
    fn record(&mut self, found: FoundArticle) -> Result<Recorded, String> {
        if self.is_locked {
            return Err("the ledger is locked".to_owned());
        }
        let is_new = match found {
            FoundArticle::Page(page) => {
                let page = (page.url, String::from_utf8(page.bytes).unwrap());
                let is_new = !self.pages.contains(&page);
                self.pages.extend(is_new.then_some(page));
                is_new
            }
            FoundArticle::Entry { article, .. } => {
                self.entries.push(article.text.as_str().to_owned());
                true
            }
        };
        Ok(Recorded { added: usize::from(is_new), known: usize::from(!is_new), failed: None })
    }
}

/// A web, a state on the disk, and what was recorded.
struct Played {
    folder: TempDir,
    web: Pages,
    notes: Notes,
}

fn start() -> Timestamp {
    "2026-03-05T06:00:00Z".parse().unwrap()
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

impl Played {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), web: Pages::default(), notes: Notes::default() }
    }

    fn state(&self) -> WatchStore {
        WatchStore::open(&self.folder.path().join("a.watch")).unwrap()
    }

    /// Watches from a minute after the start to another.
    fn play(&mut self, given: &[&str], from: i64, until: i64) {
        let state = self.state();
        let mut watch = Watch::new(state, &self.web, &mut self.notes, VisitIntervals::default());
        let given: Vec<Url> = given.iter().map(|url| url.parse().unwrap()).collect();
        let (mut now, end) = (start() + minutes(from), start() + minutes(until));
        watch.watch_only(&given, now).unwrap();
        for _ in 0..10_000 {
            match watch.step(now).unwrap() {
                WatchStep::Did(_) => {}
                WatchStep::Pause(until) | WatchStep::Idle(Some(until)) if until <= end => {
                    assert!(until > now, "time goes on");
                    now = until;
                }
                _ => return,
            }
        }
        panic!("it never rests");
    }
}

const FEED: &str = "https://a.example/f";

#[test]
fn two_feeds_that_announce_one_article_bring_it_once() {
    let mut played = Played::new();
    played.web.put(FEED, feed(&["https://a.example/1?utm_source=f"]));
    played.web.put("https://b.example/f", feed(&["https://www.a.example/1"]));
    played.web.put("https://a.example/1?utm_source=f", ok("<p>One.</p>"));
    played.web.put("https://www.a.example/1", ok("<p>One.</p>"));
    played.play(&[FEED, "https://b.example/f"], 0, 0);
    played.play(&[FEED, "https://b.example/f"], 1, 10);
    assert_eq!(played.notes.pages.len(), 1);
    let asked = |url| played.web.asked(url);
    assert_eq!(asked("https://a.example/1?utm_source=f") + asked("https://www.a.example/1"), 1);
}

#[test]
fn an_article_is_visited_again_and_its_change_recorded() {
    let mut played = Played::new();
    played.web.put(FEED, feed(&["/1"]));
    played.web.put("https://a.example/1", ok("<p>Thirty boats.</p>"));
    played.play(&[FEED], 0, 120);
    assert_eq!(played.web.asked("https://a.example/1"), 2);
    played.web.put("https://a.example/1", ok("<p>Thirty-one boats.</p>"));
    played.play(&[FEED], 120, 60 * 24 * 30);
    let words: Vec<_> = played.notes.pages.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words, ["<p>Thirty boats.</p>", "<p>Thirty-one boats.</p>"]);
    assert_eq!(played.web.asked("https://a.example/1"), 6, "and no more after some days");
}

#[test]
fn a_site_that_is_busy_is_left_alone() {
    let mut played = Played::new();
    let busy = || with(status(503), "Retry-After", "7200");
    played.web.put(FEED, feed(&["/1", "/2"]));
    played.web.put("https://a.example/1", busy());
    played.web.put("https://a.example/2", busy());
    played.play(&[FEED], 0, 119);
    let asked = |played: &Played, url: &str| played.web.asked(url);
    assert_eq!(asked(&played, "https://a.example/1") + asked(&played, "https://a.example/2"), 1);
    assert_eq!(asked(&played, FEED), 1, "nothing else of the site is asked");
    played.web.put("https://a.example/1", ok("<p>One.</p>"));
    played.web.put("https://a.example/2", ok("<p>Two.</p>"));
    played.play(&[FEED], 120, 300);
    assert_eq!(played.notes.pages.len(), 2);
}

#[test]
fn what_fails_is_tried_less_and_less_and_given_up() {
    let mut played = Played::new();
    played.web.put(FEED, feed(&["/1", "/gone"]));
    played.web.put("https://a.example/1", status(500));
    played.play(&[FEED], 0, 60 * 24 * 10);
    assert_eq!(played.web.asked("https://a.example/1"), 7);
    assert_eq!(played.web.asked("https://a.example/gone"), 1);
    let failed = played.state().status().unwrap().failed;
    assert!(failed.len() == 2 && failed.iter().all(|page| page.due.is_none()), "{failed:?}");
}

#[test]
fn each_site_that_a_redirect_leads_to_is_asked_for_its_rules() {
    let mut played = Played::new();
    played.web.put(FEED, feed(&["/1", "/2"]));
    played.web.put("https://a.example/1", with(status(301), "Location", "https://b.example/one"));
    played.web.put("https://b.example/robots.txt", ok("User-agent: *\nDisallow: /one"));
    played.web.put("https://b.example/one", ok("<p>One.</p>"));
    played.web.put("https://a.example/2", with(status(302), "Location", "https://b.example/two"));
    played.web.put("https://b.example/two", ok("<p>Two.</p>"));
    played.play(&[FEED], 0, 10);
    assert_eq!(played.web.asked("https://b.example/one"), 0);
    assert_eq!(played.notes.pages, [("https://b.example/two".to_owned(), "<p>Two.</p>".to_owned())]);
}

#[test]
fn lists_that_list_one_another_end() {
    let mut played = Played::new();
    let opml = |url: &str| ok(&format!("<opml><body><outline xmlUrl='{url}'/></body></opml>"));
    played.web.put("https://a.example/1.opml", opml("https://a.example/2.opml"));
    played.web.put("https://a.example/2.opml", opml("https://a.example/1.opml"));
    for number in 3..9 {
        played
            .web
            .put(&format!("https://a.example/{number}.opml"), opml(&format!("https://a.example/{}.opml", number + 1)));
    }
    played.play(&["https://a.example/1.opml", "https://a.example/3.opml"], 0, 10);
    assert_eq!(played.web.asked("https://a.example/1.opml"), 1);
    assert_eq!(played.web.asked("https://a.example/6.opml"), 1, "it is read, and what it lists is not followed");
    assert_eq!(played.web.asked("https://a.example/7.opml"), 0);
}

#[test]
fn what_is_watched_no_more_rests() {
    let mut played = Played::new();
    played.web.put(FEED, feed(&[]));
    played.web.put("https://b.example/f", feed(&[]));
    played.play(&[FEED], 0, 1);
    played.play(&["https://b.example/f"], 60, 120);
    assert_eq!(played.web.asked(FEED), 1);
    assert!(played.web.asked("https://b.example/f") > 3);
}

#[test]
fn an_entry_that_is_whole_is_recorded_when_it_says_otherwise() {
    let mut played = Played::new();
    let whole = |boats: u8| {
        let text = format!("The coastguard said that {boats} boats were missing. ").repeat(16);
        ok(&format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Mail</title><id>f</id><updated>2026-03-05T00:00:00Z</updated>\
             <entry><id>e1</id><title>Boats</title><link href='https://a.example/1'/><updated>2026-03-05T00:00:00Z</updated>\
             <content type='text'>{text}</content></entry></feed>"
        ))
    };
    played.web.put(FEED, whole(9));
    played.play(&[FEED], 0, 180);
    assert_eq!((played.notes.entries.len(), played.web.asked("https://a.example/1")), (1, 0));
    played.web.put(FEED, whole(12));
    played.play(&[FEED], 180, 300);
    assert_eq!((played.notes.entries.len(), played.web.asked("https://a.example/1")), (2, 0));
}

#[test]
fn what_cannot_be_recorded_now_is_recorded_later() {
    let mut played = Played::new();
    played.notes.is_locked = true;
    played.web.put(FEED, with(feed(&["/1"]), "ETag", "\"f\""));
    played.web.put("https://a.example/1", with(ok("<p>One.</p>"), "ETag", "\"p\""));
    played.play(&[FEED], 0, 10);
    let failed = played.state().status().unwrap().failed;
    assert!(failed[0].error.contains("locked") && failed[0].due.is_some(), "{failed:?}");
    played.notes.is_locked = false;
    played.play(&[FEED], 10, 30);
    assert_eq!(played.notes.pages.len(), 1);
}
