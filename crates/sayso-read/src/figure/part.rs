//! Parts and wholes: '12,000, including 500 officers', 'five of the 50 states', 'of whom one died'.

use super::found::FoundFigure;
use super::line::{Line, TokenKind};

/// Words between 'of' and the whole: 'of the provincial legislature's 125 seats'.
const BETWEEN: usize = 6;

/// Nobody speaks of parts of parts deeper than this.
const LONGEST_CHAIN: usize = 16;

/// How many figures before a part its whole is sought.
const WINDOW: usize = 8;

/// Words between the 'of' that opens a sentence and its whole: 'of the town's 40 shops'.
const OWNERS: usize = 3;

/// For each figure of a line, the index in the same line of its whole.
pub(super) fn within(line: &Line<'_>, found: &[FoundFigure]) -> Vec<Option<usize>> {
    let mut wholes: Vec<Option<usize>> = vec![None; found.len()];
    for index in 0..found.len() {
        let whole = of_next(line, found, index)
            .or_else(|| among_next(line, found, index))
            .or_else(|| introduced(line, found, index))
            .or_else(|| said_again(line, found, index))
            .or_else(|| pointed_at(line, found, index))
            .or_else(|| apposed(line, found, index))
            .or_else(|| among_opened(line, found, index))
            .or_else(|| excepted(line, found, index))
            .or_else(|| chosen(line, found, index))
            .or_else(|| opened(line, found, index))
            .or_else(|| placed(line, found, index))
            .or_else(|| summed(line, found, index))
            .or_else(|| listed(line, found, &wholes, index))
            .or_else(|| totalled(line, found, index))
            .or_else(|| equated(line, found, index));
        wholes[index] = whole.filter(|whole| !leads_to(&wholes, *whole, index));
    }
    wholes
}

/// Whether the chain of wholes from `from` comes to `to`, or is too long to be followed.
pub(super) fn leads_to(wholes: &[Option<usize>], from: usize, to: usize) -> bool {
    std::iter::successors(Some(from), |at| wholes[*at])
        .enumerate()
        .any(|(length, at)| at == to || length >= LONGEST_CHAIN)
}

/// 'Five of the 50 states', '16 out of 24 finalists', '12% of its 53 officers', '849 cases … out of 2,526'.
fn of_next(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let at = part.end + usize::from(line.word(part.end) == "out");
    let close = line.word(at) == "of" && whole.from > at && whole.from - at <= BETWEEN + 1;
    let leads_away = |at: usize| line.language().parts.leading_away.contains(line.word(at));
    let words = (at + 1..whole.from).all(|at| line.is(at, TokenKind::Word) && !leads_away(at));
    let out_of = (whole.from.saturating_sub(OWNERS)..=whole.from).rev().find(|from| line.precedes(*from, "out of"));
    let out = || out_of.is_some_and(|of| (of..whole.from).all(|at| line.is(at, TokenKind::Word)) && of > part.to);
    let out = || out() && !(at..whole.from).any(|at| line.ends_sentence(at));
    ((close && words || out()) && can_hold(whole, part)).then_some(index + 1)
}

/// 'The three were among 12 members', 'two men among the 40 injured'.
fn among_next(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let end = part.counted.as_ref().map_or(part.end, |counted| counted.end.max(part.end));
    let at = end + usize::from(line.language().parts.being.contains(line.word(end)));
    let close = whole.from == at + 1 || whole.from == at + 2 && line.word(at + 1) == "the";
    (line.word(at) == "among" && close && can_hold(whole, part)).then_some(index + 1)
}

/// 'Including 500 officers', 'of whom one died', 'with ten dying'.
fn introduced(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let part = &found[index];
    let introduction = line.language().parts.introductions.iter().any(|phrase| line.precedes(part.from, phrase));
    let each = (2..=3).any(|back| line.before(part.from, back) == "each");
    let introduction = introduction && !each || is_with(line, part);
    introduction.then(|| before_in_sentence(line, found, index)).flatten()
}

/// '5,000 troops, 2,000 of them from Mirzal'; also of the sentence before.
fn said_again(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let end = found[index].end;
    let words = &line.language().parts;
    let pointing =
        words.pointing.iter().any(|phrase| line.follows(end, phrase)) && words.verbs.contains(line.word(end + 2));
    let those = words.pointing.iter().any(|phrase| line.follows(end, phrase)) && line.is_function_word(end + 2);
    let apart = those && line.before(found[index].from, 1) == ",";
    let again = pointing || apart || words.again.iter().any(|phrase| line.follows(end, phrase));
    let earlier = || index.checked_sub(1).filter(|before| can_hold(&found[*before], &found[index]));
    let whole = again.then(|| before_in_sentence(line, found, index).or_else(earlier)).flatten()?;
    Some(subject(line, found, whole, index))
}

