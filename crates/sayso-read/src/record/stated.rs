//! What the text of a record states, as places in it: as recorded, or worked out where an earlier version recorded it.

use sayso_text::{Span, Text};

use super::{FigureRecord, Offsets, Record, StatementRecord};
use crate::budget;
use crate::figure_relation::{FigureRelation, relations};
use crate::statement::{AttributedContent, FigurePlace, Statement, StatementReader};
use crate::tokens::Tokens;
use crate::vocabulary::{ReadingWords, UNKNOWN_READ_AS, Vocabularies};

/// The version of the record from which it says what is stated.
const SINCE: u32 = 2;
/// The version from which it says how its figures stand to one another.
const RELATIONS_SINCE: u32 = 3;

/// What a text states, and the sentences that it is cut into, as places in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextStatements {
    /// The sentences of the article.
    pub sentences: Vec<Span>,
    /// What they state, whoever says it.
    pub statements: Vec<Statement>,
    /// What each attribution states, in their order.
    pub attributed: Vec<Vec<Statement>>,
}

impl Record {
    /// What the record says that its text states, in the record's own text; where an earlier version made the record, what
    /// the text states by the rules of this one.
    ///
    /// ```
    /// use sayso_page::{Known, from_text};
    /// use sayso_read::{Id, NoAttributions, Record, read};
    /// use sayso_text::Text;
    ///
    /// let article = from_text("The ferry sank. Nobody was hurt.", &Known::default())?;
    /// let record = Record::new(Id::from("d1"), &read(article, &NoAttributions));
    /// let text: Text = Text::new(record.text.as_str());
    /// let stated = record.stated(&text);
    /// assert_eq!(text.slice(stated.statements[1].span), "Nobody was hurt.");
    /// assert!(stated.statements[1].negated);
    /// let earlier = Record { schema: 1, sentences: Vec::new(), statements: Vec::new(), ..record };
    /// assert_eq!(earlier.stated(&text), stated);
    /// # Ok::<(), sayso_page::PageError>(())
    /// ```
    #[must_use]
    pub fn stated(&self, text: &Text) -> TextStatements {
        if self.schema < SINCE {
            return self.words().map_or_else(|| self.unstated(), |words| self.stated_now(text, words));
        }
        let placed = |all: &[StatementRecord]| all.iter().filter_map(|one| one.placed(text)).collect();
        TextStatements {
            sentences: places(text, &self.sentences),
            statements: placed(&self.statements),
            attributed: self.attributions.iter().map(|one| placed(&one.statements)).collect(),
        }
    }

    /// How each of the record's figures stands to those told of before; where an earlier version made the record, by the
    /// rules of this one.
    ///
    /// ```
    /// use sayso_page::{Known, from_text};
    /// use sayso_read::{FigureRelation, Id, NoAttributions, Record, read};
    /// use sayso_text::Text;
    ///
    /// let article = from_text("The ferry took 90 people and then a further 40 soldiers.", &Known::default())?;
    /// let mut record = Record::new(Id::from("d1"), &read(article, &NoAttributions));
    /// let text: Text = Text::new(record.text.as_str());
    /// let relations = record.relations(&text);
    /// assert_eq!(relations, [vec![], vec![FigureRelation::OnTop]]);
    /// record.schema = 2;
    /// record.figures.iter_mut().for_each(|figure| figure.relations.clear());
    /// assert_eq!(record.relations(&text), relations);
    /// # Ok::<(), sayso_page::PageError>(())
    /// ```
    #[must_use]
    pub fn relations(&self, text: &Text) -> Vec<Vec<FigureRelation>> {
        if self.schema >= RELATIONS_SINCE || self.figures.is_empty() {
            return self.figures.iter().map(|figure| figure.relations.clone()).collect();
        }
        let Some(words) = self.words() else { return vec![Vec::new(); self.figures.len()] };
        let tokens = Tokens::new(text, &self.visible(text), words);
        let place = |one: &FigureRecord| text.span_of_code_points(one.start, one.end);
        let of = |one| place(one).and_then(|span| relations(&tokens, [&span]).pop()).unwrap_or_default();
        self.figures.iter().map(of).collect()
    }

    /// The words of its language, where that is read.
    fn words(&self) -> Option<&'static ReadingWords> {
        let tag = self.article.language.as_deref().unwrap_or(UNKNOWN_READ_AS);
        Vocabularies::shipped().get(tag).and_then(|words| words.reading.as_ref())
    }

    /// What of its text is read.
    fn visible(&self, text: &Text) -> Vec<Span> {
        let furniture: Vec<Span> =
            self.furniture.iter().filter_map(|one| text.span_of_code_points(one.start, one.end)).collect();
        budget::within(budget::MOST_TEXT, text, text.outside(&furniture)).0
    }

    fn unstated(&self) -> TextStatements {
        TextStatements { attributed: vec![Vec::new(); self.attributions.len()], ..TextStatements::default() }
    }

    fn stated_now(&self, text: &Text, words: &ReadingWords) -> TextStatements {
        let visible = self.visible(text);
        let tokens = Tokens::new(text, &visible, words);
        let figure = |one: &FigureRecord| {
            let span = text.span_of_code_points(one.start, one.end)?;
            Some(FigurePlace::new(span, one.unit.as_deref(), one.part_of.is_some(), &words.statement.joints))
        };
        let reader = StatementReader::with(&tokens, self.figures.iter().filter_map(figure).collect());
        let attributed = self.attributions.iter().map(|one| {
            let [source, cue, content] = [&one.source, &one.cue, &one.content].map(|all| places(text, all));
            let (quote_type, stance) = (one.quote_type, one.stance);
            let (source, cue, content) = (&source[..], &cue[..], &content[..]);
            reader.attributed(&AttributedContent { source, cue, content, quote_type, stance, by_cue: stance })
        });
        let attributed = attributed.collect();
        TextStatements { sentences: tokens.sentences().collect(), statements: reader.all(&visible), attributed }
    }
}

fn places(text: &Text, offsets: &[Offsets]) -> Vec<Span> {
    offsets.iter().filter_map(|(start, end)| text.span_of_code_points(*start, *end)).collect()
}
