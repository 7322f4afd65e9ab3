//! Accounts: who may do what at the desk, and the passwords that let them in.

use std::fmt;
use std::str::FromStr;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use jiff::Timestamp;

use crate::problem::Problem;

/// The shortest password, in characters: NIST SP 800-63B-4 asks for 15 where nothing else is asked for.
const SHORTEST: usize = 15;

/// The longest, in bytes: hashing more would only cost time.
const LONGEST: usize = 1_000;

/// The longest name, in characters.
const NAME: usize = 80;

/// What an account may do; each may do what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Look at everything but what readers wrote.
    Reader,
    /// Add, decide, and answer corrections.
    Editor,
    /// Remove texts, back up and restore, and say who may do what.
    Admin,
}

impl Role {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Reader, Self::Editor, Self::Admin];

    /// The word that is kept and typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Role {
    type Err = Problem;

    fn from_str(word: &str) -> Result<Self, Problem> {
        Self::ALL
            .into_iter()
            .find(|role| role.word() == word)
            .ok_or_else(|| Problem::Wrong(format!("“{word}” is no role; there are reader, editor and admin.")))
    }
}

/// Somebody who may sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The name, under which decisions are recorded.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// When the account was made.
    pub made: Timestamp,
    /// When they last asked for a page; none where they are not signed in.
    pub active: Option<Timestamp>,
}

/// A name that an account can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// Checks a name as it was typed.
    ///
    /// # Errors
    ///
    /// Where it is too short, too long, or not to be written so.
    pub fn new(typed: &str) -> Result<Self, Problem> {
        let name = typed.trim();
        if name.is_empty() || name.chars().count() > NAME || name.chars().any(char::is_control) {
            return Err(Problem::Wrong(format!("A name has 1 to {NAME} characters.")));
        }
        Ok(Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password as it is kept: argon2id, with a salt of its own. It cannot be read back.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Hashes a password for an account; refuses one that is soon guessed. Takes some tens of milliseconds and 19 MiB, so
    /// that guessing does too.
    ///
    /// # Errors
    ///
    /// Where it is too short, too long, or not to be written so.
    pub fn new(name: &Name, typed: &str) -> Result<Self, Problem> {
        if typed.chars().count() < SHORTEST || typed.len() > LONGEST {
            return Err(Problem::Wrong(format!(
                "A password has {SHORTEST} characters or more; some words that nobody else would put together are good."
            )));
        }
        if typed.to_lowercase().contains(&name.as_str().to_lowercase()) && name.as_str().chars().count() > 3 {
            return Err(Problem::Wrong("The password must not have the name in it.".to_owned()));
        }
        let hashed = Argon2::default().hash_password(typed.as_bytes());
        hashed.map(|hash| Self(hash.to_string())).map_err(|error| Problem::Failed(format!("the password: {error}")))
    }

    /// One that was kept.
    pub(crate) fn kept(hash: String) -> Self {
        Self(hash)
    }

    /// What is kept.
    pub(crate) fn hash(&self) -> &str {
        &self.0
    }

    /// Whether what was typed is it.
    pub(crate) fn fits(&self, typed: &str) -> bool {
        typed.len() <= LONGEST
            && PasswordHash::new(&self.0)
                .is_ok_and(|hash| Argon2::default().verify_password(typed.as_bytes(), &hash).is_ok())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_itself_alone() {
        let name = Name::new(" A. Editor ").unwrap();
        assert_eq!(name.as_str(), "A. Editor");
        let password = Password::new(&name, "four words nobody joins").unwrap();
        assert!(password.hash().starts_with("$argon2id$"));
        assert!(password.fits("four words nobody joins"));
        for other in ["", "four words nobody join", "Four words nobody joins"] {
            assert!(!password.fits(other), "{other}");
        }
        assert_ne!(password, Password::new(&name, "four words nobody joins").unwrap(), "each has a salt of its own");
        assert!(!Password::kept("broken".to_owned()).fits("broken"));
        for weak in ["", "short", "I am A. Editor, really"] {
            assert!(Password::new(&name, weak).is_err(), "{weak}");
        }
        for bad in ["", " ", "a\nb", &"x".repeat(81)] {
            assert!(Name::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_role_may_what_those_before_it_may() {
        assert!(Role::Reader < Role::Editor && Role::Editor < Role::Admin);
        for role in Role::ALL {
            assert_eq!(role.word().parse(), Ok(role));
        }
        assert!("owner".parse::<Role>().is_err());
    }
}
