//! Where an article's text was removed from the ledger, what readers and the desk quoted of it goes, too.

use jiff::Timestamp;
use sayso::ledger::View;

use crate::beside::Beside;
use crate::problem::Problem;

/// Takes the words of articles that were removed out of what is kept beside the ledger; gives how many corrections had some.
/// It may be done again at any time: whoever was stopped between the one file and the other has lost nothing.
pub fn follow_removals(view: &View<'_>, beside: &Beside, now: Timestamp) -> Result<usize, Problem> {
    let mut erased = 0;
    for article in beside.quoted()? {
        if let Some(removed) = view.removed(&article)? {
            erased += beside.erase_quotations(&article, removed.title.is_some(), &removed.by, now)?;
        }
    }
    Ok(erased)
}
