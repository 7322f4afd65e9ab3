//! Marks `{start, end}` of gold with the printed ones that share most characters with them, one to one.

use std::cmp::Reverse;
use std::ops::Range;

use serde_json::Value;

/// Indexes of gold and printed marks: equal ones first, then those that share most.
pub fn matched(gold: &[&Value], printed: &[&Value]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (wanted, a) in gold.iter().enumerate() {
        for (given, b) in printed.iter().enumerate() {
            if let Some((a, b)) = span(a).zip(span(b)) {
                let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
                candidates.extend((shared > 0).then_some((a != b, Reverse(shared), Reverse(wanted), Reverse(given))));
            }
        }
    }
    candidates.sort_unstable();
    let (mut gold_used, mut printed_used) = (vec![false; gold.len()], vec![false; printed.len()]);
    let mut matched = Vec::new();
    for (_, _, Reverse(wanted), Reverse(given)) in candidates {
        if !gold_used[wanted] && !printed_used[given] {
            (gold_used[wanted], printed_used[given]) = (true, true);
            matched.push((wanted, given));
        }
    }
    matched
}

/// Where a mark stands, in code points.
pub fn span(mark: &Value) -> Option<Range<usize>> {
    range(&mark["start"], &mark["end"])
}

/// The code points between two offsets.
pub fn range(start: &Value, end: &Value) -> Option<Range<usize>> {
    let offset = |value: &Value| value.as_u64().and_then(|offset| usize::try_from(offset).ok());
    Some(offset(start)?..offset(end)?)
}

/// The marks that a record lists under a key.
pub fn listed<'a>(record: &'a Value, key: &str) -> Vec<&'a Value> {
    record[key].as_array().into_iter().flatten().filter(|mark| mark.is_object()).collect()
}
