//! How mail is sent, as whoever starts the program says it.

use std::fmt;

use crate::problem::Problem;

/// The address of a mail server. It may hold a password, so it is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp(String);

impl Smtp {
    /// An address as it was given: `smtps://user:password@mail.example`.
    #[must_use]
    pub fn new(address: String) -> Self {
        Self(address)
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Smtp")
    }
}

/// How mail is sent: all of it is given, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailSettings {
    /// The mail server.
    pub smtp: Option<Smtp>,
    /// Who writes.
    pub from: Option<String>,
    /// What links begin with.
    pub public_url: Option<String>,
}

impl MailSettings {
    /// Server, sender and what links begin with; nothing where no mail is sent.
    pub(super) fn complete(&self) -> Result<Option<(&Smtp, &str, &str)>, Problem> {
        match (&self.smtp, &self.from, &self.public_url) {
            (None, None, None) => Ok(None),
            (Some(smtp), Some(from), Some(public_url)) => Ok(Some((smtp, from, public_url))),
            _ => Err(Problem::Wrong(format!(
                "To send mail the desk needs the environment variable SAYSO_SMTP, --mail-from and --public-url; \
                 not given: {}.",
                self.missing().join(", ")
            ))),
        }
    }

    fn missing(&self) -> Vec<&'static str> {
        let given = [
            ("SAYSO_SMTP", self.smtp.is_some()),
            ("--mail-from", self.from.is_some()),
            ("--public-url", self.public_url.is_some()),
        ];
        given.into_iter().filter(|(_, is_given)| !is_given).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_and_the_password_is_not() {
        let smtp = Some(Smtp::new("smtps://a:secret@mail.example".to_owned()));
        let settings = MailSettings { smtp, from: None, public_url: Some("https://desk.example".to_owned()) };
        let told = settings.complete().unwrap_err().to_string();
        assert!(told.ends_with("not given: --mail-from.") && !told.contains("secret"), "{told}");
        assert!(!format!("{settings:?}").contains("secret"));
        assert_eq!(MailSettings::default().complete(), Ok(None));
    }
}
