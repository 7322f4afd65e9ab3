//! Two numbers that say one thing together ('between 5 and 10', '10–15 million') or lend each other a unit
//! ('from 5 to 7 per cent', '100- and 200-metre').

use super::calendar;
use super::line::{Line, TokenKind};
use super::measure::Measure;
use super::noun;
use super::number::Sense;
use super::range_words::Joint;
use super::unit::Unit;
use super::unit_words::Dimension;

/// One measure, or two that are the ends of a range.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub(super) low: Measure,
    pub(super) high: Option<Measure>,
    /// First token: before the first number where 'between' opens the range.
    pub(super) from: usize,
}

impl Quantity {
    /// The measure that stands last.
    pub(super) fn last(&self) -> &Measure {
        self.high.as_ref().unwrap_or(&self.low)
    }
}

/// How far before 'from' a verb of change stands.
const FROM_REACH: usize = 12;

/// How far before the amount of a change its verb stands.
const VERB_REACH: usize = 4;

/// What is more in front of a comma is no share: 'at 16,644, 16 per cent higher'.
const WHOLE: f64 = 100.0;

/// '15 or 20' are the ends of a range; numbers further apart than this are two choices.
const ALTERNATIVES: f64 = 10.0;

/// Joins measures that are the ends of one range.
pub(super) fn join(line: &Line<'_>, mut measures: Vec<Measure>) -> Vec<Quantity> {
    for index in (1..measures.len()).rev() {
        let (before, behind) = measures.split_at_mut(index);
        if let (Some(first), Some(second)) = (before.last_mut(), behind.first_mut())
            && let Some(joint) = joint(line, first, second)
        {
            lend(line, first, second, joint);
        }
    }
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut rest = measures.into_iter().peekable();
    while let Some(first) = rest.next() {
        let high = rest
            .next_if(|second| joint(line, &first, second).is_some_and(|joint| is_range(line, &first, second, joint)));
        let from = if high.is_some() { opening(line, first.from) } else { first.from };
        quantities.push(Quantity { from, low: first, high });
    }
    quantities
}

/// What stands between two measures, where that is nothing but a joint.
fn joint(line: &Line<'_>, first: &Measure, second: &Measure) -> Option<Joint> {
    if calendar::is_date(line, first) != calendar::is_date(line, second) {
        return None;
    }
    let mut at = first.end();
    while line.is_dash(at) && line.glued(at) && !line.glued(at + 1) {
        at += 1;
    }
    let last = skip_modifier(line, second.from);
    let word = line.language().ranges.joints.get(line.word(at)).copied();
    let joint = word.or_else(|| line.is_dash(at).then_some(Joint::Dash))?;
    let dashed_to = joint == Joint::Dash && line.word(at + 1) == "to" && line.is_dash(at + 2);
    let end = if dashed_to { at + 3 } else { at + 1 };
    (end == last).then_some(if dashed_to { Joint::To } else { joint })
}

/// 'Between 3 and about 7', '$75 to as much as $80', 'several hundred or even 1,000'.
fn skip_modifier(line: &Line<'_>, from: usize) -> usize {
    from - usize::from(line.language().ranges.modifiers.contains(line.before(from, 1)))
}

/// The first takes the unit and the scale of the second, and the second the unit of the first, where one lacks its own.
fn lend(line: &Line<'_>, first: &mut Measure, second: &mut Measure, joint: Joint) {
    if let Some(unit) = &second.unit
        && takes_unit(line, first, second, joint)
    {
        first.unit = Some(Unit { to: first.end(), ..unit.clone() });
    }
    if let Some(unit) = &first.unit
        && second.unit.is_none()
        && (matches!(joint, Joint::To | Joint::Dash) && opened(line, first) || shares_sign(line, first, second, joint))
    {
        second.unit = Some(Unit { to: second.to, ..unit.clone() });
    }
    if joint != Joint::List && first.end() == first.to && !first.numeral.scaled {
        lend_scale(line, first, second, joint);
    }
}

