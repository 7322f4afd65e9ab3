//! The sentences of a text, for those that tell something of a reading.

use sayso_text::{Span, Text};

use crate::tokens::Tokens;
use crate::vocabulary::Vocabulary;

impl Vocabulary {
    /// The sentences of a text's visible stretches, in order; none where the folder does not say how a text is cut. A line
    /// end parts sentences, but where it parts a word.
    ///
    /// ```
    /// use sayso_text::Text;
    ///
    /// let text: Text = Text::new("“We left at 3 p.m. on Monday,” Dr. Orlin said. Nobody was hurt.");
    /// let sentences = sayso_read::english().sentences(&text, &[text.whole()]);
    /// assert_eq!(text.slice(sentences[1]), "Nobody was hurt.");
    /// ```
    #[must_use]
    pub fn sentences(&self, text: &Text, visible: &[Span]) -> Vec<Span> {
        let Some(words) = &self.reading else { return Vec::new() };
        Tokens::new(text, visible, words).sentences().collect()
    }
}
