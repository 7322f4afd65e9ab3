//! Counting work: how often the loops go round whose number could grow faster than a page does.
//!
//! Time tells little on a machine that others use; the same page takes the same number of steps everywhere.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts steps of this thread: elements, letters and entries of an index that are looked at.
pub(crate) fn count(steps: usize) {
    STEPS.with(|taken| taken.set(taken.get().wrapping_add(steps as u64)));
}

/// The same sequence, each of its items counted as a step.
pub(crate) fn each<I: IntoIterator>(items: I) -> impl Iterator<Item = I::Item> {
    items.into_iter().inspect(|_| count(1))
}

/// What a function returns, and the steps that were taken in it, on the thread that calls it.
#[cfg(test)]
pub(crate) fn counted<T>(run: impl FnOnce() -> T) -> (T, u64) {
    let before = STEPS.with(Cell::get);
    let returned = run();
    (returned, STEPS.with(Cell::get).wrapping_sub(before))
}
