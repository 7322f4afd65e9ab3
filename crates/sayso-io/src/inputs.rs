//! Many inputs, one after another, as one stream of what is in them.

use std::fmt;
use std::sync::Arc;

use sayso::Known;

use crate::input::{self, InputItem, InputOptions, InputSource, Items};

/// Something that can be read: a file, an address, what a program has in memory. It is displayed as its name, by which a
/// person knows it.
pub trait OpenInput: fmt::Display + Send + Sync + Sized + 'static {
    /// Opens it.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, and what to do, without its name.
    fn open(&self) -> Result<InputSource, String>;

    /// What is known of its documents beside what they say.
    fn known(&self) -> Known {
        Known::default()
    }

    /// The page at an address that it lists; none where nothing is fetched for it.
    fn at(&self, _address: &str) -> Option<Self> {
        None
    }
}

/// What is said of addresses that are not fetched.
const NOT_FETCHED: &str = "addresses that are not fetched from here";

/// What is in some inputs, in their order; each is opened when its turn comes, and so is each page that one lists.
pub struct Contents<I, Q> {
    inputs: Q,
    options: InputOptions,
    current: Option<(Arc<I>, Items)>,
    listed: Option<(Arc<I>, Items)>,
}

impl<I: OpenInput, Q: Iterator<Item = I>> Contents<I, Q> {
    /// Of some inputs.
    pub fn new(inputs: impl IntoIterator<IntoIter = Q>, options: InputOptions) -> Self {
        Self { inputs: inputs.into_iter(), options, current: None, listed: None }
    }

    /// What comes of an address: its page is next, or it is passed over.
    fn follow(&mut self, input: &Arc<I>, address: &str) -> Option<(Arc<I>, InputItem)> {
        match input.at(address) {
            Some(page) => {
                // A page may hold a list of addresses, too; these are nobody's wish.
                let options = InputOptions { lists_addresses: false, follows_addresses: false, ..self.options.clone() };
                self.listed = Some(opened(page, &options));
                None
            }
            None => Some((Arc::clone(input), InputItem::Passed(1, NOT_FETCHED.to_owned()))),
        }
    }
}

fn opened<I: OpenInput>(input: I, options: &InputOptions) -> (Arc<I>, Items) {
    let items = input.open().and_then(|source| input::open(source, options));
    let items = items.unwrap_or_else(|reason| Box::new(std::iter::once(InputItem::Broken(reason))));
    (Arc::new(input), items)
}

/// The next item of an input that is open.
fn next<I>(open: &mut Option<(Arc<I>, Items)>) -> Option<(Arc<I>, InputItem)> {
    let (input, items) = open.as_mut()?;
    let item = items.next();
    let input = Arc::clone(input);
    if item.is_none() {
        *open = None;
    }
    Some((input, item?))
}

impl<I: OpenInput, Q: Iterator<Item = I>> Iterator for Contents<I, Q> {
    type Item = (Arc<I>, InputItem);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = next(&mut self.listed) {
                return Some(found);
            }
            match next(&mut self.current) {
                Some((input, InputItem::Address(address))) => {
                    if let Some(passed) = self.follow(&input, &address) {
                        return Some(passed);
                    }
                }
                Some((input, InputItem::WithoutText { address, .. })) if self.options.follows_addresses => {
                    if let Some(passed) = self.follow(&input, &address) {
                        return Some(passed);
                    }
                }
                Some(found) => return Some(found),
                None => self.current = Some(opened(self.inputs.next()?, &self.options)),
            }
        }
    }
}
