//! What is kept beside the ledger follows it: where an article's text was removed, what readers and the desk quoted of it and
//! what people were told of it goes, too; and addresses of pages are those that the ledger has.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sayso::ledger::View;

use crate::desk_store::DeskStore;
use crate::problem::Problem;

/// Takes the words of articles that were removed out of what is kept beside the ledger; gives how many corrections had some.
/// It may be done again at any time: whoever was stopped between the one file and the other has lost nothing.
///
/// # Errors
///
/// Where the ledger or the file beside it fails, or the file is held open by another program, so that it cannot be written
/// anew.
pub fn follow_removals(view: &View<'_>, store: &DeskStore, now: Timestamp) -> Result<usize, Problem> {
    let mut erased = 0;
    for article in store.quoted()? {
        if let Some(removed) = view.removed(&article)? {
            erased += store.erase_quotations(&article, removed.title.is_some(), &removed.by, now)?;
        }
    }
    let removed: BTreeSet<String> = view.all_removed()?.into_iter().map(|removed| removed.id.to_string()).collect();
    store.forget_told(&removed)?;
    store.clear_remains()?;
    Ok(erased)
}

/// Puts the ledger's addresses in place of those that readers wrote, which earlier versions kept.
pub fn resolve_addresses(view: &View<'_>, store: &DeskStore) -> Result<(), Problem> {
    let mut addresses = Vec::new();
    for article in store.unresolved()? {
        let url = match view.document(&article)? {
            Some(entry) => entry.record.article.url,
            None => view.removed(&article)?.and_then(|removed| removed.url),
        };
        addresses.push((article, url.unwrap_or_default()));
    }
    if addresses.is_empty() { Ok(()) } else { store.resolve(&addresses) }
}
