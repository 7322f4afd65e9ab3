//! Accepting connections, until the program is asked to stop and requests under way are answered.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::Extension;
use axum::http::{StatusCode, header};
use axum::middleware::from_fn;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Router, response::Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

use crate::connection::answer;
use crate::connection_limit::{CloseReason, ConnectionLimit, ConnectionPermit};
use crate::health::{Health, health};
use crate::middleware::harden;
use crate::stop::Stop;

/// What keeps a listener from accepting passes: too many open files, mostly.
const PAUSE: Duration = Duration::from_millis(100);

/// Accepts and answers until the program is told to stop; then ends what is under way.
pub async fn listen(listener: &TcpListener, app: &Router, proxies: &[IpAddr], ending: Ending<'_>) {
    let crowd = ConnectionLimit::new();
    let told = tokio::select! {
        () = accept(listener, app, proxies, &crowd) => false,
        () = ending.stop.told() => true,
    };
    if told {
        ending.drain(listener, &crowd).await;
    }
}

async fn accept(listener: &TcpListener, app: &Router, proxies: &[IpAddr], crowd: &ConnectionLimit) {
    loop {
        let Some((stream, place)) = next(listener, proxies, crowd).await else { continue };
        let from = place.address();
        tokio::spawn(answer(stream, app.clone().layer(Extension(from)), place));
    }
}

/// The next connection that gets a place; one that gets none is closed at once.
async fn next(
    listener: &TcpListener,
    proxies: &[IpAddr],
    crowd: &ConnectionLimit,
) -> Option<(TcpStream, ConnectionPermit)> {
    let Ok((stream, from)) = listener.accept().await else {
        sleep(PAUSE).await;
        return None;
    };
    let turn = crowd.turn().await?;
    let from = from.ip().to_canonical();
    let is_proxy = proxies.iter().any(|proxy| proxy.to_canonical() == from);
    crowd.place(turn, from, is_proxy).map(|place| (stream, place))
}

/// How the desk ends.
pub struct Ending<'a> {
    /// Says when, and, said once more, that it ends at once.
    pub stop: &'a mut Stop,
    /// Says that it does.
    pub health: Arc<Health>,
    /// How long what is under way may go on.
    pub patience: Duration,
}

impl Ending<'_> {
    /// Lets what is under way be answered, within bounds. Connections on which nothing happens are closed; whoever comes
    /// now is told to try again, so that a proxy, which may hold requests back for a while, hears it instead of nothing.
    async fn drain(self, listener: &TcpListener, crowd: &ConnectionLimit) {
        self.health.drain();
        crowd.ask_to_leave(CloseReason::AtTheEnd);
        let (refusal, others) = (refusal(self.health), ConnectionLimit::new());
        tokio::select! {
            () = crowd.empty() => {}
            () = accept(listener, &refusal, &[], &others) => {}
            () = self.stop.told() => {}
            () = sleep(self.patience) => {}
        }
    }
}

/// What the desk answers while it is being stopped.
fn refusal(desk: Arc<Health>) -> Router {
    Router::new().route("/health", get(health)).with_state(desk).fallback(stopping).layer(from_fn(harden))
}

async fn stopping() -> Response {
    let fields = [(header::RETRY_AFTER, "5"), (header::CONNECTION, "close")];
    (StatusCode::SERVICE_UNAVAILABLE, fields, "The desk is being stopped. Try again in a moment.\n").into_response()
}
