//! Where a document comes from: a file, the standard input, the web, or the program itself.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::PathBuf;
use std::str::FromStr;

use jiff::Timestamp;
use sayso::ledger::store::Fetched;
use sayso::{Known, without_secrets};
use sayso_io::OpenInput;
use sayso_io::input::{InputSource, Stream};

use crate::{fetch, progress};

/// Bytes from which on a person is shown how far a file is read.
const LONG: u64 = 4 << 20;

/// The article that is part of the program.
const DEMO: &str = include_str!("../../../demo/article.txt");

/// When and by whom it was published.
const DEMO_PUBLISHED: (&str, &str) = ("2026-02-03", "Meridian Press Agency");

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// `-`
    Standard,
    /// An address on the web.
    Url(String),
    /// Anything else.
    File(PathBuf),
    /// The built-in article.
    Demo,
}

impl OpenInput for Input {
    fn open(&self) -> Result<InputSource, String> {
        match self {
            Self::Demo => Ok(InputSource::of(DEMO, "article.txt")),
            Self::Url(url) => self.fetched(url),
            Self::Standard => Ok(source(Box::new(BufReader::new(io::stdin())), "-", None)),
            Self::File(path) => {
                let file = File::open(path).map_err(|error| unreadable(&error))?;
                if file.metadata().is_ok_and(|data| data.is_dir()) {
                    return Err(unreadable(&io::ErrorKind::IsADirectory.into()));
                }
                let length = file.metadata().ok().filter(|data| data.is_file()).map(|data| data.len());
                let stream: Stream = Box::new(BufReader::new(file));
                // Who reads many short files is not shown how far each is read.
                let is_long = length.is_none_or(|length| length >= LONG);
                let stream = if is_long { progress::watched(stream, &progress::bar(length)) } else { stream };
                Ok(source(stream, &path.to_string_lossy(), Some(path.clone())))
            }
        }
    }

    fn known(&self) -> Known {
        match self {
            Self::Demo => {
                let (published, publisher) = DEMO_PUBLISHED;
                Known {
                    published: Some(published.to_owned()),
                    publisher: Some(publisher.to_owned()),
                    ..Known::default()
                }
            }
            _ => Known::default(),
        }
    }

    /// A file may list addresses; a page that was fetched may not have others fetched.
    fn at(&self, address: &str) -> Option<Self> {
        matches!(self, Self::File(_) | Self::Standard).then(|| Self::Url(address.to_owned()))
    }
}

impl Input {
    fn fetched(&self, asked: &str) -> Result<InputSource, String> {
        let named = format!("{self}: ");
        let page = fetch::fetch(asked)
            .map_err(|error| error.strip_prefix(&named).map_or_else(|| error.clone(), str::to_owned))?;
        let fetched = Fetched {
            asked: Some(without_secrets(asked)),
            url: Some(page.url),
            at: Some(Timestamp::now().to_string()),
            status: Some(page.status),
            headers: page.headers,
            charset: page.charset,
        };
        Ok(InputSource { fetched: Some(fetched), ..InputSource::of(page.bytes, self.to_string()) })
    }
}

fn source(stream: Stream, name: &str, path: Option<PathBuf>) -> InputSource {
    InputSource { stream, name: name.to_owned(), path, fetched: None }
}

/// Why it cannot be read.
pub fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder; give a file in it".to_owned(),
        _ => error.to_string(),
    }
}

impl FromStr for Input {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let scheme = given.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        match scheme.as_deref() {
            _ if given == "-" => Ok(Self::Standard),
            Some("http" | "https") => Ok(Self::Url(given.to_owned())),
            Some(scheme) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                Err(format!("addresses of '{scheme}' are not fetched; give one of http or https, or a file"))
            }
            _ => Ok(Self::File(given.into())),
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standard => f.write_str("standard input"),
            Self::Url(url) => f.write_str(&without_secrets(url)),
            Self::File(path) => path.display().fmt(f),
            Self::Demo => f.write_str("the built-in article"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_told_apart_by_their_form() {
        assert_eq!("-".parse(), Ok(Input::Standard));
        assert_eq!("HTTPS://a.example/b".parse(), Ok(Input::Url("HTTPS://a.example/b".to_owned())));
        assert_eq!("http:/a".parse(), Ok(Input::File("http:/a".into())));
        assert!("ftp://a.example/b".parse::<Input>().is_err());
        assert!(!"ftp://ann:secret@a.example".parse::<Input>().unwrap_err().contains("secret"));
        let shown = Input::Url("https://ann:secret@a.example/b?token=secret".to_owned()).to_string();
        assert_eq!(shown, "https://a.example/b");
    }
}
