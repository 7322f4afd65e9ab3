//! Outlets of one speaker: what a speaker 'told Radio Echo' once in an article, the rest of the same interview came by, too.

use std::collections::HashMap;

use super::data::Mention;
use crate::Document;
use crate::work;

/// The outlets that each speaker's words came by; none where they came by different ones.
type Ways = HashMap<String, Option<Vec<String>>>;

/// Gives the outlets that a speaker of an article told to those of the speaker's words for which none is told, nor another
/// medium: 'in a statement'.
pub(super) fn carry_on(document: &Document, mentions: &mut [Mention]) {
    mentions.iter_mut().for_each(|mention| without_common_nouns(&mut mention.via));
    let mut ways = Ways::new();
    for mention in work::each(mentions.iter()).filter(|mention| !mention.via.is_empty()) {
        if let Some(speaker) = speaker(mention) {
            let way = ways.entry(speaker.to_owned()).or_insert_with(|| Some(mention.via.clone()));
            if way.as_ref().is_some_and(|way| *way != mention.via) {
                *way = None;
            }
        }
    }
    for mention in mentions.iter_mut().filter(|mention| mention.via.is_empty() && !has_medium(document, mention)) {
        let way = speaker(mention).and_then(|speaker| ways.get(speaker)).and_then(Option::as_ref);
        if let Some(way) = way {
            mention.via.clone_from(way);
        }
    }
}

/// The one speaker of a mention.
fn speaker(mention: &Mention) -> Option<&str> {
    match &mention.speakers[..] {
        [one] => Some(&one.name),
        _ => None,
    }
}

fn has_medium(document: &Document, mention: &Mention) -> bool {
    let attribution = mention.attribution.and_then(|index| document.entry.record.attributions.get(index));
    attribution.is_none_or(|attribution| !attribution.medium.is_empty())
}

/// Next to an outlet's name what sort of outlet it is says nothing: 'the Meridian Press news agency'.
fn without_common_nouns(via: &mut Vec<String>) {
    if via.iter().any(|outlet| outlet.contains(char::is_uppercase)) {
        via.retain(|outlet| outlet.contains(char::is_uppercase));
    }
}
