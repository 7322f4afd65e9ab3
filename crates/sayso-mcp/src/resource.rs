//! Resources: the brief of a story as Markdown, for assistants whose users attach it to what they write.

use rmcp::model::{
    ListResourceTemplatesResult, ReadResourceResponse, ReadResourceResult, ResourceContents, ResourceTemplate,
};
use sayso::brief::{MOST_ARTICLES, brief, markdown};
use sayso::wording::statement::story_name;

use crate::context::ToolContext;
use crate::untrusted::NOTICE;

/// What addresses of briefs begin with.
const BRIEF: &str = "sayso://brief/";

const MARKDOWN: &str = "text/markdown";

/// What can be read.
pub fn templates() -> ListResourceTemplatesResult {
    let brief = ResourceTemplate::new(format!("{BRIEF}{{story}}"), "brief")
        .with_title("Brief of a story")
        .with_description(
            "A story in fifteen sentences at most, with footnotes; 'story' is its id, as search_stories gives it.",
        )
        .with_mime_type(MARKDOWN);
    ListResourceTemplatesResult::with_all_items(vec![brief])
}

/// The text of what is at an address; nothing where nothing is.
pub fn read(context: &ToolContext, uri: &str) -> Result<Option<String>, String> {
    let Some(id) = uri.strip_prefix(BRIEF) else { return Ok(None) };
    let Some(story) = context.look(|view| view.story(id))? else { return Ok(None) };
    let documents = context.look(|view| view.documents_of(&story, MOST_ARTICLES))?;
    let page = markdown::page(story_name(&story.name), &brief(&story, &documents), &documents);
    Ok(Some(format!("<!-- {NOTICE} -->\n\n{page}")))
}

/// A text as it is sent.
pub fn response(text: String, uri: &str) -> ReadResourceResponse {
    ReadResourceResult::new(vec![ResourceContents::text(text, uri).with_mime_type(MARKDOWN)]).into()
}
