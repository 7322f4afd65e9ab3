//! Work on a stream by many hands: bounded in memory, and in the order of the stream whatever the number of hands.
//!
//! For each item the reader makes a slot. The item and the slot's far end go to the workers; its near end goes to the
//! writer's queue, in order. The writer waits on the slots one after another. The queue is bounded, so a slow item
//! holds the reader back and no finished results pile up behind it. Large items are under way in such numbers alone as
//! there is room for.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// Items under way for each worker: enough that an item ten times the usual one does not idle the others.
const UNDER_WAY: usize = 8;

/// Bytes of items under way together; one that is larger goes alone. The longest documents, a few at once.
const ROOM: u64 = 256 << 20;

/// Does `work` on each item with `threads` workers and hands the results to `write` in the order of the items; `weigh` says
/// how many bytes an item holds.
///
/// Stops at the first error of `write`; what is then still under way is left to end with the program, for the reader
/// may be waiting for input that never comes.
///
/// # Errors
///
/// Those of `write`.
pub fn ordered<I, O, E>(
    items: impl Iterator<Item = I> + Send + 'static,
    threads: NonZero<usize>,
    weigh: impl Fn(&I) -> u64 + Send + 'static,
    work: impl Fn(I) -> O + Send + Sync + 'static,
    mut write: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E>
where
    I: Send + 'static,
    O: Send + 'static,
{
    let (jobs, inbox) = crossbeam_channel::bounded::<(I, Load, Sender<O>)>(threads.get());
    let (queue, slots) = sync_channel(threads.get() * UNDER_WAY);
    let work = Arc::new(work);
    for _ in 0..threads.get() {
        let (inbox, work) = (inbox.clone(), Arc::clone(&work));
        thread::spawn(move || {
            inbox.into_iter().for_each(|(item, load, slot)| {
                let done = work(item);
                drop(load);
                drop(slot.send(done));
            });
        });
    }
    thread::spawn(move || deal(items, weigh, &jobs, &queue));
    slots
        .into_iter()
        .map(|slot: Receiver<O>| slot.recv().expect("work contains its own panics, so every item is answered"))
        .try_for_each(&mut write)
}

/// Deals the items out until there are no more or nobody waits for them.
fn deal<I, O>(
    items: impl Iterator<Item = I>,
    weigh: impl Fn(&I) -> u64,
    jobs: &crossbeam_channel::Sender<(I, Load, Sender<O>)>,
    queue: &SyncSender<Receiver<O>>,
) {
    let room = Arc::new(Room::default());
    for item in items {
        let load = Load::take(&room, weigh(&item));
        let (far, near) = channel();
        if queue.send(near).is_err() || jobs.send((item, load, far)).is_err() {
            return;
        }
    }
}

/// Bytes under way, and who waits for them to become fewer.
#[derive(Default)]
struct Room {
    taken: Mutex<u64>,
    fewer: Condvar,
}

/// The part of one item; given back when the item is done.
struct Load {
    room: Arc<Room>,
    bytes: u64,
}

impl Load {
    fn take(room: &Arc<Room>, bytes: u64) -> Self {
        let taken = room.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |taken: &mut u64| *taken > 0 && *taken + bytes > ROOM;
        *room.fewer.wait_while(taken, is_full).unwrap_or_else(PoisonError::into_inner) += bytes;
        Self { room: Arc::clone(room), bytes }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        *self.room.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.bytes;
        self.room.fewer.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
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
        ordered(0..200, NonZero::new(threads).unwrap(), |_| 1, work, collect).unwrap();
        out
    }

    #[test]
    fn the_order_is_the_stream_s_on_any_number_of_threads() {
        let expected: Vec<u64> = (0..200).map(|item| item * item).collect();
        assert!([1, 2, 5].into_iter().all(|threads| results(threads) == expected));
    }

    #[test]
    fn an_error_in_writing_ends_an_endless_stream() {
        let end = ordered(
            0u64..,
            NonZero::new(2).unwrap(),
            |_| 1,
            |item| item,
            |item| if item < 9 { Ok(()) } else { Err(item) },
        );
        assert_eq!(end, Err(9));
    }

    #[test]
    fn large_items_are_under_way_one_at_a_time() {
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (entered, peak) = (Arc::clone(&now), Arc::clone(&most));
        let work = move |item: u64| {
            peak.fetch_max(entered.fetch_add(1, Relaxed) + 1, Relaxed);
            thread::sleep(Duration::from_millis(2));
            entered.fetch_sub(1, Relaxed);
            item
        };
        let mut out = Vec::new();
        let collect = |item| {
            out.push(item);
            Ok::<(), ()>(())
        };
        ordered(0..20, NonZero::new(4).unwrap(), |_| ROOM, work, collect).unwrap();
        assert_eq!((most.load(Relaxed), out), (1, (0..20).collect()));
    }
}
