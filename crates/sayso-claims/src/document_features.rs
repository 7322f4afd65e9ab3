//! What is derived from a document alone, or from it and one other: made when it is first asked for, and kept as long as
//! the document is.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use crate::copy::{Comparison, Worded};
use crate::derive::ArticleFeatures;
use crate::document::{DerivedData, DocumentData};
use crate::version::Edit;
use crate::{Document, version};

/// The edits from one version to the next, with the version before.
type Edited = (Weak<DocumentData>, Arc<[Edit]>);

/// How an earlier document compares, with it.
type Compared = (Weak<DocumentData>, Arc<Comparison>);

/// Earlier documents with which the comparison is kept, those that were compared last: a few more than come into question
/// for one.
const MOST_COMPARED: usize = 32;

/// What is kept of a document beside it.
#[derive(Default)]
pub(crate) struct DocumentFeatures {
    words: OnceLock<Worded>,
    features: OnceLock<ArticleFeatures>,
    edited: Mutex<Option<Edited>>,
    compared: Mutex<VecDeque<Compared>>,
}

impl DerivedData for DocumentFeatures {
    fn weight(&self) -> usize {
        let edit = |edit: &Edit| {
            let stretches = edit.before.iter().chain(&edit.after);
            size_of::<Edit>() + stretches.map(|stretch| stretch.text.len() + size_of_val(stretch)).sum::<usize>()
        };
        let edited = locked(&self.edited).iter().flat_map(|(_, edits)| edits.iter()).map(edit).sum::<usize>();
        let compared = locked(&self.compared).iter().map(|(_, compared)| compared.weight()).sum::<usize>();
        size_of::<Self>()
            + self.words.get().map_or(0, Worded::weight)
            + self.features.get().map_or(0, ArticleFeatures::weight)
            + edited
            + compared
    }
}

impl Document {
    /// The mentions, as the document was read.
    pub(crate) fn features(&self, read: impl FnOnce() -> ArticleFeatures) -> &ArticleFeatures {
        self.derived_data::<DocumentFeatures>().features.get_or_init(read)
    }

    /// The words by which copies are found.
    pub(crate) fn words(&self) -> &Worded {
        self.derived_data::<DocumentFeatures>().words.get_or_init(|| Worded::new(self))
    }

    /// The edits that made another version into this one.
    pub(crate) fn edits_from(&self, before: &Self) -> Arc<[Edit]> {
        let mut edited = locked(&self.derived_data::<DocumentFeatures>().edited);
        match &*edited {
            Some((known, edits)) if known.ptr_eq(&before.weak()) => Arc::clone(edits),
            _ => {
                let edits: Arc<[Edit]> = version::edits(before, self).into();
                *edited = Some((before.weak(), Arc::clone(&edits)));
                edits
            }
        }
    }

    /// How the words of this document compare with those of an earlier one.
    pub(crate) fn compared_with(&self, earlier: &Self) -> Arc<Comparison> {
        let mut compared = locked(&self.derived_data::<DocumentFeatures>().compared);
        let other = earlier.weak();
        if let Some((_, known)) = compared.iter().find(|(known, _)| known.ptr_eq(&other)) {
            return Arc::clone(known);
        }
        let comparison = Arc::new(Comparison::new(self.words(), earlier.words()));
        compared.push_back((other, Arc::clone(&comparison)));
        if compared.len() > MOST_COMPARED {
            compared.pop_front();
        }
        comparison
    }
}

/// What is kept is whole at any time: a thread that panics while it has it leaves it as it was.
fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for DocumentFeatures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("DocumentFeatures").finish_non_exhaustive()
    }
}
