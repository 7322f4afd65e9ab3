//! What strangers are refused, counted: the log gets a line for the first of a kind and a sum for the rest, however many
//! they are.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::rate_limit::Household;

/// Kinds that are counted apart in one period; there are as many as accounts and things to ask for, and a stranger adds
/// none. What is over is counted together.
const KINDS: usize = 500;

/// Households that are told apart in one sum.
const HOUSEHOLDS: usize = 100;

/// What was refused since the last sum.
#[derive(Debug, Default)]
pub struct Refusals {
    known: Mutex<BTreeMap<Refusal, Sum>>,
}

/// Who was refused what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// Who, as the log names them.
    pub who: String,
    /// What they asked for.
    pub what: String,
}

#[derive(Debug, Default)]
struct Sum {
    /// After the first, which has a line of its own.
    more: u64,
    from: BTreeSet<Household>,
}

impl Refusals {
    /// Counts one; whether it is the first of its kind in this period, which gets a line of its own.
    pub fn is_first(&self, who: &str, what: &str, from: Option<IpAddr>) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kind = Refusal { who: who.to_owned(), what: what.to_owned() };
        if known.len() >= KINDS && !known.contains_key(&kind) {
            kind = Refusal { who: "others".to_owned(), what: "various".to_owned() };
        }
        let Some(sum) = known.get_mut(&kind) else {
            known.insert(kind, Sum { more: 0, from: from.map(Household::of).into_iter().collect() });
            return true;
        };
        sum.more += 1;
        if sum.from.len() <= HOUSEHOLDS {
            sum.from.extend(from.map(Household::of));
        }
        false
    }

    /// Ends the period: what to write for those that had no line of their own.
    pub fn sums(&self) -> Vec<Refusal> {
        let known = std::mem::take(&mut *self.known.lock().unwrap_or_else(PoisonError::into_inner));
        known.into_iter().filter(|(_, sum)| sum.more > 0).map(|(kind, sum)| sum.told(kind)).collect()
    }
}

impl Sum {
    fn told(&self, kind: Refusal) -> Refusal {
        let from = match self.from.len() {
            0 => String::new(),
            1 => ", all from one address".to_owned(),
            many if many > HOUSEHOLDS => format!(", from more than {HOUSEHOLDS} addresses"),
            several => format!(", from {several} addresses"),
        };
        Refusal { what: format!("{}: {} more times{from}", kind.what, self.more), ..kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_are_refused_the_log_gets_two_lines() {
        let refusals = Refusals::default();
        let lines = (0..100_000u32).filter(|number| {
            refusals.is_first("Boss", "sign-in", Some(IpAddr::from((number % 3 + 3_221_225_985).to_be_bytes())))
        });
        assert_eq!(lines.count(), 1);
        let told: Vec<String> =
            refusals.sums().into_iter().map(|kind| format!("{}: {}", kind.who, kind.what)).collect();
        assert_eq!(told, ["Boss: sign-in: 99999 more times, from 3 addresses"]);
        assert!(refusals.sums().is_empty());
        assert!(refusals.is_first("Boss", "sign-in", None), "the next period begins anew");
    }

    #[test]
    fn kinds_are_bounded() {
        let refusals = Refusals::default();
        let lines = (0..10_000).filter(|number| refusals.is_first("R. Reader", &number.to_string(), None)).count();
        assert_eq!(lines, KINDS + 1);
        assert_eq!(refusals.sums().len(), 1);
    }
}
