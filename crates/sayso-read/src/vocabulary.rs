//! The words that a reading needs of a language, loaded from its folder and checked as a whole.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_lang::{Language, LanguageError, Languages, Offer, primary};
use sayso_page::Warning;
use sayso_text::{Span, Text};

use crate::attribution::AttributionWords;
use crate::capacity::CapacityWords;
use crate::certainty::CertaintyWords;
use crate::cut_words::CutWords;
use crate::date::{Date, DateWords, dates};
use crate::figure::{Figure, FigureWords, figures};
use crate::provenance::ProvenanceWords;
use crate::relation_words::RelationWords;
use crate::speaker::SpeakerWords;
use crate::stance::StanceWords;
use crate::statement::StatementWords;

/// What a language's folder offers to the reading; what it doesn't is not read in that language.
#[derive(Debug)]
pub struct Vocabulary {
    figures: Option<FigureWords>,
    dates: Option<DateWords>,
    pub(crate) reading: Option<ReadingWords>,
}

/// The words by which attributions are found and understood.
#[derive(Debug, Default)]
pub(crate) struct ReadingWords {
    pub(crate) cut: CutWords,
    pub(crate) attribution: AttributionWords,
    pub(crate) speaker: SpeakerWords,
    pub(crate) capacity: CapacityWords,
    pub(crate) stance: StanceWords,
    pub(crate) statement: StatementWords,
    pub(crate) certainty: CertaintyWords,
    pub(crate) provenance: ProvenanceWords,
    pub(crate) relations: RelationWords,
}

impl Vocabulary {
    /// All figures in the visible stretches of a text, in order, without overlap and apart from `dates`; none where the
    /// language does not offer them.
    ///
    /// ```
    /// use sayso_text::Text;
    ///
    /// let text: Text = Text::new("Up to 600 sailors, including 40 officers");
    /// let figures = sayso_read::english().figures(&text, &[text.whole()], &[]);
    /// assert_eq!((figures[0].value, figures[0].high), (None, Some(600.0)));
    /// assert_eq!((figures[1].value, figures[1].part_of), (Some(40.0), Some(0)));
    /// ```
    #[must_use]
    pub fn figures(&self, text: &Text, visible: &[Span], dates: &[Span]) -> Vec<Figure> {
        self.figures.as_ref().map(|words| figures(text, visible, dates, words)).unwrap_or_default()
    }

    /// All expressions of time in the visible stretches of a text, in order of place; none where the language does not
    /// offer them.
    ///
    /// Without a day of publication, what depends on it stays open: 'Oct. 23' is `XXXX-10-23`.
    ///
    /// ```
    /// use sayso_text::Text;
    ///
    /// let text: Text = Text::new("They met in mid-October.");
    /// let date = sayso_read::english().dates(&text, &[text.whole()], "2026-02-03".parse().ok())[0];
    /// assert_eq!((text.slice(date.span), date.value.to_string().as_str()), ("mid-October", "2025-10"));
    /// ```
    #[must_use]
    pub fn dates(&self, text: &Text, visible: &[Span], published: Option<jiff::civil::Date>) -> Vec<Date> {
        self.dates.as_ref().map(|words| dates(text, visible, published, words)).unwrap_or_default()
    }

    fn load(language: &Language) -> Result<Self, LanguageError> {
        fn offered<T>(
            language: &Language,
            what: Offer,
            load: impl FnOnce(&Language) -> Result<T, LanguageError>,
        ) -> Result<Option<T>, LanguageError> {
            language.offers(what).then(|| load(language)).transpose()
        }
        Ok(Self {
            figures: offered(language, Offer::Figures, FigureWords::load)?,
            dates: offered(language, Offer::Dates, DateWords::load)?,
            reading: offered(language, Offer::Reading, ReadingWords::load)?,
        })
    }
}

impl ReadingWords {
    fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            cut: CutWords::load(language)?,
            attribution: AttributionWords::load(language)?,
            speaker: SpeakerWords::load(language)?,
            capacity: CapacityWords::load(language)?,
            stance: StanceWords::load(language)?,
            statement: StatementWords::load(language)?,
            certainty: CertaintyWords::load(language)?,
            provenance: ProvenanceWords::load(language)?,
            relations: RelationWords::load(language)?,
        })
    }
}

/// The language that an article is read in where its own is not known.
pub(crate) const UNKNOWN_READ_AS: &str = "en";

/// The vocabularies of several languages.
#[derive(Debug)]
pub struct Vocabularies(BTreeMap<String, Vocabulary>);

static SHIPPED: LazyLock<Vocabularies> =
    LazyLock::new(|| Vocabularies::load(Languages::shipped()).expect("the folders that ship are loaded in tests"));

impl Vocabularies {
    /// Loads those of all languages of a folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong; the error says which, and the line.
    pub fn load(languages: &Languages) -> Result<Self, LanguageError> {
        let tagged = languages.iter().map(|language| Ok((language.tag().to_owned(), Vocabulary::load(language)?)));
        tagged.collect::<Result<_, _>>().map(Self)
    }

    /// Those that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// That of a language by its BCP 47 tag, where there is one.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Vocabulary> {
        self.0.get(&primary(tag))
    }
}

/// What is told where a language's folder does not offer everything that is read.
pub(crate) fn unoffered(tag: &str, vocabulary: Option<&Vocabulary>) -> Option<Warning> {
    let has = |offered: fn(&Vocabulary) -> bool| vocabulary.is_some_and(offered);
    let parts = [
        ("attributions", has(|words| words.reading.is_some())),
        ("figures", has(|words| words.figures.is_some())),
        ("dates", has(|words| words.dates.is_some())),
    ];
    let missing: Vec<&str> = parts.iter().filter(|(_, offered)| !offered).map(|(name, _)| *name).collect();
    let (last, others) = missing.split_last()?;
    let list = if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
    let message = format!(
        "The language of this article is '{}', in which no {list} can be read yet: none are given. \
         Its text can still be grouped, searched and compared.",
        primary(tag)
    );
    Some(Warning::new(message))
}

/// What ships for English.
///
/// # Panics
///
/// Where English does not ship.
#[must_use]
pub fn english() -> &'static Vocabulary {
    Vocabularies::shipped().get("en").expect("English ships")
}

/// What ships for attributions in English.
#[cfg(test)]
pub(crate) fn english_reading() -> &'static ReadingWords {
    english().reading.as_ref().expect("English is read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_ships_is_loaded() {
        let all = Vocabularies::load(Languages::shipped()).unwrap_or_else(|error| panic!("{error}"));
        let english = all.get("en").unwrap();
        assert!(english.figures.is_some() && english.dates.is_some() && english.reading.is_some());
    }
}
