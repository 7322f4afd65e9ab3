//! From what is given to articles: the one place that knows the entrances of `sayso-page`.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use sayso_page::{Article, Known, LONGEST_DOCUMENT, Metadata, PageError, without_secrets};

use crate::unreadable::contained;
use crate::{Id, Unreadable};

pub use sayso_page::{DocumentKind, kind_of};

/// Standard Base64; streams are met with and without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// An article and what it is called.
#[derive(Clone, Debug)]
pub struct Document {
    /// As given, or derived from the text.
    pub id: Id,
    /// What is read.
    pub article: Article,
}

impl Document {
    /// An article under the id it was given, else under one derived from its text.
    #[must_use]
    pub fn new(id: Option<Id>, article: Article) -> Self {
        let id = id.unwrap_or_else(|| Id::derived(article.text.as_str()));
        Self { id, article }
    }

    /// Fills in what the document does not say of itself.
    #[must_use]
    pub fn or_else_known(mut self, defaults: &Known) -> Self {
        fill(&mut self.article.metadata, defaults);
        self
    }
}

/// The content of one document, as a line of a stream gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Plain text.
    Text(String),
    /// A page, decoded.
    Html(String),
    /// A page's bytes in Base64.
    HtmlBase64(String),
}

impl Content {
    /// The article in it.
    ///
    /// # Errors
    ///
    /// Where it is too long, or its bytes are of no text.
    pub fn article(&self, known: &Known) -> Result<Article, Unreadable> {
        match self {
            Self::Text(text) => Ok(sayso_page::from_text(text, known)?),
            Self::Html(html) => Ok(sayso_page::from_html(html, known)?),
            Self::HtmlBase64(base64) => Ok(sayso_page::from_html_bytes(&decode(base64)?, None, known)?),
        }
    }
}

/// The documents in some bytes.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// Those that have text.
    pub documents: Vec<Document>,
    /// Entries of a feed that have none.
    pub without_text: usize,
}

/// The documents in the bytes of a page, a plain text or a feed; `charset` is what an HTTP header declares for them.
///
/// # Errors
///
/// Where there is nothing to read in them.
pub fn documents(bytes: &[u8], charset: Option<&str>, known: &Known) -> Result<Documents, Unreadable> {
    contained(|| found(bytes, charset, known)).flatten()
}

fn found(bytes: &[u8], charset: Option<&str>, known: &Known) -> Result<Documents, Unreadable> {
    match kind_of(bytes) {
        DocumentKind::Feed => {
            let entries = sayso_page::read_feed(bytes, known)?;
            let document = |(id, article): (Option<String>, Article)| Document::new(id.map(Id::from), article);
            let documents = entries.articles.into_iter().map(document).collect();
            Ok(Documents { documents, without_text: entries.without_text })
        }
        _ => {
            let documents = vec![Document::new(None, sayso_page::read_page(bytes, charset, known)?)];
            Ok(Documents { documents, without_text: 0 })
        }
    }
}

/// What is too long is told before it is unpacked: four letters are three bytes.
fn decode(base64: &str) -> Result<Vec<u8>, Unreadable> {
    if base64.len() / 4 * 3 > LONGEST_DOCUMENT + LONGEST_DOCUMENT / 8 {
        return Err(PageError::TooLarge { bytes: base64.len() / 4 * 3 }.into());
    }
    let packed: String = base64.split_ascii_whitespace().collect();
    BASE64
        .decode(packed)
        .map_err(|error| Unreadable::new(format!("'html_b64' is not Base64 ({error}); encode the page's raw bytes")))
}

fn fill(metadata: &mut Metadata, defaults: &Known) {
    fill_one(&mut metadata.title, &defaults.title);
    fill_one(&mut metadata.publisher, &defaults.publisher);
    fill_one(&mut metadata.published, &defaults.published);
    fill_one(&mut metadata.url, &defaults.url.as_deref().map(without_secrets));
}

fn fill_one(known: &mut Option<String>, default: &Option<String>) {
    if known.is_none() {
        known.clone_from(default);
    }
}
