//! The ledger for agents: a server of the Model Context Protocol (MCP) for looking up stories, claims and articles.
//!
//! [`serve_stdio`] speaks with one client over the standard input and output, as assistants start their servers. Each tool
//! is a file of `tool/`: its arguments, its answer, and how the one becomes the other; schemas come from these types.
//!
//! Whoever writes an article may write it for the agent that will read it. Therefore every word that comes from an article
//! stands in a field `untrusted` (`Untrusted`), each answer begins by saying what that is, and
//! nothing in the ledger changes what a tool is called, what it says of itself, or what it does. Nothing can be written,
//! unless whoever starts the server brings an [`Adder`].

mod answer;
mod context;
mod page;
mod resource;
mod server;
mod tool;
mod untrusted;

pub use context::{AddedDocuments, Adder, LoadModel, ToAdd, ToolContext};
pub use server::Server;

use rmcp::ServiceExt;
use tokio::runtime;

/// Serves one client over the standard input and output until it goes.
///
/// # Errors
///
/// Where the client does not speak the protocol, or the connection fails.
pub fn serve_stdio(context: ToolContext) -> Result<(), String> {
    let told =
        |error: &dyn std::fmt::Display| format!("the client and the server do not understand each other: {error}");
    let runtime = runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.map_err(|error| format!("the server cannot be started: {error}"))?;
    let served = runtime.block_on(async {
        let running =
            Server::new(context).serve(rmcp::transport::io::stdio_pipes()).await.map_err(|error| told(&error))?;
        running.waiting().await.map(drop).map_err(|error| told(&error))
    });
    // A read of the standard input that is under way cannot be called back; there is nothing left to wait for.
    runtime.shutdown_background();
    served
}
