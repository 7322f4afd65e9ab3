//! What went wrong with a request, said so that a person knows what to do.

use std::fmt;

use axum::http::StatusCode;
use sayso::ledger::ledger::DecideError;
use sayso::ledger::store::StoreError;
use sayso::wording::advice;

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing under the address.
    Missing(String),
    /// What was sent makes no sense.
    Wrong(String),
    /// Nobody knows who asks.
    Unknown(String),
    /// Who asks may not.
    Refused(String),
    /// What was sent is more than is taken at once.
    TooLarge(String),
    /// Who asks has too much under way.
    Busy(String),
    /// The ledger, or the program, failed.
    Failed(String),
}

impl Problem {
    /// Of somebody who did not sign in.
    pub(crate) fn nobody() -> Self {
        Self::Unknown("Sign in first.".to_owned())
    }

    /// The status that goes with it.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Missing(_) => StatusCode::NOT_FOUND,
            Self::Wrong(_) => StatusCode::BAD_REQUEST,
            Self::Unknown(_) => StatusCode::UNAUTHORIZED,
            Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A heading.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Missing(_) => "Nothing here",
            Self::Wrong(_) => "That does not work",
            Self::Unknown(_) => "Not signed in",
            Self::Refused(_) => "Refused",
            Self::TooLarge(_) => "Too much",
            Self::Busy(_) => "Too much at once",
            Self::Failed(_) => "Something failed",
        }
    }

    /// What happened and what to do.
    #[must_use]
    pub fn told(&self) -> &str {
        match self {
            Self::Missing(told)
            | Self::Wrong(told)
            | Self::Unknown(told)
            | Self::Refused(told)
            | Self::TooLarge(told)
            | Self::Busy(told)
            | Self::Failed(told) => told,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.told())
    }
}

impl std::error::Error for Problem {}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Failed(advice::of_ledger(&error))
    }
}

impl From<DecideError> for Problem {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::NoClaim(id) => Self::Wrong(format!(
                "There is no claim “{id}”. It may have been merged into another: open the story and choose it there."
            )),
            DecideError::Nothing(what) => Self::Wrong(what.to_owned()),
            DecideError::Store(error) => error.into(),
            error => Self::Wrong(advice::of_choice(&error)),
        }
    }
}
