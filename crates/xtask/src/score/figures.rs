//! Figures against gold: what they are worth, in what unit, of what, and which are parts of which.

use serde_json::Value;

use super::Tally;
use super::names::name_words;
use super::overlap::{listed, matched, span};

/// Sums over documents.
#[derive(Default)]
pub struct FiguresScore {
    /// Value and bounds.
    pub value: Tally,
    /// The unit too.
    pub unit: Tally,
    /// Value, bounds and what is counted.
    pub counted: Tally,
    /// Figures that are a part of gold's whole.
    pub part_of: Tally,
}

/// What must agree beyond value and bounds.
type Also = fn(&Value, &Value) -> bool;

impl FiguresScore {
    /// Adds one document. Gold that has spans without values says nothing and is left out.
    pub fn add(&mut self, gold: &Value, printed: &Value) {
        let wanted = listed(gold, "figures");
        let has_value = |figure: &&Value| ["value", "lo", "low", "high"].iter().any(|key| figure[key].is_number());
        if !wanted.is_empty() && !wanted.iter().any(has_value) {
            return;
        }
        let mut given = listed(printed, "figures");
        given.retain(|figure| span(figure).is_some());
        let tally = |also: Also| Tally::matched(agreeing(&wanted, &given, also), given.len(), wanted.len());
        self.value += tally(|_, _| true);
        self.unit += tally(|a, b| unit(a) == unit(b));
        self.counted += tally(same_counted);
        self.part_of += parts(gold, &wanted, &given);
    }
}

/// How many of gold's figures have a printed one of the same worth, one to one.
fn agreeing(wanted: &[&Value], given: &[&Value], also: Also) -> usize {
    let as_marked = wanted.iter().any(|figure| figure.get("lo").is_some());
    let mut used = vec![false; given.len()];
    let mut order: Vec<&Value> = wanted.to_vec();
    order.sort_by_key(|figure| (span(figure).is_none(), span(figure).map(|span| span.start)));
    let mut count = 0;
    for a in order {
        let agrees = |index: &usize| {
            let b = given[*index];
            !used[*index] && same_worth(a, b, as_marked) && also(a, b) && (span(a).is_none() || overlap(a, b))
        };
        if let Some(index) = (0..given.len()).find(agrees) {
            used[index] = true;
            count += 1;
        }
    }
    count
}

fn overlap(a: &Value, b: &Value) -> bool {
    span(a).zip(span(b)).is_some_and(|(a, b)| a.start < b.end && b.start < a.end)
}

/// NewsQuant marks a bound beside one number and gives that number twice, as `lo` and `hi`.
fn same_worth(gold: &Value, printed: &Value, as_marked: bool) -> bool {
    let number = |figure: &Value, key: &str| figure[key].as_f64();
    let [value, low, high] = ["value", "low", "high"].map(|key| number(printed, key));
    if as_marked {
        close(number(gold, "lo"), low.or(value).or(high)) && close(number(gold, "hi"), high.or(value).or(low))
    } else {
        let same = |(key, printed)| close(number(gold, key), printed);
        [("value", value), ("low", low), ("high", high)].into_iter().all(same)
    }
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-5 * a.abs().max(b.abs()) + 1e-8,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// A unit by one of its names.
fn unit(figure: &Value) -> String {
    let unit = figure["unit"].as_str().unwrap_or_default().trim().to_lowercase();
    let name = match unit.as_str() {
        "%" | "percent" | "per cent" => "percentage",
        "usd" | "us dollar" | "united states dollar" => "dollar",
        "pound" | "gbp" => "pound sterling",
        "eur" => "euro",
        "kilometer" => "kilometre",
        "meter" => "metre",
        "liter" => "litre",
        "ton" => "tonne",
        "-" | "unk" | "dimensionless" => "",
        other => other,
    };
    name.to_owned()
}

/// Whether what is counted shares a word; where gold names nothing, anything does.
fn same_counted(gold: &Value, printed: &Value) -> bool {
    let named = |value: &Value| name_words(value.as_str().unwrap_or_default());
    let wanted = if gold["counted"].is_string() { &gold["counted"] } else { &gold["concept"] };
    let (wanted, given) = (named(wanted), named(&printed["counted"]));
    wanted.is_empty() || wanted.iter().any(|word| given.contains(word))
}

/// Parts whose whole is the one that gold names by its text.
fn parts(gold: &Value, wanted: &[&Value], given: &[&Value]) -> Tally {
    let text: Vec<char> = gold["text"].as_str().unwrap_or_default().chars().collect();
    let pairs = matched(wanted, given);
    let right = |&&(a, b): &&(usize, usize)| {
        let whole = given[b]["part_of"].as_u64().and_then(|whole| whole.try_into().ok());
        let named = pairs.iter().find(|(_, b)| Some(*b) == whole).and_then(|(a, _)| span(wanted[*a]));
        let named = named.and_then(|span| text.get(span)).map(|letters| letters.iter().collect::<String>());
        named.is_some_and(|named| digits(&named) == digits(wanted[a]["part_of"].as_str().unwrap_or_default()))
    };
    let is_part = |figure: &Value| !figure["part_of"].is_null();
    let gold_parts = wanted.iter().filter(|figure| is_part(figure)).count();
    let printed = given.iter().filter(|figure| is_part(figure)).count();
    Tally::matched(pairs.iter().filter(|(a, _)| is_part(wanted[*a])).filter(right).count(), printed, gold_parts)
}

/// A figure's own digits, or where it has none its words: gold names a whole with or without its noun.
fn digits(text: &str) -> String {
    let digits = text.find(|letter: char| letter.is_ascii_digit()).map(|start| &text[start..]);
    let end = |text: &str| text.find(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter));
    match digits {
        Some(text) => text[..end(text).unwrap_or(text.len())].trim_end_matches(['.', ',']).to_owned(),
        None => text.trim().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn score(gold: &Value, printed: &Value) -> [usize; 4] {
        let mut score = FiguresScore::default();
        score.add(gold, printed);
        [score.value, score.unit, score.counted, score.part_of].map(|tally| tally.right)
    }

    #[test]
    fn worth_unit_and_whole() {
        let text = "12,000 soldiers, including 500 officers";
        let gold = json!({"text": text, "figures": [
            {"start": 0, "end": 6, "value": 12000, "unit": null, "counted": "soldiers", "part_of": null},
            {"start": 27, "end": 30, "value": 500, "unit": null, "counted": "officers", "part_of": "12,000 soldiers"},
        ]});
        let mut printed = gold.clone();
        printed["figures"][1]["part_of"] = json!(0);
        assert_eq!(score(&gold, &printed), [2, 2, 2, 1]);
        printed["figures"][0] =
            json!({"start": 0, "end": 6, "high": 12000, "unit": "kilometre", "counted": "soldiers"});
        assert_eq!(score(&gold, &printed), [1, 1, 1, 1]);
    }

    #[test]
    fn a_bound_that_gold_marks_beside_its_number() {
        let gold =
            json!({"text": "up to $6", "figures": [{"start": 7, "end": 8, "lo": 6.0, "hi": 6.0, "unit": "dollar"}]});
        let printed = json!({"figures": [{"start": 0, "end": 8, "value": null, "high": 6, "unit": "dollar"}]});
        assert_eq!(score(&gold, &printed)[..2], [1, 1]);
    }
}
