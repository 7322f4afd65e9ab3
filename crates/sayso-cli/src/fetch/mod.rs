//! Fetches one document from the web, and nothing from inside the network that the program runs in.
//!
//! Who gives an address may not be who runs the program, so an address must not reach what only this machine can
//! reach. The check is made on the resolved addresses that are then connected to, for the first request and for each
//! redirect; a name that resolves anew to something else gains nothing. For the same reason no proxy is used: it would
//! resolve names out of sight.

mod address;
mod visit;

use std::fmt;
use std::io::Read;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, ResponseExt};

use sayso::without_secrets;

use address::refusal;
use sayso_io::size_limit::LONGEST;
pub use visit::PublicWeb;

/// For the whole fetch, redirects and body included.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// For a connection to one address.
const LONGEST_CONNECT: Duration = Duration::from_secs(10);

/// News sites redirect from short addresses to https, to `www.` and to a session: rarely more than four times.
const MOST_REDIRECTS: u32 = 8;

/// A fetched document.
pub struct Fetched {
    /// Its bytes, decompressed.
    pub bytes: Vec<u8>,
    /// The encoding that its header declares.
    pub charset: Option<String>,
    /// Where it was at last, after redirects; without secrets.
    pub url: String,
    /// The status of the answer.
    pub status: u16,
    /// The fields of the answer, in its order.
    pub headers: Vec<(String, String)>,
}

/// Fetches an address, with the name and password in it where it has them; the error says why not and what to do.
///
/// What is told of the address has no secrets, whatever happens.
pub fn fetch(url: &str) -> Result<Fetched, String> {
    let agent = agent(MOST_REDIRECTS, LONGEST_WAIT, PublicResolver::default());
    let shown = without_secrets(url);
    let mut response = agent.get(url).call().map_err(|error| explain(&shown, &error))?;
    let url = shown;
    if !response.status().is_success() {
        let status = response.status();
        return Err(format!(
            "{url}: the server answers '{status}'; check the address, or save the page and give its file"
        ));
    }
    let address = without_secrets(&response.get_uri().to_string());
    let charset = response.body().charset().map(str::to_owned);
    let status = response.status().as_u16();
    let field = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    let fields = response.headers().iter().map(|(name, value)| (name.to_string(), field(value.as_bytes())));
    let headers = fields.collect();
    let mut bytes = Vec::new();
    // The limit is on what comes out of decompression, so a small answer cannot unfold without end.
    let body = response.body_mut().with_config().limit(u64::MAX).reader();
    body.take(LONGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("{url}: the page broke off ({error}); try again"))?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("{url}: longer than {} MiB; give the address of one article", LONGEST >> 20));
    }
    Ok(Fetched { bytes, charset, url: address, status, headers })
}

/// Asks through a resolver; `wait` is how long a whole fetch may take. A redirect too many is given back as it is.
fn agent(most_redirects: u32, wait: Duration, resolver: impl Resolver) -> Agent {
    let config = Config::builder()
        .proxy(None)
        .max_redirects(most_redirects)
        .max_redirects_will_error(most_redirects > 0)
        .timeout_global(Some(wait))
        .timeout_connect(Some(LONGEST_CONNECT.min(wait)))
        .http_status_as_error(false)
        .user_agent(concat!("sayso/", env!("CARGO_PKG_VERSION")))
        .build();
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

fn explain(url: &str, error: &ureq::Error) -> String {
    let help = match error {
        ureq::Error::HostNotFound => "there is no such host; check the address",
        ureq::Error::Timeout(_) => "no answer in time; try again, or save the page and give its file",
        ureq::Error::TooManyRedirects => {
            "it redirects without end; open it in a browser and give the address shown there"
        }
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => "not an address; write it as https://site.example/article",
        ureq::Error::Other(reason) => return format!("{url}: {reason}"),
        _ => return format!("{url}: cannot be fetched ({error}); try again, or save the page and give its file"),
    };
    format!("{url}: {help}")
}

/// Resolves names as usual and refuses those that lead to an address which is not public.
#[derive(Debug, Default)]
struct PublicResolver {
    inner: DefaultResolver,
}

impl Resolver for PublicResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let resolved = self.inner.resolve(uri, config, timeout)?;
        match resolved.iter().find_map(|address| refusal(address.ip())) {
            Some(network) => Err(ureq::Error::Other(Box::new(NotPublic { network }))),
            None => Ok(resolved),
        }
    }
}

/// An address that is not fetched from.
#[derive(Debug)]
struct NotPublic {
    network: &'static str,
}

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "leads to {} and is not fetched; save the page and give its file", self.network)
    }
}

impl std::error::Error for NotPublic {}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn this_machine_is_never_asked() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        for host in ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433", "127.1", "[::ffff:127.0.0.1]"] {
            let error = fetch(&format!("http://{host}:{port}/")).err().expect("it is refused");
            assert!(error.contains("is not fetched") || error.contains("no such host"), "{host}: {error}");
        }
        assert!(listener.accept().is_err(), "nobody has connected");
    }

    #[test]
    fn no_error_tells_a_password() {
        for address in ["http://ann:secret@127.0.0.1:1/", "http://ann:secret@a b/", "http://ann:secret@/?token=secret"]
        {
            let error = fetch(address).err().unwrap();
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn what_is_no_address_is_told() {
        assert!(fetch("http://").err().unwrap().contains("not an address"));
        assert!(fetch("https://a b/").err().unwrap().contains("not an address"));
    }
}
