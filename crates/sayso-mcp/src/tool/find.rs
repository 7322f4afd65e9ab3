//! A story that is asked for.

use sayso::ledger::record::StoryRecord;

use crate::context::ToolContext;

/// A story by its id, or by that of one of its articles.
pub fn story(context: &ToolContext, id: &str) -> Result<StoryRecord, String> {
    context
        .look(|view| view.story(id))?
        .ok_or_else(|| "there is no story of this id, and no article in one; search_stories lists them".to_owned())
}
