//! Furniture against gold, by the characters that it covers; space does not count.

use std::ops::Range;

use serde_json::Value;

use super::Tally;
use super::overlap::{range, span};
use super::tokens::is_space;

/// Characters marked on both sides.
pub fn characters(gold: &Value, printed: &Value) -> Tally {
    let text = solid(gold);
    let (wanted, given) = (marked(&text, &spans(gold)), marked(&text, &spans(printed)));
    let both = wanted.iter().zip(&given).filter(|(a, b)| **a && **b).count();
    Tally::matched(both, count(&given), count(&wanted))
}

/// Of a text without furniture: how many characters were marked, and how many there are.
pub fn false_alarms(gold: &Value, printed: &Value) -> (usize, usize) {
    let text = solid(gold);
    (count(&marked(&text, &spans(printed))), count(&text))
}

/// Where a record has furniture, written as `{start, end}` or as `[start, end]`.
pub fn spans(record: &Value) -> Vec<Range<usize>> {
    let pair = |mark: &Value| if mark.is_object() { span(mark) } else { range(&mark[0], &mark[1]) };
    record["furniture"].as_array().into_iter().flatten().filter_map(pair).collect()
}

fn solid(gold: &Value) -> Vec<bool> {
    gold["text"].as_str().unwrap_or_default().chars().map(|letter| !is_space(letter)).collect()
}

fn marked(solid: &[bool], spans: &[Range<usize>]) -> Vec<bool> {
    let mut marked = vec![false; solid.len()];
    for span in spans {
        let end = span.end.min(solid.len());
        let inside = span.start.min(end)..end;
        marked[inside.clone()].copy_from_slice(&solid[inside]);
    }
    marked
}

fn count(marked: &[bool]) -> usize {
    marked.iter().filter(|marked| **marked).count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn characters_are_counted_without_space_and_once() {
        let gold = json!({"text": "Ad vert\n\nNews.", "furniture": [[0, 7]]});
        let printed = json!({"furniture": [{"start": 3, "end": 10}, {"start": 3, "end": 5}]});
        assert_eq!(characters(&gold, &printed), Tally::matched(4, 5, 6));
        assert_eq!(false_alarms(&gold, &printed), (5, 11));
    }
}
