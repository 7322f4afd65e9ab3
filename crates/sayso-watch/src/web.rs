//! The web, as the program brings it.

use url::Url;

/// One request. It follows no redirect: whoever asks decides whether to go there.
#[derive(Clone, Debug)]
pub struct Request<'r> {
    /// Where to; http or https.
    pub url: &'r Url,
    /// The tag of what is known already: `If-None-Match`.
    pub etag: Option<&'r str>,
    /// When what is known was changed, as the server said: `If-Modified-Since`.
    pub modified: Option<&'r str>,
    /// How many bytes are taken, unpacked.
    pub most: u64,
}

/// What a server answered.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The fields, in their order.
    pub headers: Vec<(String, String)>,
    /// The encoding that the fields declare.
    pub charset: Option<String>,
    /// What came, unpacked.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The address must not be asked, now or later: it leads to this machine or into its network.
    Forbidden(String),
    /// More came than is taken.
    TooLong(String),
    /// Nothing came, or it broke off; another time it may.
    Failed(String),
}

/// Whoever can ask servers.
pub trait Web {
    /// Asks once.
    ///
    /// # Errors
    ///
    /// Where nothing whole came back.
    fn get(&self, request: &Request<'_>) -> Result<Answer, Refusal>;
}

impl Answer {
    /// A field by its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}
