//! For whom a request counts where something is limited: the address behind the proxies that are believed.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

use super::client_address::{Forwarding, client_address};

/// Puts the address of whoever asks in place of the connection's.
pub async fn asking(State(proxies): State<Arc<Vec<IpAddr>>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<IpAddr>().copied().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let address = client_address(peer, &proxies, &forwarding(request.headers()));
    request.extensions_mut().insert(address);
    next.run(request).await
}

fn forwarding(headers: &HeaderMap) -> Forwarding<'_> {
    let lines = |name| headers.get_all(name).iter().map(|line| line.as_bytes()).collect();
    Forwarding {
        x_forwarded_for: lines(header::HeaderName::from_static("x-forwarded-for")),
        forwarded: lines(header::FORWARDED),
    }
}