/// '$5-7m', '£3 to 4 billion', 'between €5 and 7': the sign in front of the first is that of both.
fn shares_sign(line: &Line<'_>, first: &Measure, second: &Measure, joint: Joint) -> bool {
    let counts = line.is(second.to, TokenKind::Word) && noun::is_plural(line, second.to);
    let shares = match joint {
        Joint::Dash => line.glued(second.from),
        Joint::And => opened(line, first),
        Joint::To | Joint::Or => true,
        Joint::List => false,
    };
    is_money(first) && shares && !counts
}

/// '10-15 million', 'two or three dozen', '5-8,000': the scale of the second is that of both.
fn lend_scale(line: &Line<'_>, first: &mut Measure, second: &Measure, joint: Joint) {
    let amount = first.numeral.amount;
    let thousands = is_in_thousands(line, first, second, joint);
    if !second.numeral.scaled && !thousands || amount.value() >= mantissa(second) {
        return;
    }
    let named = line.scale(second.numeral.to - 1).filter(|scale| scale.factor > 1);
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a float lies between -324 and 309")]
    let exponent = || (second.numeral.amount.value() / mantissa(second)).log10().round() as i32;
    let scaled = match named {
        Some(scale) => amount.times(scale.factor).and_then(|amount| amount.scaled(scale.exponent)),
        None => amount.scaled(exponent()),
    };
    first.numeral.amount = scaled.unwrap_or(amount);
    first.numeral.scaled = true;
}

/// '5-8,000 people', '6 or 7,000': thousands both, for nobody is so unsure.
fn is_in_thousands(line: &Line<'_>, first: &Measure, second: &Measure, joint: Joint) -> bool {
    let tied = joint == Joint::Or || joint == Joint::Dash && line.glued(second.from);
    let round = line.word(second.numeral.from).ends_with(",000") && second.numeral.to == second.numeral.from + 1;
    tied && round && first.numeral.is_bare(line)
}

/// A number without a unit takes the next one's, except money whose sign stands in front; '$48,000 and $90,000 a
/// year' are both by the year.
fn takes_unit(line: &Line<'_>, first: &Measure, second: &Measure, joint: Joint) -> bool {
    let Some(unit) = &second.unit else { return false };
    if let Some(own) = first.unit_name() {
        return unit.name.strip_prefix(own).is_some_and(|rest| rest.starts_with(" per "));
    }
    let sign_in_front = second.from < second.numeral.from;
    let share = unit.dimension == Dimension::FractionUse && first.numeral.amount.value() > WHOLE;
    let other = unit.dimension == Dimension::Duration || share || line.is(first.end(), TokenKind::Word);
    let is_list = joint == Joint::List && other;
    !sign_in_front && !is_list
}

/// Whether 'from' or 'between' stands before the first of two.
fn opened(line: &Line<'_>, first: &Measure) -> bool {
    let before = opening(line, first.from);
    line.word(before) == "between" || line.before(before, 1) == "from"
}

/// The number in front of the scale: 15 of '15 million'.
fn mantissa(measure: &Measure) -> f64 {
    let value = measure.numeral.amount.value();
    let scales = [1e12, 1e9, 1e6, 1e3, 1e2];
    scales.iter().find(|scale| value >= **scale).map_or(value, |scale| value / scale)
}

fn is_range(line: &Line<'_>, first: &Measure, second: &Measure, joint: Joint) -> bool {
    let (low, high) = (first.numeral.amount.value(), second.numeral.amount.value());
    let exact = first.numeral.sense == Sense::Exact && second.numeral.sense == Sense::Exact;
    if !exact || low >= high || first.unit_name() != second.unit_name() {
        return false;
    }
    let between = line.word(opening(line, first.from)) == "between";
    match joint {
        Joint::And => between,
        Joint::Or => high <= low * ALTERNATIVES && !line.is_dash(first.end()),
        Joint::To => between || !is_change(line, first, second) && !is_score(line, second),
        Joint::Dash => !is_score(line, second),
        Joint::List => false,
    }
}