/// 'Twelve of the 36 districts are under water, five of them wholly': of the twelve.
fn subject(line: &Line<'_>, found: &[FoundFigure], whole: usize, part: usize) -> usize {
    let before = whole.checked_sub(1).filter(|before| of_next(line, found, *before) == Some(whole));
    before.filter(|before| !is_share(&found[*before]) && can_hold(&found[*before], &found[part])).unwrap_or(whole)
}

/// 'Of those, 120 were sent home', 'of them 30 were ill': what its clause begins with says a whole again that an earlier
/// sentence may have.
fn pointed_at(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let from = found[index].from;
    let at = from - usize::from(line.before(from, 1) == ",");
    let words = &line.language().parts;
    let phrases = || words.again.iter().chain(words.pointing.iter());
    let phrase = phrases().find(|phrase| line.precedes(at, phrase))?;
    let opens = at.checked_sub(phrase.split(' ').count()).is_some_and(|of| opens_clause(line, of));
    let holds = |before: &usize| can_hold(&found[*before], &found[index]);
    opens.then(|| (index.saturating_sub(WINDOW)..index).rev().find(holds)).flatten()
}

fn opens_clause(line: &Line<'_>, at: usize) -> bool {
    line.begins_sentence(at) || matches!(line.before(at, 1), ";" | "," | "and" | "but")
}

/// '20 people were hurt, five seriously': behind a comma, a number and how it befell them.
fn apposed(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let part = &found[index];
    let manner = line.word(part.end).ends_with("ly") && line.word(part.end).len() > 4;
    let ends = !line.is(part.end + 1, TokenKind::Word) || line.word(part.end + 1) == "and";
    let comma = matches!(line.before(part.from, 1), "," | "and") && part.unit.is_none();
    (comma && manner && ends).then(|| before_in_sentence(line, found, index)).flatten()
}

/// '42 countries entered, but 18 did not go on': who some of those before 'but' are is not said again.
fn excepted(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (whole, part) = (&found[index.checked_sub(1)?], &found[index]);
    let words = &line.language().parts;
    let but = words.contrasts.contains(line.before(part.from, 1)) && part.counted.is_none() && part.unit.is_none();
    let verb = words.auxiliaries.contains(line.word(part.end)) || line.is_past(part.end);
    let one_sentence = !(whole.to..part.from).any(|at| line.ends_sentence(at));
    (but && verb && one_sentence && whole.counted.is_some() && can_hold(whole, part)).then_some(index - 1)
}

/// 'Chose five finalists from 30 entries'.
fn chosen(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let words = &line.language().parts;
    let chooses = (part.from.saturating_sub(3)..whole.from).any(|at| words.choosing.contains(line.word(at)));
    let from = line.before(whole.from, 1) == "from" || line.precedes(whole.from, "from the");
    let one_sentence = !(part.to..whole.from).any(|at| line.ends_sentence(at));
    (chooses && from && one_sentence && can_hold(whole, part)).then_some(index + 1)
}

/// 'Among the 60 hurt were 14 children'.
fn among_opened(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (whole, part) = (&found[index.checked_sub(1)?], &found[index]);
    let determiner = line.language().parts.determiners.contains(line.before(whole.from, 1));
    let among = whole.from.checked_sub(1 + usize::from(determiner))?;
    let is = line.language().parts.being.contains(line.before(part.from, 1));
    let opens = line.word(among) == "among" && line.begins_sentence(among);
    (is && opens && can_hold(whole, part)).then_some(index - 1)
}

/// 'Will close 75 branches, 12 in Scotland': behind a comma, some of the same, and where they are.
fn placed(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (whole, part) = (&found[index.checked_sub(1)?], &found[index]);
    let counted = whole.counted.as_ref().filter(|counted| part.counted.as_ref() == Some(*counted))?;
    let tied = counted.start >= whole.to && counted.end + 1 == part.from && line.word(counted.end) == ",";
    let last = found.get(index + 1).is_none_or(|next| next.counted != part.counted);
    (tied && last && part.value.is_some() && can_hold(whole, part)).then_some(index - 1)
}

