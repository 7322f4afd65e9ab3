//! How many requests of one person, or of one household where nobody signed in, are answered at once.
//!
//! Behind a proxy all connections are the proxy's: what one takes of them must leave some for the others.

use std::collections::HashMap;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::body::{Frame, SizeHint};

use super::Visitor;
use crate::page;
use crate::problem::Problem;
use crate::rate_limit::Household;

/// Of one person or household: nine pages that a browser opens at once ask for less.
const EACH: usize = 32;

/// Of all who did not sign in; the other half of the connections is for those who did.
const STRANGERS: usize = 128;

/// What is being answered.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<RequestCounts>>);

#[derive(Debug, Default)]
struct RequestCounts {
    each: HashMap<RequestOwner, usize>,
    strangers: usize,
}

/// For whom a request counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum RequestOwner {
    Person(String),
    Household(Household),
}

/// One request's place, given back when it is dropped.
#[derive(Debug)]
struct InFlightPermit {
    asker: RequestOwner,
    counts: InFlight,
}

impl InFlight {
    fn begin(&self, asker: RequestOwner) -> Option<InFlightPermit> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_stranger = matches!(asker, RequestOwner::Household(_));
        let has = counts.each.get(&asker).copied().unwrap_or(0);
        if has >= EACH || is_stranger && counts.strangers >= STRANGERS {
            return None;
        }
        counts.each.insert(asker.clone(), has + 1);
        counts.strangers += usize::from(is_stranger);
        Some(InFlightPermit { asker, counts: self.clone() })
    }
}

impl Drop for InFlightPermit {
    fn drop(&mut self) {
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.strangers -= usize::from(matches!(self.asker, RequestOwner::Household(_)));
        if let Some(has) = counts.each.get_mut(&self.asker) {
            *has -= 1;
            if *has == 0 {
                counts.each.remove(&self.asker);
            }
        }
    }
}

/// Lets a request through where whoever asks has not too many under way. Who works at the desk alone takes nothing from
/// anybody.
pub async fn bounded(State(counts): State<InFlight>, request: Request, next: Next) -> Response {
    let visitor = request.extensions().get::<Visitor>();
    let asker = match visitor {
        Some(visitor) if !visitor.signed_in => return next.run(request).await,
        Some(visitor) => Some(RequestOwner::Person(visitor.name.clone())),
        None => request.extensions().get::<IpAddr>().map(|address| RequestOwner::Household(Household::of(*address))),
    };
    let Some(flight) = asker.and_then(|asker| counts.begin(asker)) else {
        let told = "Too much of what you asked for is still being answered. Try again in a moment.";
        return page::bare(&Problem::Busy(told.to_owned())).into_response();
    };
    next.run(request).await.map(|body| Body::new(HeldAnswer { body, _flight: flight }))
}

/// An answer that holds its place until it has been given whole.
struct HeldAnswer {
    body: Body,
    _flight: InFlightPermit,
}

impl HttpBody for HeldAnswer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn house(number: u32) -> RequestOwner {
        RequestOwner::Household(Household::of(IpAddr::V4(Ipv4Addr::from_bits(number))))
    }

    #[test]
    fn one_takes_nothing_from_another() {
        let counts = InFlight::default();
        let person = |name: &str| counts.begin(RequestOwner::Person(name.to_owned()));
        let held: Vec<InFlightPermit> = (0..100).filter_map(|_| person("A. Editor")).collect();
        assert_eq!(held.len(), EACH);
        assert!(person("R. Reader").is_some() && counts.begin(house(1)).is_some());
        drop(held);
        assert!(person("A. Editor").is_some());
        assert!(counts.0.lock().unwrap().each.is_empty(), "who has nothing under way is forgotten");
    }

    #[test]
    fn strangers_leave_room_for_those_who_signed_in() {
        let counts = InFlight::default();
        let strangers: Vec<InFlightPermit> = (0..1_000).filter_map(|number| counts.begin(house(number % 50))).collect();
        assert_eq!(strangers.len(), STRANGERS);
        assert!(counts.begin(RequestOwner::Person("A. Editor".to_owned())).is_some());
        drop(strangers);
        assert_eq!(counts.0.lock().unwrap().strangers, 0);
    }

    #[tokio::test]
    async fn an_answer_holds_its_place_until_it_is_given() {
        let counts = InFlight::default();
        let flight = counts.begin(house(1)).unwrap();
        let body = Body::new(HeldAnswer { body: Body::from("all of it"), _flight: flight });
        assert_eq!(body.size_hint().exact(), Some(9));
        assert_eq!(counts.0.lock().unwrap().strangers, 1);
        assert_eq!(axum::body::to_bytes(body, 100).await.unwrap(), "all of it");
        assert_eq!(counts.0.lock().unwrap().strangers, 0);
    }
}
