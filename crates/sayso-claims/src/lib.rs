//! From readings to claims: what is claimed, by whom, since when, on whose say-so.
//!
//! Documents and people's decisions go in, [records of stories](record::StoryRecord) come out. No database, no clock, no
//! order of adding: the same documents and decisions give the same records.
//!
//! ```
//! use sayso_claims::decision_log::DecisionLog;
//! use sayso_claims::{Document, Entry, derive_stories};
//! use serde_json::json;
//!
//! // An article in which somebody says something, as `sayso read --json` prints it; the rest of its text is left out here.
//! let article = |id: &str, outlet: &str, published: &str, who: &str, says: &str, content: &str| {
//!     let text = format!("{who} {says} {content}.");
//!     let end = text.chars().count() - 1;
//!     let (source, cue) = (who.len(), who.len() + 1 + says.len());
//!     let attribution = json!({
//!         "id": "a1", "source": [[0, source]], "cue": [[source + 1, cue]], "content": [[cue + 1, end]],
//!         "quote_type": "indirect", "stance": "asserts", "certainty": "certain",
//!         "speakers": [{"name": who, "kind": "organisation", "because": [[0, source]]}],
//!         "via": [], "reported_by": [], "medium": [], "evidence": [], "parent": null, "figures": [], "dates": [], "confidence": 0.9,
//!     });
//!     let record = json!({
//!         "id": id, "text": text, "furniture": [], "attributions": [attribution], "figures": [], "dates": [],
//!         "warnings": [],
//!         "article": {
//!             "title": "Ferry capsizes off Velgar", "byline": [], "publisher": outlet, "published": published,
//!             "modified": null, "language": "en", "url": null,
//!         },
//!     });
//!     let entry = json!({
//!         "record": record, "outlet": null, "published": null, "version": null, "replaces": null, "seen": null,
//!     });
//!     serde_json::from_value::<Entry>(entry).map(Document::new)
//! };
//! let documents = [
//!     article("a1", "Harbour Post", "2026-03-02", "Velgar Coastguard", "said", "the ferry Heron had capsized off Velgar")?,
//!     article("a2", "Radio Echo", "2026-03-03", "Velgar Coastguard", "said", "the ferry Heron capsized north of Velgar")?,
//! ];
//! let stories = derive_stories(&documents, &DecisionLog::default())?;
//! let [story] = &stories[..] else { panic!("one event is one story") };
//! let [claim] = &story.claims[..] else { panic!("both articles have one claim") };
//! assert_eq!(claim.speakers, ["Velgar Coastguard"]);
//! assert_eq!((claim.mentions.len(), claim.first_hand, claim.sources), (2, 2, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`story`] groups documents; [`version`] and [`copy`] compare those of one story; [`mention`] finds where an article has
//! a claim; [`mod@derive`] puts mentions together, and tells whose a claim is, where it came from and how claims stand to one
//! another; [`story_record`] joins all that. What a person decided, [`decision`] says, and [`decision_log`] which decisions
//! bind a story. [`anchor`] finds a passage again in another text.

pub mod anchor;
mod claim;
pub mod copy;
pub mod decision;
pub mod decision_log;
pub mod derive;
mod derive_stories;
pub mod document;
mod document_features;
mod entity;
mod figure_positions;
mod hash;
mod interval_tree;
mod link;
pub mod mention;
mod origin;
mod outlet_names;
pub mod probability;
pub mod record;
mod series;
pub mod story;
pub mod story_record;
pub mod version;
mod vocabulary;
mod words;
pub mod work;

pub use derive_stories::{compared_pairs, derive_stories};
pub use document::{Document, Entry};
pub use link::{ComparedPair, PairFeatures};
