//! Expressions of time against gold: where they stand, and what they are worth.

use serde_json::Value;

use super::Tally;
use super::overlap::{listed, matched, span};

/// Sums over documents.
#[derive(Default)]
pub struct DatesScore {
    /// Expressions that stand where gold has them, to the character.
    pub strict: Tally,
    /// Expressions that overlap with gold's.
    pub relaxed: Tally,
    /// Those of them that have gold's value.
    pub value: Tally,
    /// Those of them that have gold's type.
    pub kind: Tally,
}

impl DatesScore {
    /// Adds one document, whose gold lists `timexes` or `dates`.
    pub fn add(&mut self, gold: &Value, printed: &Value) {
        let wanted = listed(gold, if gold["timexes"].is_array() { "timexes" } else { "dates" });
        let mut given = listed(printed, "dates");
        given.retain(|date| span(date).is_some());
        let pairs = matched(&wanted, &given);
        let tally = |same: &dyn Fn(&Value, &Value) -> bool| {
            let count = pairs.iter().filter(|(a, b)| same(wanted[*a], given[*b])).count();
            Tally::matched(count, given.len(), wanted.len())
        };
        self.strict += tally(&|a, b| span(a) == span(b));
        self.relaxed += tally(&|_, _| true);
        self.value += tally(&|a, b| value(a) == value(b));
        self.kind += tally(&|a, b| a["type"] == b["type"]);
    }
}

/// A value without seconds that are nought.
fn value(date: &Value) -> String {
    let value = date["value"].as_str().unwrap_or_default();
    let minutes = value.strip_suffix(":00").filter(|rest| rest.contains('T') && rest.matches(':').count() == 1);
    minutes.unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn where_and_what() {
        let gold = json!({"dates": [{"start": 0, "end": 5, "value": "2010-09-13T10:30", "type": "TIME"}]});
        let mut score = DatesScore::default();
        score.add(&gold, &json!({"dates": [{"start": 1, "end": 5, "value": "2010-09-13T10:30:00", "type": "DATE"}]}));
        let one = |right| Tally::matched(right, 1, 1);
        assert_eq!([score.strict, score.relaxed, score.value, score.kind], [one(0), one(1), one(1), one(0)]);
    }
}
