//! Phrases that attribute nothing, though a model may take a word of theirs for a cue: 'goes without saying'.

use sayso_text::Span;

use crate::tokens::Tokens;

/// Where idioms stand in a text, in order.
pub fn idioms(tokens: &Tokens<'_>) -> Vec<Span> {
    let words = &tokens.language().attribution.idioms;
    let idiom = |start: usize| {
        let end = tokens.sentence(start).end;
        let word = |ahead: usize| if start + ahead < end { tokens.word(start + ahead) } else { "" };
        words.length(&word).and_then(|length| tokens.span_of(start..start + length))
    };
    (0..tokens.len()).filter_map(idiom).collect()
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;

    fn found(string: &str) -> Vec<String> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        idioms(&tokens).into_iter().map(|span| text.slice(span).to_owned()).collect()
    }

    #[test]
    fn phrases_with_a_gap_and_a_choice() {
        assert_eq!(
            found("The flood claimed more than 40 lives. It goes without saying."),
            ["claimed more than 40 lives", "goes without saying",]
        );
        assert!(found("The paper claimed that lives were lost. She claimed. The lives of others").is_empty());
    }
}
