//! What a mail says. Two things in it differ from one to another: a secret, or the id of a correction.

use lettre::Message;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};

use crate::desk_store::{DueMail, Purpose};
use crate::middleware::new_token;

/// Tells programs that answer mail by themselves not to (RFC 3834).
const AUTOMATIC: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");

/// The mail of an errand.
pub fn letter(errand: &DueMail, from: &Mailbox, public_url: &str) -> Result<Message, String> {
    let (subject, body) = match errand.purpose {
        Purpose::Confirm => ("Please confirm your address", confirm(public_url, &errand.secret)),
        Purpose::Decided => ("Your correction has been decided", decided(public_url, &errand.correction)),
    };
    let to = errand.address.parse().map_err(|_| "the address is none".to_owned())?;
    let id = new_token().map_err(|problem| problem.to_string())?;
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(subject)
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .raw_header(HeaderValue::new(AUTOMATIC, "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(|_| "the mail cannot be written".to_owned())
}

fn confirm(public_url: &str, secret: &str) -> String {
    format!(
        "Somebody, you we hope, asked the desk at {public_url} to write to this\n\
         address when a correction has been decided.\n\n\
         If it was you, open this page and press the button:\n\n\
         {public_url}/corrections/mail/{secret}\n\n\
         If it was not you, do nothing. Without the button you are not told of the\n\
         decision, and after three days your address is erased.\n"
    )
}

fn decided(public_url: &str, correction: &str) -> String {
    format!(
        "The correction that you sent to the desk has been read and decided. This page\n\
         has the outcome:\n\n\
         {public_url}/corrections/outcome/{correction}\n\n\
         No other mail about it follows: your address is erased now.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As long as real ones, which makes the line too long to be sent unfolded.
    const SECRET: &str = "5ec7e7005ec7e7005ec7e7005ec7e7005ec7e7005ec7e7005ec7e7005ec7e700";

    fn errand(purpose: Purpose, address: &str) -> DueMail {
        let [address, correction, secret] = [address, "c0ffee", SECRET].map(str::to_owned);
        DueMail { purpose, address, correction, secret, tries: 1 }
    }

    fn written(purpose: Purpose, address: &str) -> Result<String, String> {
        let from = "Desk <desk@desk.example>".parse().unwrap();
        let letter = letter(&errand(purpose, address), &from, "https://desk.example")?;
        let folded = String::from_utf8(letter.formatted()).unwrap();
        Ok(folded.replace("=\r\n", "").replace("=3D", "="))
    }

    #[test]
    fn a_mail_is_plain_and_its_links_are_whole() {
        let confirm = written(Purpose::Confirm, "reader@mail.example").unwrap();
        for line in [
            "To: reader@mail.example",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8",
            &format!("https://desk.example/corrections/mail/{SECRET}"),
        ] {
            assert!(confirm.split("\r\n").any(|known| known == line), "{line}: {confirm}");
        }
        assert!(!confirm.contains("c0ffee"), "who was not asked yet does not get the private link");
        let decided = written(Purpose::Decided, "reader@mail.example").unwrap();
        assert!(decided.contains("\r\nhttps://desk.example/corrections/outcome/c0ffee\r\n"), "{decided}");
        assert!(written(Purpose::Confirm, "a@b.example\r\nBcc: x@y.example").is_err());
    }
}
