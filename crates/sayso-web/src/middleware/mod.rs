//! What every request must pass, and what every answer carries.

mod asking;
mod client_address;
mod cookie;
mod form;
mod headers;
mod host;
mod in_flight;
mod lasting;
mod recognise;
mod redirect;
mod require;
mod see_other;
mod token;
mod visitor;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

pub use asking::asking;
pub use cookie::{device, secret, set, set_device};
pub use form::{FORM, whole_form};
pub use headers::harden;
pub use host::Hosts;
pub use in_flight::{InFlight, bounded};
pub use lasting::{PERIOD, while_allowed};
pub use recognise::{recognise, still};
pub use require::{AuditNote, LeastRole, require, sign_in_first};
pub use see_other::back_to;
pub use token::{hash, hex, matches, new_token};
pub use visitor::Visitor;

use crate::page;
use crate::problem::Problem;

/// What pages of other sites may ask for: it looks itself which sites.
const SHARED: [&str; 2] = ["/corrections/challenge", "/corrections/submit"];

/// Refuses requests under a name that is not this desk's, and changes that a page of another site asks for.
pub async fn guard(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    match admitted(&hosts, request.method(), request.uri().path(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(told) => page::bare(&Problem::Refused(told.to_owned())).into_response(),
    }
}

fn admitted(hosts: &Hosts, method: &Method, path: &str, headers: &HeaderMap) -> Result<(), &'static str> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST).ok_or("The request does not say which site it is for.")?;
    if !hosts.has(host) {
        return Err(
            "The desk does not answer under this name. Open it under the address that the program printed, or start it with --host NAME.",
        );
    }
    if matches!(*method, Method::GET | Method::HEAD) || SHARED.contains(&path) {
        return Ok(());
    }
    let origin = text(header::ORIGIN).ok_or("The request does not say which page it comes from.")?;
    let is_own = origin.split_once("://").is_some_and(|(_, from)| from.eq_ignore_ascii_case(host));
    let from_elsewhere =
        text(header::HeaderName::from_static("sec-fetch-site")).is_some_and(|site| site != "same-origin");
    if !is_own || from_elsewhere {
        return Err("The request comes from a page of another site.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: Method, fields: &[(&'static str, &'static str)]) -> Result<(), &'static str> {
        let hosts = Hosts::new("127.0.0.1:7878".parse().unwrap(), &["desk.example".to_owned()]);
        let headers = fields.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        admitted(&hosts, &method, "/decide", &headers.collect())
    }

    #[test]
    fn a_name_that_is_not_the_desks_is_refused() {
        assert!(asked(Method::GET, &[("host", "127.0.0.1:7878")]).is_ok());
        assert!(asked(Method::GET, &[("host", "LOCALHOST:7878")]).is_ok());
        assert!(asked(Method::GET, &[("host", "desk.example")]).is_ok());
        for host in ["attacker.example", "127.0.0.1.attacker.example:7878", "127.0.0.1:80", "", "localhost"] {
            assert!(asked(Method::GET, &[("host", host)]).is_err(), "{host}");
        }
        assert!(asked(Method::GET, &[]).is_err());
    }

    #[test]
    fn a_change_comes_from_a_page_of_the_desk() {
        let host = ("host", "localhost:7878");
        let own = ("origin", "http://localhost:7878");
        assert!(asked(Method::POST, &[host, own]).is_ok());
        assert!(asked(Method::POST, &[host, own, ("sec-fetch-site", "same-origin")]).is_ok());
        assert!(asked(Method::POST, &[host, own, ("sec-fetch-site", "cross-site")]).is_err());
        for origin in ["http://attacker.example", "null", "http://localhost", "http://localhost:7878.attacker.example"]
        {
            assert!(asked(Method::POST, &[host, ("origin", origin)]).is_err(), "{origin}");
        }
        assert!(asked(Method::POST, &[host]).is_err());
        assert!(asked(Method::DELETE, &[host]).is_err());
    }
}
