//! Results of games, rulings and bets: '3-1', 'ruled 5-4', 'odds of 10 to 1' count nothing. A tally of votes does.

use super::line::{Line, TokenKind};
use super::measure::Measure;
use super::range::Quantity;

/// How many tokens before a result the word that tells of it may stand.
const REACH: usize = 5;

/// Which of the quantities of a line are results, or the one or the other side of one.
pub(super) fn results(line: &Line<'_>, quantities: &[Quantity]) -> Vec<bool> {
    let mut results = vec![false; quantities.len()];
    for index in 0..quantities.len() {
        let quantity = &quantities[index];
        if is_to_nil(line, &quantity.low) {
            results[index] = true;
        }
        if let Some(high) = &quantity.high {
            results[index] = is_result(line, &quantity.low, high) && is_played(line, &quantity.low, high);
        } else if let Some(next) = quantities.get(index + 1).filter(|next| next.high.is_none()) {
            let (first, second) = (&quantity.low, &next.low);
            let hyphen = line.is_dash(first.to) && line.glued(first.to);
            let result = is_result(line, first, second) && (hyphen || is_played(line, first, second));
            if result || is_list_of_sides(line, first, second) || is_told_apart(line, first, second) {
                (results[index], results[index + 1]) = (true, true);
            }
        }
    }
    results
}

/// Two bare numbers with a hyphen or 'to' between them, that nobody voted by.
fn is_result(line: &Line<'_>, first: &Measure, second: &Measure) -> bool {
    let bare = |measure: &Measure| measure.unit.is_none() && !measure.numeral.scaled;
    let close = first.to + 1 == second.from && bare(first) && bare(second);
    let joint = if line.glued(second.from) { line.is_dash(first.to) } else { line.word(first.to) == "to" };
    close && joint && line.before(first.from, 1) != "from" && !is_vote(line, first, second)
}

/// '3-nil', '2-all'.
fn is_to_nil(line: &Line<'_>, first: &Measure) -> bool {
    line.is_dash(first.to) && line.language().scores.nil.contains(line.word(first.to + 1))
}

/// 'Arden 5, Velgar 2': the sides by name, each with what it made.
fn is_list_of_sides(line: &Line<'_>, first: &Measure, second: &Measure) -> bool {
    let side = |measure: &Measure| {
        let bare = measure.unit.is_none() && measure.numeral.is_bare(line);
        bare && measure.from > 0 && line.is_capital(measure.from - 1) && !line.is(measure.to, TokenKind::Word)
    };
    let apart = second.from == first.to + 2 && line.word(first.to) == ",";
    let long = second.from == first.to + 3 && line.word(first.to) == "," && line.is_capital(first.to + 1);
    side(first) && side(second) && (apart && line.is_capital(first.to + 1) || long)
}

/// 'Won by 21 points to 15', 'by three sets to one'.
fn is_told_apart(line: &Line<'_>, first: &Measure, second: &Measure) -> bool {
    let bare = second.unit.is_none() && !second.numeral.scaled && line.word(first.to + 1) == "to";
    let noun = super::noun::is_plural(line, first.to) && second.from == first.to + 2;
    bare && noun && !is_vote(line, first, second) && !named_vote(line, first.to) && is_played(line, first, second)
}

fn named_vote(line: &Line<'_>, at: usize) -> bool {
    line.language().votes.tallies.contains(line.word(at))
}

fn is_vote(line: &Line<'_>, first: &Measure, second: &Measure) -> bool {
    let named = |at: usize| line.language().votes.tallies.contains(line.word(at));
    (first.from.saturating_sub(REACH + 1)..first.from).any(named) || named(second.to)
}

/// Whether words around two numbers say that they are a result.
fn is_played(line: &Line<'_>, first: &Measure, second: &Measure) -> bool {
    let words = &line.language().scores;
    let sentence = |at: &usize| !line.ends_sentence(*at);
    let mut before = (first.from.saturating_sub(REACH)..first.from).rev().take_while(sentence);
    let counts = super::noun::is_plural(line, second.to);
    words.behind.contains(line.word(second.to)) || !counts && before.any(|at| words.before.contains(line.word(at)))
}

#[cfg(test)]
mod tests {
    use super::super::{measure, range};
    use super::*;

    fn kept(text: &str) -> usize {
        let line = Line::english(text);
        let quantities = range::join(&line, measure::all(&line));
        results(&line, &quantities).iter().filter(|result| !**result).count()
    }

    #[test]
    fn results_of_games_and_rulings() {
        assert_eq!(kept("Arden won 3-1."), 0);
        assert_eq!(kept("She beat him 6-4, 7-5 in the final."), 0);
        assert_eq!(kept("The court ruled 5-4 that he must go."), 0);
        assert_eq!(kept("odds of 10 to 1"), 0);
        assert_eq!(kept("It ended 3-nil."), 0);
        assert_eq!(kept("Arden 5, Velgar 2"), 0);
        assert_eq!(kept("She won by three sets to one"), 0);
        assert_eq!(kept("They lost 98–104 at home."), 0);
    }

    #[test]
    fn ranges_votes_and_changes() {
        assert_eq!(kept("by a vote of 62-36"), 2);
        assert_eq!(kept("10-15 million viewers"), 1);
        assert_eq!(kept("lost 10-15 members"), 1);
        assert_eq!(kept("rose from 5 to 7"), 2);
    }
}
