//! Where a document comes from: a file, the standard input, the web, or the program itself.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::str::FromStr;

use sayso::{Known, without_secrets};

use crate::failure::Failure;
use crate::fetch;

use super::size_limit::LONGEST;

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

/// What was read, and the address that it was found under at last.
#[derive(Default)]
pub struct ReadInput {
    /// As it came.
    pub bytes: Vec<u8>,
    /// The encoding that the server declared.
    pub charset: Option<String>,
    /// After redirects.
    pub url: Option<String>,
    /// The status of a server's answer.
    pub status: Option<u16>,
    /// The fields of a server's answer.
    pub headers: Vec<(String, String)>,
}

impl Input {
    /// All of one document.
    pub fn read(&self) -> Result<ReadInput, Failure> {
        match self {
            Self::Demo => Ok(ReadInput { bytes: DEMO.into(), ..ReadInput::default() }),
            Self::Url(url) => {
                let page = fetch::fetch(url).map_err(Failure::unread)?;
                let (url, status) = (Some(page.url), Some(page.status));
                Ok(ReadInput { bytes: page.bytes, charset: page.charset, url, status, headers: page.headers })
            }
            Self::Standard | Self::File(_) => {
                Ok(ReadInput { bytes: self.whole(self.open()?.0)?, ..ReadInput::default() })
            }
        }
    }

    /// What is known of the document beside its text.
    pub fn known(&self) -> Known {
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

    /// A stream to read line by line, and its length in bytes where that is known.
    pub fn open(&self) -> Result<(Box<dyn BufRead + Send>, Option<u64>), Failure> {
        match self {
            Self::Standard => Ok((Box::new(BufReader::new(io::stdin())), None)),
            Self::File(path) => {
                let file = File::open(path).map_err(|error| self.unreadable(&error))?;
                let length = file.metadata().ok().filter(|data| data.is_file()).map(|data| data.len());
                Ok((Box::new(BufReader::new(file)), length))
            }
            Self::Url(_) => Err(Failure::usage("--jsonl reads a file or '-'; fetch the stream first and pipe it in")),
            Self::Demo => Err(Failure::usage("the built-in article is not a stream; leave out --jsonl")),
        }
    }

    /// Why it cannot be read.
    pub fn unreadable(&self, error: &io::Error) -> Failure {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file; check the path",
            io::ErrorKind::PermissionDenied => "reading it is not permitted; check its permissions",
            io::ErrorKind::IsADirectory => "it is a folder; give a file in it",
            _ => return Failure::unread(format!("{self}: {error}")),
        };
        Failure::unread(format!("{self}: {help}"))
    }

    /// All bytes of one document of this input.
    pub fn whole(&self, stream: impl Read) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        stream.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        if bytes.len() as u64 > LONGEST {
            let most = LONGEST >> 20;
            return Err(Failure::unread(format!("{self}: longer than {most} MiB; a stream is read with --jsonl")));
        }
        Ok(bytes)
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
