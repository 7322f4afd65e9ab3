//! What a document says about its article: title, authors, publisher, dates, language, address.
//!
//! Each field has several sources on a page, which disagree. Their order is the one that was right most often on 452 news
//! pages and blogs with gold title, date and author; each module says what it measured.

mod author_links;
mod broken_json;
mod byline;
mod dates;
mod day;
mod elsewhere;
mod head_lines;
mod heading;
mod json_ld;
mod live;
mod mark;
mod order;
mod survey;
mod title;
mod url;
mod vocabulary;
mod words;

use scraper::Html;

use crate::article::{Known, Metadata};
use crate::without_secrets;

use self::words::words;
use json_ld::LinkedData;
use survey::Survey;

pub(crate) use byline::names as names_in;
pub(crate) use day::mentions_day;
pub(crate) use elsewhere::Elsewhere;
pub(crate) use head_lines::of_text;
pub(crate) use json_ld::LiveUpdate;
pub(crate) use live::{LiveEntry, entries as live_entries};
pub(crate) use vocabulary::{BylineWords, MarkWords, MonthWords};

/// What a page says of its article and, where that is told as it goes on, of its entries.
pub(crate) struct FoundMetadata {
    pub(crate) metadata: Metadata,
    pub(crate) updates: Vec<LiveUpdate>,
}

/// Whether a line tells who wrote an article or when it came out.
pub(crate) fn is_byline_or_date(line: &str) -> bool {
    byline::is_line(line) || dates::is_labelled(line)
}

/// What a page says. `text` is all of its text, a line a block, `own` what of it stands beside the parts that speak of
/// something else; `url` is where the page was found, if that is known.
pub(crate) fn of_page(page: &Html, elsewhere: &Elsewhere, text: &str, own: &str, url: Option<&str>) -> FoundMetadata {
    let survey = Survey::of(page, elsewhere, text, own);
    let linked = LinkedData::read(&survey.linked_data);
    let address = url::canonical(&survey, &linked, url);
    let publisher = linked
        .publisher
        .clone()
        .or_else(|| survey.publisher.clone())
        .or_else(|| survey.meta(&["og:site_name", "application-name", "publisher", "dc.publisher"]));
    let site = survey.site.iter().map(String::as_str).chain(publisher.as_deref());
    let names = url::Outlet::new(site, survey.owned(), address.as_deref());
    let title = title::choose(&survey, &linked, &names);
    let metadata = Metadata {
        byline: byline::choose(&survey, &linked, title.as_deref(), &names),
        published: dates::published(&survey, &linked, title.as_deref(), address.as_deref()),
        title,
        modified: dates::modified(&survey, &linked),
        language: survey.language(),
        url: address,
        publisher,
        is_summary: false,
    };
    FoundMetadata { metadata, updates: linked.updates }
}

/// What the caller knows wins; only the address gives way to the canonical one that the page names. Its secrets go no further.
pub(crate) fn merge(known: &Known, found: Metadata) -> Metadata {
    let pick = |known: &Option<String>, found: Option<String>| known.clone().or(found);
    Metadata {
        title: pick(&known.title, found.title),
        byline: if known.byline.is_empty() { found.byline } else { known.byline.clone() },
        publisher: pick(&known.publisher, found.publisher),
        published: pick(&known.published, found.published),
        modified: pick(&known.modified, found.modified),
        language: pick(&known.language, found.language),
        url: found.url.or_else(|| known.url.clone()).map(|url| without_secrets(&url)),
        is_summary: known.is_summary || found.is_summary,
    }
}
