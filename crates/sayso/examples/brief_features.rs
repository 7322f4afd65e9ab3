//! Prints what is known of the claims of a ledger, one a line, for `training/brief_worth.py`.

use std::path::PathBuf;
use std::time::Duration;

use sayso::brief::{MOST_ARTICLES, claim_features};
use sayso::ledger::View;
use sayso::ledger::store::Reader;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).map(PathBuf::from).ok_or("give the ledger's file")?;
    let reader = Reader::open(&path, Duration::from_secs(10))?;
    let view = View::new(&reader);
    for story in view.stories()? {
        let documents = view.documents_of(&story, MOST_ARTICLES)?;
        for (claim, known) in claim_features(&story, &documents) {
            println!("{}", serde_json::json!({"story": story.id, "claim": claim, "features": known}));
        }
    }
    Ok(())
}
