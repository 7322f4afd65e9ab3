//! Secrets, as the one that a form of the desk brings along, which no page of another site can read (CSRF).

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::problem::Problem;

/// Bytes of a token: more than can be guessed.
const BYTES: usize = 32;

/// A fresh token.
pub fn new_token() -> Result<String, Problem> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|error| Problem::Failed(format!("the system gives no random numbers: {error}")))?;
    Ok(hex(&bytes))
}

/// Bytes as letters and digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether what a form brought is the token; takes the same time wherever they differ.
pub fn matches(token: &str, brought: &str) -> Result<(), Problem> {
    if bool::from(token.as_bytes().ct_eq(brought.as_bytes())) {
        return Ok(());
    }
    Err(Problem::Refused(
        "The page is from before the desk was started anew. Go back, reload it, and try again.".to_owned(),
    ))
}

/// The secret has 256 random bits: a plain hash of it cannot be guessed back.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
