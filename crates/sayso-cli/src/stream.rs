//! Work on a stream by many hands: bounded in memory, and in the order of the stream whatever the number of hands.
//!
//! For each item the reader makes a slot. The item and the slot's far end go to the workers; its near end goes to the
//! writer's queue, in order. The writer waits on the slots one after another. The queue is bounded, so a slow item
//! holds the reader back and no finished results pile up behind it.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

/// Items under way for each worker: enough that an item ten times the usual one does not idle the others.
const UNDER_WAY: usize = 8;

/// Does `work` on each item with `threads` workers and hands the results to `write` in the order of the items.
///
/// Stops at the first error of `write`; what is then still under way is left to end with the program, for the reader
/// may be waiting for input that never comes.
pub fn ordered<I, O, E>(
    items: impl Iterator<Item = I> + Send + 'static,
    threads: NonZero<usize>,
    work: impl Fn(I) -> O + Send + Sync + 'static,
    mut write: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E>
where
    I: Send + 'static,
    O: Send + 'static,
{
    let (jobs, inbox) = crossbeam_channel::bounded::<(I, Sender<O>)>(threads.get());
    let (queue, slots) = sync_channel(threads.get() * UNDER_WAY);
    let work = Arc::new(work);
    for _ in 0..threads.get() {
        let (inbox, work) = (inbox.clone(), Arc::clone(&work));
        thread::spawn(move || inbox.into_iter().for_each(|(item, slot)| drop(slot.send(work(item)))));
    }
    thread::spawn(move || deal(items, &jobs, &queue));
    slots
        .into_iter()
        .map(|slot: Receiver<O>| slot.recv().expect("work contains its own panics, so every item is answered"))
        .try_for_each(&mut write)
}

/// Deals the items out until there are no more or nobody waits for them.
fn deal<I, O>(
    items: impl Iterator<Item = I>,
    jobs: &crossbeam_channel::Sender<(I, Sender<O>)>,
    queue: &SyncSender<Receiver<O>>,
) {
    for item in items {
        let (far, near) = channel();
        if queue.send(near).is_err() || jobs.send((item, far)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn results(threads: usize) -> Vec<u64> {
        let mut out = Vec::new();
        let work = |item: u64| {
            thread::sleep(Duration::from_micros(item % 7 * 100));
            item * item
        };
        let collect = |result| {
            out.push(result);
            Ok::<(), ()>(())
        };
        ordered(0..200, NonZero::new(threads).unwrap(), work, collect).unwrap();
        out
    }

    #[test]
    fn the_order_is_the_stream_s_on_any_number_of_threads() {
        let expected: Vec<u64> = (0..200).map(|item| item * item).collect();
        assert!([1, 2, 5].into_iter().all(|threads| results(threads) == expected));
    }

    #[test]
    fn an_error_in_writing_ends_an_endless_stream() {
        let end =
            ordered(0u64.., NonZero::new(2).unwrap(), |item| item, |item| if item < 9 { Ok(()) } else { Err(item) });
        assert_eq!(end, Err(9));
    }
}
