//! What is to be watched: addresses, and files with addresses in them.

use jiff::Timestamp;
use sayso_io::OpenInput;
use sayso_io::size_limit::whole;
use sayso_watch::listing::Listing;
use url::Url;

use crate::failure::Failure;
use crate::input::Input;

/// The feeds, sitemaps and lists that inputs name: an address itself, or those in a file, which is OPML or has one a line.
pub fn sources(inputs: &[Input], now: Timestamp) -> Result<Vec<Url>, Failure> {
    let mut sources = Vec::new();
    for input in inputs {
        match input {
            Input::Url(url) => sources.push(address(url, input)?),
            _ => sources.extend(listed(input, now)?),
        }
    }
    Ok(sources)
}

fn address(url: &str, input: &Input) -> Result<Url, Failure> {
    let parsed = Url::parse(url).ok().filter(Url::has_host);
    parsed.ok_or_else(|| Failure::usage(format!("{input}: not an address; write it as https://site.example/feed.xml")))
}

fn listed(input: &Input, now: Timestamp) -> Result<Vec<Url>, Failure> {
    let unreadable = |why: String| Failure::unread(format!("{input}: {why}"));
    let bytes = input.open().and_then(|source| whole(source.stream)).map_err(unreadable)?;
    match Listing::read(&bytes, now) {
        Ok(Listing::Lists(lists)) => lists.iter().map(|list| address(list, input)).collect(),
        Ok(_) => Err(Failure::usage(format!(
            "{input}: this is a feed or a sitemap itself; give the address that it comes from, or add it with 'sayso add'"
        ))),
        Err(why) => Err(Failure::usage(format!("{input}: {why}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources_of(text: &str) -> Result<Vec<String>, Failure> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let inputs = [Input::File(file.path().to_owned()), Input::Url("https://c.example/f".to_owned())];
        Ok(sources(&inputs, Timestamp::UNIX_EPOCH)?.into_iter().map(String::from).collect())
    }

    #[test]
    fn files_and_addresses_are_watched_together() {
        let opml = "<opml><body><outline xmlUrl='https://a.example/f'/></body></opml>";
        assert_eq!(sources_of(opml).unwrap(), ["https://a.example/f", "https://c.example/f"]);
        assert_eq!(sources_of("# ours\nhttps://b.example/f\n").unwrap()[0], "https://b.example/f");
    }

    #[test]
    fn what_is_no_list_is_told() {
        let feed = "<rss version='2.0'><channel><title>A</title><item><title>One</title></item></channel></rss>";
        assert!(matches!(sources_of(feed), Err(Failure::Usage(why)) if why.contains("the address that it comes from")));
        assert!(matches!(sources_of("He said no."), Err(Failure::Usage(_))));
    }
}
