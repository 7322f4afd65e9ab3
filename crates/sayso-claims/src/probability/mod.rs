//! How likely it is that a claim is right: its speaker, its side, and that its mentions are one claim.
//!
//! A logistic model over what is known when the claim is concluded ([`features`]). Its weights are fitted to real coverage
//! whose claims were judged one by one (`training/claim_probability.py`) and stand in `weights.json`.

mod attributed;
pub mod features;
mod once;
mod source_words;
mod weights;

use crate::Document;
use crate::record::{Claim, ReasonKind};
use features::Context;
use weights::weights;

/// Sets how sure each claim of a story is, and which are shown first.
pub(crate) fn judge(claims: &mut [Claim], documents: &[&Document]) {
    let judged: Vec<(f32, bool)> = {
        let context = Context::of(claims, documents);
        claims.iter().map(|claim| judged(claim, &context)).collect()
    };
    for (claim, (probability, shown_first)) in claims.iter_mut().zip(judged) {
        (claim.probability, claim.shown_first) = (probability, shown_first);
    }
    once::show_once(claims);
}

/// What a person set right or added is right, and is shown first.
fn judged(claim: &Claim, context: &Context<'_>) -> (f32, bool) {
    let is_decided = |kind: ReasonKind| matches!(kind, ReasonKind::Added | ReasonKind::Mended);
    if claim.because.iter().any(|reason| is_decided(reason.kind())) {
        return (1.0, true);
    }
    // In hundredths: more digits than the calibration supports would only look exact.
    let probability = (weights().probability(&context.features(claim)) * 100.0).round() / 100.0;
    (probability, probability >= weights().shown_first)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::decision_log::DecisionLog;
    use crate::{Entry, derive_stories};

    fn article(text: &str, source: (usize, usize), content: (usize, usize)) -> Document {
        let attribution = json!({
            "id": "a1", "source": [[source.0, source.1]], "cue": [[source.1 + 1, content.0 - 1]],
            "content": [[content.0, content.1]], "quote_type": "indirect", "stance": "asserts", "certainty": "certain",
            "speakers": [{"name": text[source.0..source.1], "kind": "organisation", "because": [[source.0, source.1]]}],
            "via": [], "reported_by": [], "medium": [], "evidence": [], "parent": null, "figures": [], "dates": [],
            "confidence": 0.9,
        });
        let article = json!({
            "title": "Ferry", "byline": [], "publisher": "Post", "published": "2026-03-02", "modified": null,
            "language": "en", "url": null,
        });
        let record = json!({
            "id": "d1", "text": text, "furniture": [], "attributions": [attribution], "figures": [], "dates": [],
            "warnings": [], "article": article,
        });
        let entry = json!({
            "record": record, "outlet": null, "published": null, "version": null, "replaces": null, "seen": null,
        });
        Document::new(serde_json::from_value::<Entry>(entry).unwrap())
    }

    #[test]
    fn every_weight_belongs_to_a_feature() {
        let document = article("The coastguard said the ferry had sunk off Velgar.", (4, 14), (20, 49));
        let stories = derive_stories(std::slice::from_ref(&document), &DecisionLog::default()).unwrap();
        let claims = &stories[0].claims;
        let features = Context::of(claims, &[&document]).features(&claims[0]);
        let names: BTreeSet<&str> = features.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), features.len());
        assert!(weights().names().all(|name| names.contains(name)));
        assert!((0.0..=1.0).contains(&claims[0].probability));
        assert_eq!(claims[0].shown_first, claims[0].probability >= weights().shown_first);
    }
}
