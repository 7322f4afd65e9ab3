//! Results of games, rulings and bets: '3-1', 'ruled 5-4', 'odds of 10 to 1' count nothing. A tally of votes does.

use super::line::Line;
use super::measure::Measure;
use super::range::Quantity;

/// How many tokens before a result the word that tells of it may stand.
const REACH: usize = 5;

/// Which of the quantities of a line are results, or the one or the other side of one.
pub(super) fn results(line: &Line<'_>, quantities: &[Quantity]) -> Vec<bool> {
    let mut results = vec![false; quantities.len()];
    for index in 0..quantities.len() {
        let quantity = &quantities[index];
        if let Some(high) = &quantity.high {
            results[index] = is_result(line, &quantity.low, high) && is_played(line, &quantity.low, high);
        } else if let Some(next) = quantities.get(index + 1).filter(|next| next.high.is_none()) {
            let (first, second) = (&quantity.low, &next.low);
            let hyphen = line.is_dash(first.to) && line.glued(first.to);
            if is_result(line, first, second) && (hyphen || is_played(line, first, second)) {
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
