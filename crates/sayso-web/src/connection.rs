//! One connection: what a client may take of it, and how it ends.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;

use crate::connection_limit::{CloseReason, ConnectionPermit};

/// How long a client may take for the head of a request, for each part of its body, and for taking each part of an answer.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// The longest head of a request.
const HEAD: usize = 16 << 10;

/// How long what a client still sends is read and thrown away, so that it gets to read why it was refused: closing before
/// would take the answer from it (RFC 9112, 9.6).
const LINGER: Duration = Duration::from_secs(5);

/// Answers the requests of one connection; one that breaks off costs nobody else anything.
pub async fn answer(stream: TcpStream, app: Router, mut place: ConnectionPermit) {
    // Else the last part of a page waits for the browser to acknowledge the one before: 40 ms on Linux.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(PATIENCE));
    let (app, asked) = (TowerToHyperService::new(app), AtomicBool::new(false));
    let service = service_fn(|request| {
        asked.store(true, Ordering::Relaxed);
        Box::pin(app.call(request))
    });
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEAD)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let mut is_leaving = false;
    let served = loop {
        tokio::select! {
            served = poll_fn(|context| connection.poll_without_shutdown(context)) => break served,
            why = place.asked_to_leave(), if !is_leaving => if asked.load(Ordering::Relaxed) || why == CloseReason::AtTheEnd {
                is_leaving = true;
                Pin::new(&mut connection).graceful_shutdown();
            }
        }
    };
    if served.is_ok() {
        close(connection.into_parts().io.into_inner(), is_leaving).await;
    }
}

/// Ends a connection after its last answer.
async fn close(mut stream: Pin<Box<TimeoutStream<TcpStream>>>, at_once: bool) {
    let _ = stream.shutdown().await;
    if !at_once {
        let mut thrown_away = vec![0; HEAD];
        let _ = timeout(LINGER, async { while matches!(stream.read(&mut thrown_away).await, Ok(1..)) {} }).await;
    }
}
