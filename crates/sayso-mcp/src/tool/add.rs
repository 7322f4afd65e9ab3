//! `add_document`, which is there only where adding is allowed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::context::{ToAdd, ToolContext};
use crate::untrusted::{Untrusted, all_clipped};

/// What is asked: an address, or a text with what is known of it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddArguments {
    /// An address of http or https: a page or a feed. Addresses inside this machine's network are not fetched.
    #[serde(default)]
    link: Option<String>,
    /// The text of an article.
    #[serde(default)]
    text: Option<String>,
    /// Its headline.
    #[serde(default)]
    title: Option<String>,
    /// Its outlet.
    #[serde(default)]
    publisher: Option<String>,
    /// When it was published: 2026-02-28, or an instant.
    #[serde(default)]
    published: Option<String>,
    /// Where it stands on the web; another text under the same address is a new version.
    #[serde(default)]
    url: Option<String>,
}

/// What is answered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AddAnswer {
    /// Articles that are recorded now.
    added: usize,
    /// Articles that were there already.
    known: usize,
    /// What could not be added, and why.
    untrusted: Untrusted<Vec<String>>,
}

/// Adds it.
pub fn add(context: &ToolContext, asked: AddArguments) -> Result<AddAnswer, String> {
    let adder = context.adder().ok_or("adding is not allowed here: the server was started without --allow-add")?;
    let added = adder.add(asked.what()?);
    Ok(AddAnswer { added: added.added, known: added.known, untrusted: Untrusted(all_clipped(&added.failed)) })
}

impl AddArguments {
    fn what(self) -> Result<ToAdd, String> {
        match (self.link, self.text) {
            (Some(link), None) => Ok(ToAdd::Link(link)),
            (None, Some(text)) => {
                let known = [
                    ("title", self.title),
                    ("publisher", self.publisher),
                    ("published", self.published),
                    ("url", self.url),
                ];
                let given = known.into_iter().filter_map(|(name, value)| Some((name, value?)));
                let line: Map<String, Value> =
                    given.chain([("text", text)]).map(|(name, value)| (name.to_owned(), value.into())).collect();
                Ok(ToAdd::Line(Value::from(line).to_string()))
            }
            _ => Err("give either 'link' or 'text'".to_owned()),
        }
    }
}
