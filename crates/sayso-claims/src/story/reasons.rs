//! Why an article is in a story, or another story is offered beside one.

use sayso_text::Span;

use super::related::Related;
use super::similarity::Similarity;
use super::stories::Joined;
use crate::Document;
use crate::record::{At, Common, Reason, Why};

impl Joined {
    /// The reason, with the words that it rests on in those of the two articles that are at hand.
    pub(crate) fn reason(&self, documents: &[&Document]) -> Reason {
        let common = self.similarity.common();
        let at = |document: &&Document| places(&common, document);
        let mentions = documents.iter().flat_map(at).collect();
        Reason { why: Why::Alike { article: self.article.clone(), to: self.to.clone(), common }, mentions }
    }
}

impl Related {
    /// The reason; the texts are not looked at for it.
    #[must_use]
    pub fn reason(&self) -> Reason {
        let Self { article, to, similarity, .. } = self;
        let why = Why::Alike { article: article.clone(), to: to.clone(), common: similarity.common() };
        Reason { why, mentions: Vec::new() }
    }
}

impl Similarity {
    /// What tells most of what two documents have in common.
    fn common(&self) -> Common {
        match (self.same_address, self.same_text) {
            (true, _) => Common::Address,
            (false, true) => Common::Wording,
            (false, false) => Common::Terms(self.shared.clone()),
        }
    }
}

/// The words of an article that it has in common with another: all of them, or the first of each term.
fn places(common: &Common, document: &Document) -> Vec<At> {
    match common {
        Common::Address => Vec::new(),
        Common::Wording => vec![At::of(document, document.text.whole())],
        Common::Terms(terms) => {
            let spans = terms.iter().filter_map(|term| first_place(document, term));
            spans.map(|span| At::of(document, span)).collect()
        }
    }
}

/// Where a term first stands in the text as words of its own; none where the text writes it otherwise, or the headline
/// alone has it.
fn first_place(document: &Document, term: &str) -> Option<Span> {
    let text = document.text.as_str();
    let is_apart = |at: &usize| {
        let (before, after) = (text[..*at].chars().next_back(), text[at + term.len()..].chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    let at = text.match_indices(term).map(|(at, _)| at).find(is_apart)?;
    document.text.span(at, at + term.len())
}
