//! What a tool answers: its value, typed and as text, behind a notice of what words of articles are.

use rmcp::ErrorData;
use rmcp::handler::server::tool::IntoCallToolResult;
use rmcp::model::{CallToolResponse, CallToolResult, ContentBlock};
use serde::Serialize;

use crate::untrusted::NOTICE;

/// An answer. Clients that do not take typed values get the same as text, the notice before it.
#[derive(Debug)]
pub struct Answer<T>(pub T);

impl<T: Serialize> IntoCallToolResult for Answer<T> {
    fn into_call_tool_result(self) -> Result<CallToolResponse, ErrorData> {
        let failed =
            |error: serde_json::Error| ErrorData::internal_error(format!("no answer can be written: {error}"), None);
        // Written from the value itself, whose fields stand in an order that can be followed.
        let text = serde_json::to_string(&self.0).map_err(failed)?;
        let mut result = CallToolResult::structured(serde_json::to_value(&self.0).map_err(failed)?);
        result.content = vec![ContentBlock::text(NOTICE), ContentBlock::text(text)];
        Ok(result.into())
    }
}
