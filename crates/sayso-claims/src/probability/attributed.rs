//! A mention as its claim is judged by it.

use sayso_read::record::AttributionRecord;

use crate::Document;
use crate::record::ClaimMention;

/// A mention with its article and its attribution, where a reading has it.
pub(super) struct AttributedMention<'a> {
    pub(super) mention: &'a ClaimMention,
    pub(super) document: &'a Document,
    pub(super) attribution: Option<&'a AttributionRecord>,
}
