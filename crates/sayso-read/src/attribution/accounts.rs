//! By whose account something is so, without a verb of saying: 'Per the indictment, …', 'By the account of their landlord, …'.

use std::ops::Range;

use super::account_words::AccountWords;
use super::pattern::Worded;
use crate::tokens::{Kind, Tokens};

/// How likely it is that a careful reader finds the same.
pub const CONFIDENCE: f32 = 0.7;

/// Tokens of whoever gives the account at most.
const LONGEST: usize = 20;

/// The accounts that open sentences, in order.
pub fn accounts(tokens: &Tokens<'_>) -> Vec<Worded> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let sentence = tokens.sentence(start);
        start = sentence.end;
        found.extend(account(tokens, sentence));
    }
    found
}

fn account(tokens: &Tokens<'_>, sentence: Range<usize>) -> Option<Worded> {
    let words = &tokens.language().attribution.accounts;
    let opener = sentence.clone().find(|at| tokens.is(*at, Kind::Word))?;
    let comma = closing_comma(tokens, opener + 1..sentence.end.min(opener + LONGEST))?;
    let (cue, source) = if words.alone.contains(tokens.word(opener)) {
        (opener..opener + 1, opener + 1..comma)
    } else if words.prepositions.contains(tokens.word(opener)) {
        of_noun(tokens, words, opener, comma)?
    } else {
        return None;
    };
    let first = tokens.word(source.start);
    let is_somebody = tokens.is_capital(source.start) || words.determiners.contains(first);
    let last = sentence.end - usize::from(matches!(tokens.word(sentence.end - 1), "." | "!" | "?"));
    is_somebody.then_some(Worded {
        source: tokens.span_of(source)?,
        cue: tokens.span_of(cue)?,
        content: tokens.span_of(comma + 1..last)?,
    })
}

/// 'By the account of their landlord', 'In Lena Ortega's view': the cue, and who it is.
fn of_noun(
    tokens: &Tokens<'_>,
    words: &AccountWords,
    opener: usize,
    comma: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let noun = (opener + 1..comma).find(|at| words.nouns.contains(tokens.word(*at)))?;
    if tokens.word(noun + 1) == "of" && tokens.word(noun - 1) == "the" {
        return (noun + 2 < comma).then_some((opener..noun + 2, noun + 2..comma));
    }
    let is_owner =
        tokens.is(noun - 1, Kind::Possessive) || noun == opener + 2 && words.owners.contains(tokens.word(noun - 1));
    (is_owner && noun + 1 == comma).then_some((noun..noun + 1, opener + 1..noun))
}

/// The comma that ends the phrase: behind an apposition between two commas, the second.
fn closing_comma(tokens: &Tokens<'_>, run: Range<usize>) -> Option<usize> {
    let mut commas = run.clone().filter(|at| tokens.word(*at) == ",");
    let first = commas.next()?;
    let opens_apposition = tokens.is_capital(first + 1);
    let second =
        commas.next().filter(|second| opens_apposition && (first + 1..*second).all(|at| tokens.is_capital(at)));
    let is_free = |at: usize| {
        run.start < at
            && !run.clone().take_while(|one| *one < at).any(|one| matches!(tokens.word(one), "“" | "\"" | ":" | ";"))
    };
    second.or(Some(first)).filter(|at| is_free(*at))
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;

    fn found(string: &str) -> Vec<[String; 3]> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let slice = |span| text.slice(span).to_owned();
        accounts(&tokens).into_iter().map(|one| [slice(one.source), slice(one.cue), slice(one.content)]).collect()
    }

    #[test]
    fn by_whose_account() {
        let said = [
            ("Per the indictment, they came by bus.", ["the indictment", "Per", "they came by bus"]),
            (
                "By the account of the harbour master, Ole Berg, two boats sank.",
                ["the harbour master, Ole Berg", "By the account of", "two boats sank"],
            ),
            ("In Mara Lind’s telling, nobody knew.", ["Mara Lind’s", "telling", "nobody knew"]),
            ("By their count, 40 came.", ["their", "count", "40 came"]),
        ];
        for (string, [source, cue, content]) in said {
            assert_eq!(found(string), [[source.to_owned(), cue.to_owned(), content.to_owned()]], "{string}");
        }
    }

    #[test]
    fn what_is_nobodys_account() {
        for string in [
            "Per capita, incomes fell.",
            "By the end of the day, two boats sank.",
            "In view of the storm, the ferry stayed.",
            "By the count of three, he ran.",
        ] {
            assert!(found(string).is_empty(), "{string}");
        }
    }
}
