//! Languages, and what the folder of each offers.

use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::LanguageError;
use crate::folder::{self, Files, SHIPPED};
use crate::words::Words;

/// The file that says what a language's folder is.
const ABOUT: &str = "language.toml";

/// What a language's folder has the words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Offer {
    /// What stands on a page beside its text: months, bylines, furniture.
    Page,
    /// Numbers that count or measure.
    Figures,
    /// Expressions of time.
    Dates,
    /// Who says what: attributions with speakers, stance, certainty and provenance.
    Reading,
    /// What is compared across articles: claims, parties, figures over time, stories, versions.
    Ledger,
    /// What a story's brief is written with: its sentences, and the words by which a quotation is told to stand alone.
    Brief,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    name: String,
    offers: Vec<Offer>,
    #[serde(default)]
    frequent: Words,
}

/// One language: its name, and the files of its folder.
#[derive(Debug)]
pub struct Language {
    tag: String,
    name: String,
    offers: Vec<Offer>,
    frequent: Words,
    files: Files,
}

impl Language {
    fn new(tag: String, files: Files) -> Result<Self, LanguageError> {
        let About { name, offers, frequent } = parse(&tag, &files, ABOUT)?;
        Ok(Self { tag, name, offers, frequent, files })
    }

    /// The ISO 639-1 code, which is its folder's name: `en`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Its name in English.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether its folder has the words for something.
    #[must_use]
    pub fn offers(&self, what: Offer) -> bool {
        self.offers.contains(&what)
    }

    /// Its most frequent words that few other languages have, by which a short text is told; none where its folder lists
    /// none.
    #[must_use]
    pub fn frequent(&self) -> &Words {
        &self.frequent
    }

    /// One of its files, read as the stage that needs it says: `language.parse("reading/stance.toml")`.
    ///
    /// # Errors
    ///
    /// Where the file is missing, is no TOML, or holds something else; the error says which file and line.
    pub fn parse<T: DeserializeOwned>(&self, file: &str) -> Result<T, LanguageError> {
        parse(&self.tag, &self.files, file)
    }
}

fn parse<T: DeserializeOwned>(tag: &str, files: &Files, file: &str) -> Result<T, LanguageError> {
    let path = format!("lang/{tag}/{file}");
    let Some(content) = files.get(file) else { return Err(LanguageError::Missing { file: path }) };
    toml::from_str(content).map_err(|cause| LanguageError::File { file: path, cause: Box::new(cause) })
}

/// All languages of a folder, in order of tag.
#[derive(Debug)]
pub struct Languages(Vec<Language>);

static ALL: LazyLock<Languages> = LazyLock::new(|| {
    let tagged = SHIPPED.dirs().filter_map(|folder| Some((folder.path().file_name()?.to_str()?.to_owned(), folder)));
    let mut all: Vec<Language> = tagged
        .map(|(tag, folder)| Language::new(tag, folder::shipped(folder)))
        .collect::<Result<_, _>>()
        .expect("the folders that ship are loaded in tests");
    all.sort_by(|a, b| a.tag.cmp(&b.tag));
    Languages(all)
});

impl Languages {
    /// The languages that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &ALL
    }

    /// The languages of a folder on a disk, each in a folder of its own.
    ///
    /// # Errors
    ///
    /// Where a folder cannot be read, or its `language.toml` is missing or wrong.
    pub fn read(folder: &Path) -> Result<Self, LanguageError> {
        let folders = folder::entries(folder)?.into_iter().filter(|path| path.is_dir());
        let tagged = folders.filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path)));
        tagged.map(|(tag, path)| Language::new(tag, folder::read(&path)?)).collect::<Result<_, _>>().map(Self)
    }

    /// The language of a tag as BCP 47 has them; `en-GB` is `en`.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Language> {
        let primary = primary(tag);
        self.0.iter().find(|language| language.tag == primary)
    }

    /// All of them, in order of tag.
    pub fn iter(&self) -> impl Iterator<Item = &Language> {
        self.0.iter()
    }

    /// Those whose folder has the words for something.
    pub fn that_offer(&self, what: Offer) -> impl Iterator<Item = &Language> {
        self.iter().filter(move |language| language.offers(what))
    }
}

/// The language of a BCP 47 tag without its region or script, in lower case; `en_US`, as some pages have it, too.
///
/// ```
/// assert_eq!(sayso_lang::primary("pt-BR"), "pt");
/// assert_eq!(sayso_lang::primary("EN_us"), "en");
/// ```
#[must_use]
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().trim().to_lowercase()
}
