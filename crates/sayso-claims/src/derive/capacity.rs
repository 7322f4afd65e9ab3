//! In what capacity a claim's speakers speak: their role and their type, as the best of its mentions gives them.

use std::collections::HashMap;

use sayso_read::SourceType;
use sayso_read::record::AttributionRecord;

use super::analysis::StoryAnalysis;
use crate::work;

impl StoryAnalysis<'_> {
    /// The role and the source type of a claim: the type that most mentions give, one of a source with a name before one
    /// without; of the mentions of that type the fullest role.
    pub(super) fn capacity(&self, group: &[usize]) -> (Option<String>, Option<SourceType>) {
        let attributions: Vec<&AttributionRecord> =
            work::each(group).filter_map(|index| self.as_read(*index)).collect();
        let mut counts: HashMap<SourceType, usize> = HashMap::new();
        for kind in attributions.iter().filter_map(|attribution| attribution.source_type) {
            *counts.entry(kind).or_default() += 1;
        }
        let is_named = |kind: SourceType| !matches!(kind, SourceType::OfficialUnnamed | SourceType::Unnamed);
        let best = counts.into_iter().max_by_key(|(kind, count)| (is_named(*kind), *count, std::cmp::Reverse(*kind)));
        let source_type = best.map(|(kind, _)| kind);
        let of_type = attributions.iter().filter(|attribution| attribution.source_type == source_type);
        let roles = of_type.filter_map(|attribution| attribution.role.as_deref());
        let fullest = roles.reduce(|best, next| if next.len() > best.len() { next } else { best });
        (fullest.map(str::to_owned), source_type)
    }

    /// The attribution of a mention, where its speakers are those that the reading gave it.
    fn as_read(&self, index: usize) -> Option<&AttributionRecord> {
        let place = &self.places[index];
        let all = &self.documents[place.document].entry.record.attributions;
        let attribution = all.get(place.mention.attribution?)?;
        let read = attribution.speakers.iter().map(|speaker| &speaker.name);
        read.eq(place.mention.speakers.iter().map(|speaker| &speaker.name)).then_some(attribution)
    }
}
