//! Single requests for whoever watches: no redirect is followed, and only what is new is asked for.

use std::io::{self, Read};
use std::time::Duration;

use sayso_watch::{Answer, Refusal, Request, Web};
use ureq::http::Response;
use ureq::unversioned::resolver::Resolver;
use ureq::{Agent, Body};

use super::{LONGEST_WAIT, NotPublic, PublicResolver, agent};

/// The public internet, as `fetch` sees it.
pub struct PublicWeb {
    agent: Agent,
}

impl Default for PublicWeb {
    fn default() -> Self {
        Self::through(PublicResolver::default(), LONGEST_WAIT)
    }
}

impl PublicWeb {
    /// By what a resolver says. Only tests have one that knows this machine.
    pub(super) fn through(resolver: impl Resolver, wait: Duration) -> Self {
        Self { agent: agent(0, wait, resolver) }
    }
}

impl Web for PublicWeb {
    fn get(&self, request: &Request<'_>) -> Result<Answer, Refusal> {
        let known = [("if-none-match", request.etag), ("if-modified-since", request.modified)];
        let mut asked = self.agent.get(request.url.as_str());
        for (name, value) in known.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            asked = asked.header(name, value);
        }
        taken(asked.call().map_err(|error| refusal(&error))?, request.most)
    }
}

/// What came, unpacked, if it is not too much.
fn taken(mut response: Response<Body>, most: u64) -> Result<Answer, Refusal> {
    let field = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    let fields = response.headers().iter().map(|(name, value)| (name.to_string(), field(value.as_bytes())));
    let mut answer = Answer {
        status: response.status().as_u16(),
        headers: fields.collect(),
        charset: response.body().charset().map(str::to_owned),
        body: Vec::new(),
    };
    if !response.status().is_success() {
        return Ok(answer);
    }
    let body = response.body_mut().with_config().limit(u64::MAX).reader();
    body.take(most + 1).read_to_end(&mut answer.body).map_err(|error| broken(&error))?;
    if answer.body.len() as u64 > most {
        return Err(Refusal::TooLong(format!("it is longer than {} MiB", most >> 20)));
    }
    Ok(answer)
}

fn broken(error: &io::Error) -> Refusal {
    Refusal::Failed(format!("it broke off ({error})"))
}

fn refusal(error: &ureq::Error) -> Refusal {
    match error {
        ureq::Error::Other(reason) => match reason.downcast_ref::<NotPublic>() {
            Some(not_public) => Refusal::Forbidden(format!("it leads to {} and is not visited", not_public.network)),
            None => Refusal::Failed(reason.to_string()),
        },
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Refusal::Forbidden("it is no address of the web".to_owned()),
        ureq::Error::HostNotFound => Refusal::Failed("there is no such host".to_owned()),
        ureq::Error::Timeout(_) => Refusal::Failed("no whole answer came in time".to_owned()),
        _ => Refusal::Failed(format!("it cannot be fetched ({error})")),
    }
}

#[cfg(test)]
mod of_tests {
    //! A web on this machine, for tests alone: the built program has no way to it.

    use std::net::SocketAddr;
    use std::time::Duration;

    use ureq::config::Config;
    use ureq::http::Uri;
    use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
    use ureq::unversioned::transport::NextTimeout;

    use super::super::PublicResolver;
    use super::PublicWeb;

    /// How long a test waits for a body that drips.
    const WAIT: Duration = Duration::from_secs(2);

    /// Hosts under `.example` are a server of the test; any other is what it is.
    #[derive(Debug)]
    struct TestResolver {
        server: SocketAddr,
        others: PublicResolver,
    }

    impl Resolver for TestResolver {
        fn resolve(
            &self,
            uri: &Uri,
            config: &Config,
            timeout: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, ureq::Error> {
            if uri.host().is_some_and(|host| host.ends_with(".example")) {
                let mut resolved = self.empty();
                resolved.push(self.server);
                return Ok(resolved);
            }
            self.others.resolve(uri, config, timeout)
        }
    }

    impl PublicWeb {
        /// Hosts under `.example` are at a server on this machine, and it is reached by no other name.
        pub fn of_tests(server: SocketAddr) -> Self {
            Self::through(TestResolver { server, others: PublicResolver::default() }, WAIT)
        }
    }
}
