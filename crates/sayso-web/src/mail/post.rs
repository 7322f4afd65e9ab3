//! The way out: the mail server, who writes, and what links begin with.

use std::net::IpAddr;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::{SmtpTransport, Transport};
use url::{Position, Url};

use super::letter::letter;
use super::limits::Limits;
use super::settings::{MailSettings, Smtp};
use crate::desk_store::DueMail;
use crate::problem::Problem;

/// How long the mail server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// What sends mail.
pub struct Mailer {
    server: SmtpTransport,
    from: Mailbox,
    public_url: Url,
    /// How often a mail may be asked for.
    pub limits: Limits,
}

impl Mailer {
    /// What the settings make; nothing where no mail is to be sent. The server is not spoken to.
    pub fn of(settings: &MailSettings) -> Result<Option<Self>, Problem> {
        let Some((smtp, from, public_url)) = settings.complete()? else { return Ok(None) };
        let from = from
            .parse()
            .map_err(|_| Problem::Wrong("--mail-from is no address of mail, such as desk@desk.example.".to_owned()))?;
        let public_url = site(public_url).ok_or_else(|| {
            Problem::Wrong("--public-url is no address of a site, such as https://desk.example.".to_owned())
        })?;
        Ok(Some(Self { server: server(smtp)?, from, public_url, limits: Limits::new() }))
    }

    /// Where links in mails lead, with its port where it has one.
    pub fn host(&self) -> &str {
        &self.public_url[Position::BeforeHost..Position::AfterPort]
    }

    /// Why the server would take no mail now; waits for it.
    pub fn trouble(&self) -> Option<String> {
        match self.server.test_connection() {
            Ok(true) => None,
            Ok(false) => Some("the mail server does not answer".to_owned()),
            Err(error) => Some(told(&error)),
        }
    }

    /// Hands a mail to the server; waits for it. What went wrong is told without the address, which a server may repeat.
    pub fn send(&self, errand: &DueMail) -> Result<(), String> {
        let letter = letter(errand, &self.from, self.public_url.as_str().trim_end_matches('/'))?;
        self.server.send(&letter).map(drop).map_err(|error| told(&error))
    }
}

fn server(smtp: &Smtp) -> Result<SmtpTransport, Problem> {
    let unfit = || {
        Problem::Wrong(
            "SAYSO_SMTP is no address of a mail server, such as smtps://user:password@mail.example; \
             in name and password, write @ as %40, : as %3A, / as %2F and % as %25."
                .to_owned(),
        )
    };
    let url = Url::parse(smtp.as_str()).map_err(|_| unfit())?;
    let is_sealed = url.scheme() == "smtps" || url.query() == Some("tls=required");
    if url.username().is_empty() != url.password().is_none() {
        return Err(unfit());
    }
    if url.password().is_some() && !is_sealed && !is_here(&url) {
        return Err(Problem::Wrong(
            "SAYSO_SMTP would send the password in the clear; say smtps://, or put ?tls=required behind it.".to_owned(),
        ));
    }
    Ok(SmtpTransport::from_url(smtp.as_str()).map_err(|_| unfit())?.timeout(Some(PATIENCE)).build())
}

fn is_here(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// An address of http or https with nothing behind the host: the desk's pages link from there.
fn site(public_url: &str) -> Option<Url> {
    let url = Url::parse(public_url).ok()?;
    let is_fit = matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty();
    (is_fit && url.password().is_none() && &url[Position::BeforePath..] == "/").then_some(url)
}

fn told(error: &Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_tls() => "no secure connection to the mail server could be made".to_owned(),
        None if error.is_timeout() => "the mail server does not answer".to_owned(),
        None => "the mail server cannot be reached".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(smtp: &str, from: &str, public_url: &str) -> Result<Option<Mailer>, Problem> {
        let [from, public_url] = [from, public_url].map(|given| Some(given.to_owned()));
        Mailer::of(&MailSettings { smtp: Some(Smtp::new(smtp.to_owned())), from, public_url })
    }

    #[test]
    fn what_cannot_send_is_refused_without_its_password() {
        let [from, site] = ["Desk <desk@desk.example>", "https://desk.example/"];
        for smtp in [
            "smtps://user:secret@mail.example",
            "smtp://user:secret@mail.example?tls=required",
            "smtp://user:secret@127.0.0.1:2525",
            "smtp://relay:25",
        ] {
            assert!(post(smtp, from, site).is_ok(), "{smtp}");
        }
        for smtp in [
            "user:secret@mail.example",
            "https://user:secret@mail.example",
            "smtp://user:secret@mail.example",
            "smtp://user:secret@mail.example?tls=opportunistic",
            "smtps://secret@mail.example",
            "",
        ] {
            let refused = post(smtp, from, site).err().map(|problem| problem.to_string());
            assert!(refused.is_some_and(|told| !told.contains("secret")), "{smtp}");
        }
        for from in ["", "desk", "desk@desk.example\r\nBcc: x@y.example"] {
            assert!(post("smtp://relay", from, site).is_err(), "{from}");
        }
        for site in ["", "desk.example", "ftp://desk.example", "https://desk.example/?a", "https://a:b@desk.example"] {
            assert!(post("smtp://relay", from, site).is_err(), "{site}");
        }
    }
}
