//! An address of a reader, checked.

use std::net::IpAddr;

use lettre::Address;
use sha2::{Digest, Sha256};

use crate::middleware::hex;
use crate::problem::Problem;

/// The longest address that mail knows (RFC 5321, with RFC 3696's correction).
const LONGEST: usize = 254;

/// An address that a mail can be sent to.
pub struct Recipient(Address);

impl Recipient {
    /// Checks an address as it was typed. It is of plain letters, since not every server takes others, and leads to a domain
    /// with a name: none of this machine's own mailboxes is written to.
    pub fn new(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        let is_plain = typed.len() <= LONGEST && typed.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        let address = is_plain.then(|| typed.parse::<Address>().ok()).flatten();
        address.filter(|address| has_name(address.domain())).map(Self).ok_or_else(|| {
            Problem::Wrong(
                "That is no address of mail that the desk can write to. Go back and look it over.".to_owned(),
            )
        })
    }

    /// As it is written to.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }

    /// What stands for its mailbox where tries are counted: the same with a tag or in capitals, and not to be read back.
    pub fn mailbox(&self) -> String {
        let user = self.0.user().split('+').next().unwrap_or_default();
        hex(&Sha256::digest(format!("{user}@{}", self.0.domain()).to_lowercase()))
    }
}

fn has_name(domain: &str) -> bool {
    domain.contains('.') && !domain.starts_with('[') && domain.parse::<IpAddr>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_is_refused() {
        assert_eq!(
            Recipient::new(" Reader+desk@mail.example\n").map(|reader| reader.as_str().to_owned()).as_deref(),
            Ok("Reader+desk@mail.example")
        );
        for wrong in [
            "",
            "reader",
            "reader@",
            "@mail.example",
            "a@b.example, c@d.example",
            "a@b.example c@d.example",
            "A <a@b.example>",
            "a@b.example\r\nBcc: x@y.example",
            "a@b.example\nBcc: x@y.example",
            "a\r\nRCPT TO:<x@y.example>@b.example",
            "\"a b\"@b.example",
            "\"a\r\n b\"@b.example",
            "root@localhost",
            "root@127.0.0.1",
            "root@[127.0.0.1]",
            "root@[IPv6:::1]",
            "a@b.example\0",
            "jürgen@mail.example",
            &format!("a@{}.example", "b".repeat(300)),
        ] {
            assert!(Recipient::new(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn one_mailbox_is_one() {
        let of = |typed: &str| Recipient::new(typed).unwrap_or_else(|problem| panic!("{problem}")).mailbox();
        assert_eq!(of("reader@mail.example"), of("Reader+1@MAIL.example"));
        assert_ne!(of("reader@mail.example"), of("other@mail.example"));
    }
}