/// 'Of the 40 passengers, 12 were hurt', 'of the town's 40 shops, six': the sentence begins with the whole.
fn opened(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let whole = (index.saturating_sub(WINDOW)..index).rev().find(|whole| {
        let from = found[*whole].from;
        let out = |of: usize| of - usize::from(line.before(of, 1) == "out");
        let opens = |of: &usize| line.word(*of) == "of" && line.begins_sentence(out(*of));
        let of = (1..=OWNERS + 1).filter_map(|back| from.checked_sub(back)).find(opens);
        of.is_some_and(|of| (of..from).all(|at| line.is(at, TokenKind::Word)))
    })?;
    let between = found[whole].to..found[index].from;
    let comma = between.clone().any(|at| line.word(at) == ",");
    let one_sentence = !between.into_iter().any(|at| line.ends_sentence(at));
    (comma && one_sentence && can_hold(&found[whole], &found[index])).then_some(whole)
}

/// '17 people: 10 soldiers and seven civilians': two figures that add up to the one that their sentence begins with.
fn summed(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let adds_up = |first: usize| {
        let whole = first.checked_sub(1)?;
        let [total, one, other] = found.get(whole..first + 2)? else { return None };
        let exact = [total, one, other].iter().all(|figure| figure.value.is_some() && figure.unit == total.unit);
        let joins = |from: usize, to: usize, marks: &[&str]| {
            let mut between = from..to;
            !between.clone().any(|at| line.ends_sentence(at)) && between.any(|at| marks.contains(&line.word(at)))
        };
        let first_of_sentence = whole == 0 || (found[whole - 1].to..total.from).any(|at| line.ends_sentence(at));
        let joined = first_of_sentence
            && joins(total.to, one.from, &[":", ",", "—", "–", "(", "consists", "comprises"])
            && joins(one.to, other.from, &["and", ","]);
        (exact && joined && one.size() + other.size() == total.size()).then_some(whole)
    };
    adds_up(index).or_else(|| adds_up(index.checked_sub(1)?)).filter(|whole| can_hold(&found[*whole], &found[index]))
}

/// 'With ten dying', 'with only 8 Republicans voting'.
fn is_with(line: &Line<'_>, part: &FoundFigure) -> bool {
    let only = usize::from(matches!(line.before(part.from, 1), "only" | "just"));
    let with = line.before(part.from, 1 + only) == "with";
    let ends = part.counted.as_ref().map_or(part.end, |counted| counted.end);
    let words = &line.language().parts;
    let outcome = part.head.as_deref().is_some_and(|head| words.outcomes.contains(head));
    let participle = |at: usize| line.word(at).ends_with("ing") || words.fates.contains(line.word(at)) || outcome;
    with && (part.end..=ends).any(participle)
}

/// The nearest figure before one in its sentence that can hold it.
fn before_in_sentence(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    (index.saturating_sub(WINDOW)..index)
        .rev()
        .take_while(|before| !(found[*before].to..found[index].from).any(|at| line.ends_sentence(at)))
        .find(|before| can_hold(&found[*before], &found[index]))
}

/// 'Including three women and two children': the second belongs where the first does.
fn listed(line: &Line<'_>, found: &[FoundFigure], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let whole = wholes[before].filter(|whole| *whole < before)?;
    let end = found[before].counted.as_ref().map_or(found[before].end, |counted| counted.end);
    let and = matches!(line.before(found[index].from, 1), "and" | ",");
    let one_sentence = !(end..found[index].from).any(|at| line.ends_sentence(at));
    let alike = line.word(end) == line.word(found[index].end) && line.is_function_word(end) && one_sentence;
    let joined = end < found[index].from && and && (found[index].from - end == 1 || alike);
    (joined && can_hold(&found[whole], &found[index])).then_some(whole)
}

/// '35 new orders, bringing the total to 677', 'the number rose to 18, with all 27 needed'.
fn totalled(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let between = part.end..whole.from;
    let totals = between.clone().any(|at| line.language().parts.totals.contains(line.word(at)));
    let to_total = totals && line.before(whole.from, 1) == "to";
    let total = to_total || line.precedes(whole.from, "with all");
    let one_sentence = !between.into_iter().any(|at| line.ends_sentence(at));
    (total && one_sentence && can_hold(whole, part)).then_some(index + 1)
}

/// '5,000, or 9% of its 55,000 workers': the count is part of what the share is of.
fn equated(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let (part, share) = (&found[index], found.get(index + 1)?);
    let one_sentence = !(part.to..share.from).any(|at| line.ends_sentence(at));
    let tied = one_sentence && is_share(share) && line.language().parts.equals.contains(line.before(share.from, 1));
    of_next(line, found, index + 1).filter(|whole| tied && can_hold(&found[*whole], part))
}

