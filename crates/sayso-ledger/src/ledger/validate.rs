//! What is checked before a claim is added or a mention mended: everything that is given is there.

use sayso_read::record::Offsets;

use super::choice::DecideError;
use super::decide::Deciding;
use crate::Document;
use crate::decision::{Amendment, DecisionDetail, FigureRef, Figures, Marked, Speaker};
use crate::record::MentionRecord;

impl Deciding<'_> {
    /// A claim that was missed, in an article that is there and has its words; its mention has no id yet.
    pub(super) fn added(&self, marked: &Marked) -> Result<DecisionDetail, DecideError> {
        let document = self.text_of(&marked.article)?;
        are_named(&marked.speakers)?;
        let given = [Some(marked.words), marked.source, marked.cue];
        given.into_iter().flatten().try_for_each(|at| are_words(&document, at))?;
        let span = document.text.span_of_code_points(marked.words.0, marked.words.1);
        let attributed = self.view.mentions_of(&document)?.attributed;
        if let Some(known) = attributed.iter().find(|mention| Some(mention.span) == span) {
            return Err(DecideError::Known { article: marked.article.clone(), mention: known.id.clone() });
        }
        Ok(DecisionDetail {
            articles: vec![marked.article.clone()],
            marked: Some(marked.clone()),
            ..DecisionDetail::default()
        })
    }

    /// What is set right in a mention that is there.
    pub(super) fn amended(&self, mention: &str, amendment: &Amendment) -> Result<DecisionDetail, DecideError> {
        if amendment.is_empty() {
            return Err(DecideError::Nothing("say what is to be set right in the mention"));
        }
        let found = self.view.mention(mention)?;
        let found = found.ok_or_else(|| DecideError::NoMention(mention.to_owned()))?;
        let article = found.article.to_string();
        let document = self.text_of(&article)?;
        are_named(amendment.speakers.as_deref().unwrap_or_default())?;
        [amendment.words, amendment.source].into_iter().flatten().try_for_each(|at| are_words(&document, at))?;
        are_stated(&document, &found, amendment)?;
        Ok(DecisionDetail {
            these: vec![found.id],
            articles: vec![article],
            amendment: Some(amendment.clone()),
            ..DecisionDetail::default()
        })
    }

    fn text_of(&self, article: &str) -> Result<Document, DecideError> {
        if let Some(entry) = self.view.document(article)? {
            return Ok(Document::new(entry));
        }
        Err(match self.view.removed(article)? {
            Some(removed) => DecideError::Removed(removed.id.to_string()),
            None => DecideError::NoArticle(article.to_owned()),
        })
    }
}

fn are_named(speakers: &[Speaker]) -> Result<(), DecideError> {
    match speakers.iter().all(|speaker| !speaker.name.trim().is_empty()) {
        true => Ok(()),
        false => Err(DecideError::Nothing("a speaker has a name; give no speaker where the article states it itself")),
    }
}

fn are_words(document: &Document, at: Offsets) -> Result<(), DecideError> {
    let held = document.text.span_of_code_points(at.0, at.1).map(|span| document.text.slice(span));
    let length = document.text.code_points(document.text.whole()).1;
    match held.is_some_and(|held| !held.trim().is_empty()) {
        true => Ok(()),
        false => Err(DecideError::NoWords { article: document.id().to_string(), at, length }),
    }
}

/// Figures that are read again, or were missed, stand in the mention's words, as they are or as they are mended. One that
/// was missed has a number, and stands where the reading has none.
fn are_stated(document: &Document, mention: &MentionRecord, amendment: &Amendment) -> Result<(), DecideError> {
    let Some(Figures::Reread(figures)) = &amendment.figures else { return Ok(()) };
    let (start, end) = amendment.words.unwrap_or((mention.start, mention.end));
    let read = &document.entry.record.figures;
    for figure in figures {
        let place = match figure.figure {
            FigureRef::Read(index) => read.get(index).map(|read| (read.start, read.end)),
            FigureRef::Missed(place) => {
                are_words(document, place)?;
                if read.iter().any(|read| read.start < place.1 && place.0 < read.end) {
                    return Err(DecideError::Nothing(
                        "a figure was read there already: set that one right, by the words that it has",
                    ));
                }
                if figure.value.is_none() && figure.low.is_none() && figure.high.is_none() {
                    return Err(DecideError::Nothing("a figure that was missed has a number, or bounds"));
                }
                Some(place)
            }
        };
        if place.is_none_or(|place| place.0 < start || end < place.1) {
            return Err(DecideError::NoFigure { mention: mention.id.clone(), figure: figure.figure });
        }
    }
    Ok(())
}
