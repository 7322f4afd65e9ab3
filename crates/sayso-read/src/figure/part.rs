//! Parts and wholes: '12,000, including 500 officers', 'five of the 50 states', 'of whom one died'.

use super::found::Found;
use super::line::{Kind, Line};

/// Words between 'of' and the whole: 'of the provincial legislature's 125 seats'.
const BETWEEN: usize = 6;

/// Nobody speaks of parts of parts deeper than this.
const LONGEST_CHAIN: usize = 16;

/// How many figures before a part its whole is sought.
const WINDOW: usize = 8;

/// For each figure of a line, the index in the same line of its whole.
pub(super) fn within(line: &Line<'_>, found: &[Found]) -> Vec<Option<usize>> {
    let mut wholes: Vec<Option<usize>> = vec![None; found.len()];
    for index in 0..found.len() {
        let whole = of_next(line, found, index)
            .or_else(|| among_next(line, found, index))
            .or_else(|| introduced(line, found, index))
            .or_else(|| said_again(line, found, index))
            .or_else(|| opened(line, found, index))
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
fn of_next(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let at = part.end + usize::from(line.word(part.end) == "out");
    let close = line.word(at) == "of" && whole.from > at && whole.from - at <= BETWEEN + 1;
    let leads_away = |at: usize| line.language().parts.leading_away.contains(line.word(at));
    let words = (at + 1..whole.from).all(|at| line.is(at, Kind::Word) && !leads_away(at));
    let out = || line.precedes(whole.from, "out of") && !(at..whole.from).any(|at| line.ends_sentence(at));
    ((close && words || out()) && can_hold(whole, part)).then_some(index + 1)
}

/// 'The three were among 12 members', 'two men among the 40 injured'.
fn among_next(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let end = part.counted.as_ref().map_or(part.end, |counted| counted.end.max(part.end));
    let at = end + usize::from(line.language().parts.being.contains(line.word(end)));
    let close = whole.from == at + 1 || whole.from == at + 2 && line.word(at + 1) == "the";
    (line.word(at) == "among" && close && can_hold(whole, part)).then_some(index + 1)
}

/// 'Including 500 officers', 'of whom one died', 'with ten dying'.
fn introduced(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let part = &found[index];
    let introduction = line.language().parts.introductions.iter().any(|phrase| line.precedes(part.from, phrase));
    let each = (2..=3).any(|back| line.before(part.from, back) == "each");
    let introduction = introduction && !each || is_with(line, part);
    introduction.then(|| before_in_sentence(line, found, index)).flatten()
}

/// '5,000 troops, 2,000 of them from Mirzal'; also of the sentence before.
fn said_again(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let end = found[index].end;
    let words = &line.language().parts;
    let pointing =
        words.pointing.iter().any(|phrase| line.follows(end, phrase)) && words.verbs.contains(line.word(end + 2));
    let again = pointing || words.again.iter().any(|phrase| line.follows(end, phrase));
    let earlier = || index.checked_sub(1).filter(|before| can_hold(&found[*before], &found[index]));
    again.then(|| before_in_sentence(line, found, index).or_else(earlier)).flatten()
}

/// 'Of the 40 passengers, 12 were hurt': the sentence begins with the whole.
fn opened(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let whole = (index.saturating_sub(WINDOW)..index).rev().find(|whole| {
        let from = found[*whole].from;
        let determiner = line.language().parts.determiners.contains(line.before(from, 1));
        let of = from.checked_sub(1 + usize::from(determiner));
        let out = |of: usize| of - usize::from(line.before(of, 1) == "out");
        of.is_some_and(|of| line.word(of) == "of" && line.begins_sentence(out(of)))
    })?;
    let between = found[whole].to..found[index].from;
    let comma = between.clone().any(|at| line.word(at) == ",");
    let one_sentence = !between.into_iter().any(|at| line.ends_sentence(at));
    (comma && one_sentence && can_hold(&found[whole], &found[index])).then_some(whole)
}

/// '17 people: 10 soldiers and seven civilians': two figures that add up to the one that their sentence begins with.
fn summed(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
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
fn is_with(line: &Line<'_>, part: &Found) -> bool {
    let only = usize::from(matches!(line.before(part.from, 1), "only" | "just"));
    let with = line.before(part.from, 1 + only) == "with";
    let ends = part.counted.as_ref().map_or(part.end, |counted| counted.end);
    let participle = |at: usize| line.word(at).ends_with("ing") || line.language().parts.fates.contains(line.word(at));
    with && (part.end..=ends).any(participle)
}

/// The nearest figure before one in its sentence that can hold it.
fn before_in_sentence(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    (index.saturating_sub(WINDOW)..index)
        .rev()
        .take_while(|before| !(found[*before].to..found[index].from).any(|at| line.ends_sentence(at)))
        .find(|before| can_hold(&found[*before], &found[index]))
}

/// 'Including three women and two children': the second belongs where the first does.
fn listed(line: &Line<'_>, found: &[Found], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let whole = wholes[before].filter(|whole| *whole < before)?;
    let end = found[before].counted.as_ref().map_or(found[before].end, |counted| counted.end);
    let joined = end < found[index].from && found[index].from - end == 1 && matches!(line.word(end), "and" | ",");
    (joined && can_hold(&found[whole], &found[index])).then_some(whole)
}

/// '35 new orders, bringing the total to 677', 'the number rose to 18, with all 27 needed'.
fn totalled(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let (part, whole) = (&found[index], found.get(index + 1)?);
    let between = part.end..whole.from;
    let totals = between.clone().any(|at| line.language().parts.totals.contains(line.word(at)));
    let to_total = totals && line.before(whole.from, 1) == "to";
    let total = to_total || line.precedes(whole.from, "with all");
    let one_sentence = !between.into_iter().any(|at| line.ends_sentence(at));
    (total && one_sentence && can_hold(whole, part)).then_some(index + 1)
}

/// '5,000, or 9% of its 55,000 workers': the count is part of what the share is of.
fn equated(line: &Line<'_>, found: &[Found], index: usize) -> Option<usize> {
    let (part, share) = (&found[index], found.get(index + 1)?);
    let one_sentence = !(part.to..share.from).any(|at| line.ends_sentence(at));
    let tied = one_sentence && is_share(share) && line.language().parts.equals.contains(line.before(share.from, 1));
    of_next(line, found, index + 1).filter(|whole| tied && can_hold(&found[*whole], part))
}

fn is_share(found: &Found) -> bool {
    matches!(found.unit.as_deref(), Some("percentage" | "fraction"))
}

/// A part is smaller than its whole, or a share of it; both are counts or have one unit.
fn can_hold(whole: &Found, part: &Found) -> bool {
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