fn is_share(found: &FoundFigure) -> bool {
    matches!(found.unit.as_deref(), Some("percentage" | "fraction"))
}

/// A part is smaller than its whole, or a share of it; both are counts or have one unit.
fn can_hold(whole: &FoundFigure, part: &FoundFigure) -> bool {
    if is_share(part) {
        return !is_share(whole);
    }
    part.unit == whole.unit && !is_share(whole) && part.size() < whole.size()
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::found;

    fn parts(text: &str) -> Vec<Option<usize>> {
        let line = Line::english(text);
        within(&line, &found::of_line(&line))
    }

    #[test]
    fn of_a_whole_that_follows() {
        assert_eq!(parts("legal in five of the 50 states"), [Some(1), None]);
        assert_eq!(parts("16 out of 24 finalists"), [Some(1), None]);
        assert_eq!(parts("The three were among 12 members of the team"), [Some(1), None]);
        assert_eq!(parts("35 new orders, bringing the total to 677"), [Some(1), None]);
        assert_eq!(parts("cut 5,000 jobs, or 9% of its workforce of 55,000"), [Some(2), Some(2), None]);
        assert_eq!(parts("dropped 849 cases that led to arrest out of 2,526 such cases"), [Some(1), None]);
    }

    #[test]
    fn of_a_whole_that_went_before() {
        assert_eq!(parts("five children, of whom one died"), [None, Some(0)]);
        assert_eq!(parts("90 guests, including three bishops and two mayors, fell ill"), [None, Some(0), Some(0)]);
        assert_eq!(parts("5,254 cases, with ten dying"), [None, Some(0)]);
    }

    #[test]
    fn of_a_whole_that_is_said_again() {
        assert_eq!(parts("5,000 troops, 2,000 of them from Mirzal"), [None, Some(0)]);
        assert_eq!(parts("The group has 500 members; 120 of those are abroad."), [None, Some(0)]);
        assert_eq!(parts("Out of the 28 pupils, seven were ill."), [None, Some(0)]);
        assert_eq!(parts("Of the 40 passengers, 12 were hurt and three died."), [None, Some(0), Some(0)]);
    }

    #[test]
    fn of_a_whole_that_is_pointed_at() {
        assert_eq!(parts("Police held 300 people. Of those, 120 were sent home."), [None, Some(0)]);
        assert_eq!(parts("Some 500 people were tested; of them 30 were ill."), [None, Some(0)]);
        assert_eq!(parts("The club sold 900 seats, 40 of those to visitors."), [None, Some(0)]);
        assert_eq!(parts("Among the 60 hurt were 14 children."), [None, Some(0)]);
        assert_eq!(parts("Thirty miners were injured, three critically."), [None, Some(0)]);
        assert_eq!(parts("Some 42 towns took part, but 18 did not go on."), [None, Some(0)]);
        assert_eq!(parts("They chose five finalists from 30 entries."), [Some(1), None]);
        assert_eq!(parts("The clinic had 120 cases with 15 deaths."), [None, Some(0)]);
        assert_eq!(parts("They hired ten men from 12 towns."), [None, None]);
        assert_eq!(parts("Only four came back out of the 70 on board."), [Some(1), None]);
        assert_eq!(parts("She won 38 games out of a possible 42."), [Some(1), None]);
        assert_eq!(parts("Of the town's 40 shops, six will close."), [None, Some(0)]);
        assert_eq!(parts("They took $7 million, $3 million of it in cash."), [None, Some(0)]);
        assert_eq!(parts("Nine of the 36 towns lie under water, two of them wholly."), [Some(1), None, Some(0)]);
        assert_eq!(
            parts("There were 31 arrests, including 14 for theft and nine for assault."),
            [None, Some(0), Some(0)]
        );
    }

    #[test]
    fn that_add_up() {
        assert_eq!(parts("killed 17 people: 10 soldiers and seven civilians"), [None, Some(0), Some(0)]);
        assert_eq!(parts("killed 17 people, 10 soldiers and six civilians"), [None, None, None]);
    }

    #[test]
    fn beside_each_other() {
        assert_eq!(parts("killed 90 guests and hurt three"), [None, None]);
        assert_eq!(parts("three tiers, each series including two sizes"), [None, None]);
        assert_eq!(parts("cut 3% of its staff after a loss of 900 barrels"), [None, None]);
        assert_eq!(parts("absorbs 99% of light at 998 nanometres"), [None, None]);
        assert_eq!(parts("Nine fled. Including the mayor, three stayed."), [None, None]);
    }
}
