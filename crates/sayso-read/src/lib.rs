//! From an article to a reading: every attribution in it, each span sliced from the text.
//!
//! [`read`] masks the furniture, lets a [`Model`] find cues and what belongs to each, and repairs
//! the result by rules where quotation marks tell more than any model: `attribution` holds the
//! steps, one file each. What the words then mean is read by
//! rules, a folder a question: whose it is (`speaker`) and in what capacity (`capacity`), what the source does with it (`stance`) and how firmly
//! (`certainty`), what it states, one thing at a time (`statement`), how it came into the article (`provenance`), and what it says in numbers and time ([`figure`],
//! [`date`]). A [`Record`] is a reading as it is printed and kept.

mod attribution;
mod budget;
mod calibration;
mod capacity;
mod certainty;
mod cut_words;
pub mod date;
pub mod figure;
mod figure_relation;
mod hyphenation;
mod meaning;
mod model;
mod provenance;
mod quotation;
mod quote_type;
mod reading;
pub mod record;
mod relation_words;
mod speaker;
mod stance;
mod statement;
mod tokens;
mod vocabulary;

pub use calibration::{Calibration, ConfidenceWeights, CueEndWeights, CueEnds, CueThresholds};
pub use capacity::{Capacity, SourceType};
pub use certainty::Certainty;
pub use date::Date;
pub use figure::Figure;
pub use figure_relation::FigureRelation;
pub use model::{Links, Model, ModelIdentity, NoAttributions, Scan, Word};
pub use provenance::{Provenance, Via};
pub use quotation::{Quotation, quotations};
pub use quote_type::QuoteType;
pub use reading::{Attribution, Reading};
pub use record::{Id, Record};
pub use speaker::{Speaker, SpeakerKind};
pub use stance::Stance;
pub use statement::Statement;
pub use vocabulary::{Vocabularies, Vocabulary, english};

use sayso_page::Article;
use sayso_text::Span;

use tokens::Tokens;
use vocabulary::UNKNOWN_READ_AS;

/// Reads an article in one of the languages that ship: finds who says what in it, outside its furniture.
///
/// What the folder of the article's language does not offer is not read, with one warning that says so. An article
/// whose language is not known is read as English. Of a text that is longer than any article only the beginning is read,
/// with a warning that says where the rest is.
///
/// The same article gives the same reading with the same model, whatever runs beside it.
pub fn read(article: Article, model: &dyn Model) -> Reading {
    read_up_to(budget::MOST_TEXT, article, model, Vocabularies::shipped())
}

/// [`read`], in languages of one's own.
pub fn read_in(article: Article, model: &dyn Model, vocabularies: &Vocabularies) -> Reading {
    read_up_to(budget::MOST_TEXT, article, model, vocabularies)
}

/// Reads `most` bytes of an article.
fn read_up_to(most: usize, article: Article, model: &dyn Model, vocabularies: &Vocabularies) -> Reading {
    let tag = article.metadata.language.as_deref().unwrap_or(UNKNOWN_READ_AS);
    let vocabulary = vocabularies.get(tag);
    let unoffered = vocabulary::unoffered(tag, vocabulary);
    let (visible, too_long) = budget::within(most, &article.text, article.visible());
    let published = day(article.metadata.published.as_deref()).or_else(|| day(article.metadata.modified.as_deref()));
    let dates = vocabulary.map(|words| words.dates(&article.text, &visible, published)).unwrap_or_default();
    let dated: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let figures = vocabulary.map(|words| words.figures(&article.text, &visible, &dated)).unwrap_or_default();
    let reading = vocabulary.and_then(|words| words.reading.as_ref());
    let (mut attributions, mut sentences, mut statements, mut relations) = Default::default();
    if let Some(words) = reading {
        let tokens = Tokens::new(&article.text, &visible, words);
        let counted: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
        let triples = attribution::triples(&article.text, &visible, &tokens, &counted, model);
        attributions = meaning::attributions(&article, &tokens, triples, &figures, &dated);
        sentences = tokens.sentences().collect();
        statements = statement::StatementReader::new(&tokens, &figures).all(&visible);
        relations = figure_relation::relations(&tokens, &counted);
    }
    let warnings = unoffered.into_iter().chain(too_long).collect();
    let model = reading.and_then(|_| model.identity().cloned());
    Reading { article, sentences, statements, attributions, figures, relations, dates, warnings, model }
}

/// The day of a date, or of a date and time.
fn day(published: Option<&str>) -> Option<jiff::civil::Date> {
    published?.get(..10)?.parse().ok()
}
