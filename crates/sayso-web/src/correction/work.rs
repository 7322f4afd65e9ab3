//! Proof of work: a reader's browser computes for a moment, so that sending ten thousand costs somebody something.
//!
//! A challenge is signed, expires, is good for one content and is taken once.

use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::middleware::hex;
use crate::rate_limit::{FairTable, Household};

/// Leading zero bits of the hash: about 65,000 tries, a second or less on a phone.
const BITS: u32 = 16;

/// How long a challenge is good for, in seconds.
const GOOD_FOR: i64 = 10 * 60;

/// Challenges that are remembered as used. Whoever works so much that there are more has the first of their own forgotten,
/// and may send the same words a second time, which count as a repeat.
const USED: usize = 20_000;

/// Challenges, and those that were used.
#[derive(Debug)]
pub struct Work {
    secret: Vec<u8>,
    /// With when they expire.
    used: Mutex<FairTable<[u8; 32], i64>>,
}

impl Work {
    /// Signs with a secret that is new with each start of the program.
    pub fn new(secret: &str) -> Self {
        Self { secret: secret.as_bytes().to_vec(), used: Mutex::new(FairTable::new(USED)) }
    }

    /// A challenge with random letters in it, and how many bits its answer needs.
    pub fn challenge(&self, random: &str, now: Timestamp) -> (String, u32) {
        let signed = format!("{}.{random}", now.as_second() + GOOD_FOR);
        (format!("{signed}.{}", self.signature(&signed)), BITS)
    }

    /// Whether an answer of a household is one to a challenge of ours, for this content, in time, for the first time.
    pub fn is_done(&self, (challenge, answer): (&str, &str), content: &str, from: Household, now: Timestamp) -> bool {
        let Some((signed, signature)) = challenge.rsplit_once('.') else { return false };
        let expires = signed.split('.').next().and_then(|expires| expires.parse::<i64>().ok());
        let Some(expires) = expires.filter(|expires| *expires > now.as_second()) else { return false };
        let is_ours = bool::from(self.signature(signed).as_bytes().ct_eq(signature.as_bytes()));
        if !is_ours || zero_bits(&hash(challenge, answer, content)) < BITS {
            return false;
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let key = Sha256::digest(challenge).into();
        if used.get_mut(&key).is_some() {
            return false;
        }
        if used.is_full() {
            used.retain(|expired| *expired > now.as_second());
        }
        used.insert(key, from, expires);
        true
    }

    fn signature(&self, signed: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).expect("HMAC takes a key of any length");
        mac.update(signed.as_bytes());
        hex(&mac.finalize().into_bytes())
    }
}

/// SHA-256 of challenge, answer and the content's own SHA-256, each on a line of its own: long words cost no more tries.
fn hash(challenge: &str, answer: &str, content: &str) -> [u8; 32] {
    Sha256::digest(format!("{challenge}\n{answer}\n{}", hex(&Sha256::digest(content)))).into()
}

fn zero_bits(hash: &[u8]) -> u32 {
    let zeros = hash.iter().take_while(|byte| **byte == 0).count();
    hash.iter().take(zeros + 1).map(|byte| byte.leading_zeros()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(challenge: &str, content: &str) -> String {
        let mut tries = (0u32..).map(|number| number.to_string());
        tries.find(|answer| zero_bits(&hash(challenge, answer, content)) >= BITS).unwrap()
    }

    #[test]
    fn work_counts_once_for_its_content_and_in_time() {
        let (work, now) = (Work::new("secret"), Timestamp::UNIX_EPOCH);
        let (challenge, _) = work.challenge("abc", now);
        let done = answer(&challenge, "36 dead");
        let from = Household::of([192, 0, 2, 1].into());
        let is_done = |challenge: &str, done: &str, now| work.is_done((challenge, done), "36 dead", from, now);
        assert!(!is_done(&challenge, &done, Timestamp::from_second(GOOD_FOR).unwrap()), "too late");
        assert!(!is_done(&challenge, &answer(&challenge, "37 dead"), now), "for another content");
        assert!(!is_done(&challenge.replace("abc", "abd"), &done, now), "not ours");
        assert!(is_done(&challenge, &done, now));
        assert!(!is_done(&challenge, &done, now), "a second time");
        for broken in ["", ".", "a.b.c", "99999999999999999999.a.b"] {
            assert!(!is_done(broken, "0", now));
        }
    }
}