/// 'Rose from 5 to 7', 'fell 0.4 per cent to 13,176'; 'from 5 to 7 to 3 to 5' changes from range to range.
fn is_change(line: &Line<'_>, first: &Measure, second: &Measure) -> bool {
    let from = line.before(first.from, 1) == "from";
    let own_unit = first.end() != first.to || first.to != first.numeral.to || is_money(first);
    if from && (line.word(second.end()) == "to" || is_ranging(line, first.from))
        || !from && (!own_unit || has_lent_scale(line, first))
    {
        return false;
    }
    let reach = if from { FROM_REACH } else { VERB_REACH };
    let before = first.from.saturating_sub(reach)..first.from;
    before
        .rev()
        .take_while(|at| !line.ends_sentence(*at))
        .any(|at| line.language().ranges.changes.contains(line.word(at)))
}

/// '$89 to $93 billion': nobody writes a change like that.
fn has_lent_scale(line: &Line<'_>, first: &Measure) -> bool {
    first.numeral.scaled && line.is(first.numeral.to - 1, TokenKind::Number)
}

fn is_money(measure: &Measure) -> bool {
    measure.from < measure.numeral.from
}

fn is_ranging(line: &Line<'_>, first: usize) -> bool {
    let before = line.before(first, 2);
    before.starts_with("rang") || line.language().ranges.ranging.contains(before)
}

/// '2-3 on Saturday', '68–70 record', '17 to 25 vote': two figures. A range is of something: a unit, a scale
/// or a plural follows.
fn is_score(line: &Line<'_>, second: &Measure) -> bool {
    let next = line.word(second.end());
    let counts = line.is(second.end(), TokenKind::Word) && next.ends_with('s') && !line.is_function_word(second.end());
    let more = line.word(second.end() + 1).ends_with('s');
    let large = second.numeral.amount.value() >= 100.0 && !matches!(next, "vote" | "votes");
    !(second.unit.is_some()
        || second.numeral.scaled
        || counts
        || more && counts_later(line, second.end())
        || large
        || next == "people")
}

/// 'Twenty to thirty armed men': an adjective stands before what is counted.
fn counts_later(line: &Line<'_>, at: usize) -> bool {
    line.is(at, TokenKind::Word) && !line.is_function_word(at) && !line.language().ranges.scores.contains(line.word(at))
}

/// 'Between' belongs to the range that it opens.
fn opening(line: &Line<'_>, from: usize) -> usize {
    let from = skip_modifier(line, from);
    if line.before(from, 1) == "between" { from - 1 } else { from }
}

#[cfg(test)]
mod tests {
    use super::super::measure;
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let line = Line::english(text);
        let value = |measure: &Measure| measure.numeral.amount.value();
        let show = |quantity: &Quantity| match &quantity.high {
            Some(high) => format!("{}..{}", value(&quantity.low), value(high)),
            None => value(&quantity.low).to_string(),
        };
        join(&line, measure::all(&line)).iter().map(show).collect()
    }

    #[test]
    fn ranges() {
        assert_eq!(shown("between 210 and 250 passengers"), ["210..250"]);
        assert_eq!(shown("10-15 million viewers"), ["10000000..15000000"]);
        assert_eq!(shown("$89 to $93 billion"), ["89000000000..93000000000"]);
        assert_eq!(shown("fines from $250,000 to $1 million"), ["250000..1000000"]);
        assert_eq!(shown("15 or 20 seats"), ["15..20"]);
        assert_eq!(shown("5% to 10%"), ["5..10"]);
        assert_eq!(shown("costs $5-7m"), ["5000000..7000000"]);
        assert_eq!(shown("£3-4 billion"), ["3000000000..4000000000"]);
        assert_eq!(shown("€20 to 25 each"), ["20..25"]);
        assert_eq!(shown("5-8,000 people"), ["5000..8000"]);
        assert_eq!(shown("two or three dozen cows"), ["24..36"]);
        assert_eq!(shown("SEK 400-500m"), ["400000000..500000000"]);
    }

    #[test]
    fn two_figures() {
        assert_eq!(shown("won 2-1"), ["2", "1"]);
        assert_eq!(shown("rose from 5 to 7 per cent"), ["5", "7"]);
        assert_eq!(shown("three barns and two homes"), ["3", "2"]);
        assert_eq!(shown("fell from 24 to 14"), ["24", "14"]);
    }
}
