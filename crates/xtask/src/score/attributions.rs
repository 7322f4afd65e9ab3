//! Attributions against gold: spans, whole attributions, and those that say the same of the same source.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::calibration::Calibration;
use super::tokens::{Tokens, overlap};
use super::view::{ROLES, SOURCE, View, align, views};
use super::{SAME, Tally};

/// Sums over documents.
#[derive(Default)]
pub struct AttributionsScore {
    /// Spans of a role that are equal, token for token.
    pub exact: [Tally; 3],
    /// Tokens that have a role.
    pub token: [Tally; 3],
    /// Attributions whose three parts are equal.
    pub whole: Tally,
    /// Attributions whose contents overlap by half, one to one.
    pub attribution: Tally,
    /// Those whose sources overlap by half too.
    pub with_source: Tally,
    /// Those that stand in another's content, on both sides.
    pub nested: Tally,
    /// Gold's quote types: how many, how many found, how many found with their source.
    pub by_type: BTreeMap<String, TypeCount>,
    /// Confidence against whether the attribution was right, source included.
    pub calibration: Calibration,
}

/// How many attributions of one quote type gold holds and were found.
#[derive(Clone, Copy, Default)]
pub struct TypeCount {
    /// In gold.
    pub gold: usize,
    /// Found by their content.
    pub found: usize,
    /// Found with their source.
    pub with_source: usize,
}

/// One document's part of the score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Attributions in gold.
    pub gold: usize,
    /// Attributions printed.
    pub printed: usize,
    /// Found by their content.
    pub found: usize,
    /// Found with their source.
    pub with_source: usize,
}

impl AttributionsScore {
    /// Adds one document; `printed` is null where nothing was.
    pub fn add(&mut self, gold: &Value, printed: &Value) -> Counts {
        let (gold, printed) = views(gold, printed);
        for role in 0..ROLES.len() {
            self.exact[role] += exact(role, &printed, &gold);
            self.token[role] += token(role, &printed, &gold);
        }
        self.whole += whole(&printed, &gold);
        self.add_matches(&printed, &gold)
    }

    fn add_matches(&mut self, printed: &[View], gold: &[View]) -> Counts {
        let mut right = vec![false; printed.len()];
        let mut counts = Counts { gold: gold.len(), printed: printed.len(), ..Counts::default() };
        let nested = |views: &[View]| views.iter().filter(|view| view.nested).count();
        let mut both_nested = 0;
        for attribution in gold {
            self.by_type.entry(attribution.quote_type.clone()).or_default().gold += 1;
        }
        for (wanted, given) in align(gold, printed) {
            let same_source = overlap(&gold[wanted].roles[SOURCE], &printed[given].roles[SOURCE]) >= SAME;
            right[given] = same_source;
            counts.found += 1;
            counts.with_source += usize::from(same_source);
            both_nested += usize::from(gold[wanted].nested && printed[given].nested);
            let of_type = self.by_type.entry(gold[wanted].quote_type.clone()).or_default();
            of_type.found += 1;
            of_type.with_source += usize::from(same_source);
        }
        self.attribution += Tally::matched(counts.found, printed.len(), gold.len());
        self.with_source += Tally::matched(counts.with_source, printed.len(), gold.len());
        self.nested += Tally::matched(both_nested, nested(printed), nested(gold));
        for (view, right) in printed.iter().zip(right).filter(|(view, _)| !view.nested) {
            self.calibration.add(view.confidence, right);
        }
        counts
    }
}

fn exact(role: usize, printed: &[View], gold: &[View]) -> Tally {
    let runs = |views: &[View]| -> BTreeSet<Tokens> {
        views.iter().flat_map(|view| view.runs[role].iter().cloned()).collect()
    };
    common(&runs(printed), &runs(gold))
}

fn token(role: usize, printed: &[View], gold: &[View]) -> Tally {
    let tokens =
        |views: &[View]| -> Tokens { views.iter().flat_map(|view| view.roles[role].iter().copied()).collect() };
    common(&tokens(printed), &tokens(gold))
}

fn common<T: Ord>(printed: &BTreeSet<T>, gold: &BTreeSet<T>) -> Tally {
    Tally::matched(printed.intersection(gold).count(), printed.len(), gold.len())
}

fn whole(printed: &[View], gold: &[View]) -> Tally {
    let held = |view: &View, by: &[View]| by.iter().any(|other| other.roles == view.roles);
    Tally {
        right: printed.iter().filter(|view| held(view, gold)).count(),
        printed: printed.len(),
        found: gold.iter().filter(|view| held(view, printed)).count(),
        gold: gold.len(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "The mayor said that the bridge is safe. She denied a report of cracks.";

    fn attribution(source: [usize; 2], content: [usize; 2], parent: Option<&str>) -> Value {
        json!({"source": [source], "cue": [[10, 14]], "content": [content], "parent": parent, "confidence": 0.9})
    }

    fn counts(corpus: &str, gold: &[Value], printed: &[Value]) -> Counts {
        AttributionsScore::default().add(
            &json!({"text": TEXT, "corpus": corpus, "attributions": gold}),
            &json!({"text": TEXT, "attributions": printed}),
        )
    }

    #[test]
    fn half_of_the_content_is_enough_and_a_third_is_not() {
        let gold = [attribution([0, 9], [15, 38], None)];
        let found = |content| counts("any", &gold, &[attribution([0, 9], content, None)]).found;
        assert_eq!((found([24, 38]), found([31, 38])), (1, 0));
    }

    #[test]
    fn the_source_is_told_apart() {
        let gold = [attribution([0, 9], [15, 38], None)];
        let counts = counts("any", &gold, &[attribution([40, 43], [15, 38], None)]);
        assert_eq!(counts, Counts { gold: 1, printed: 1, found: 1, with_source: 0 });
    }

    #[test]
    fn nothing_printed_is_nothing_found() {
        let gold = json!({"text": TEXT, "attributions": [attribution([0, 9], [15, 38], None)]});
        assert_eq!(AttributionsScore::default().add(&gold, &Value::Null), Counts { gold: 1, ..Counts::default() });
    }

    #[test]
    fn nested_ones_count_only_where_gold_nests() {
        let outer = attribution([0, 9], [15, 38], None);
        let printed = [outer.clone(), attribution([20, 30], [31, 38], Some("a1"))];
        assert_eq!(counts("polnear", std::slice::from_ref(&outer), &printed).printed, 1);
        assert_eq!(counts("wikinews", std::slice::from_ref(&outer), &printed).printed, 2);
    }
}
