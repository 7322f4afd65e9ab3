//! Who asks: known by the session of their browser, by a program's key, or as whoever works at the desk alone.

use sha2::{Digest, Sha256};

use super::token::{hex, new_token};
use crate::account::Role;
use crate::problem::Problem;

/// Who asks, and what they may do.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The name under which decisions are recorded.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// What their forms bring along: a page of another site cannot read it.
    pub token: String,
    /// Whether they signed in; who works alone did not.
    pub signed_in: bool,
}

impl Visitor {
    /// Whoever started the desk, while nobody has an account.
    pub fn alone(name: String) -> Result<Self, Problem> {
        Ok(Self { name, role: Role::Admin, token: new_token()?, signed_in: false })
    }

    /// Whoever signed in, by the secret of their session.
    pub fn of_session((name, role): (String, Role), secret: &str) -> Self {
        // Known to the pages of this session alone, and says nothing about its secret.
        let hash = Sha256::digest(format!("form\n{secret}").as_bytes());
        Self { name, role, token: hex(&hash), signed_in: true }
    }

    /// A program only looks: no form has its token.
    pub fn of_key(name: String) -> Result<Self, Problem> {
        Ok(Self { name, role: Role::Reader, token: new_token()?, signed_in: true })
    }
}
