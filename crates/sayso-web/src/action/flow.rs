//! The body of a form with files on its way to the parser: no more of it than a part's head may come before the parser has
//! found something.
//!
//! `multer` looks through all that it holds for the next mark each time that more arrives: 60 MiB without one cost it 13
//! seconds of a core, 60 MiB of short lines 86.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// Bytes in which the parser finds nothing: the head of a part has some hundred, and a piece of a body up to 16 KiB.
const MOST: usize = 64 << 10;

/// What has flowed since the parser last found something.
#[derive(Clone, Debug, Default)]
pub struct Flow(Arc<AtomicUsize>);

impl Flow {
    /// The parser found something.
    pub fn found(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Whether it was too much.
    pub fn is_over(&self) -> bool {
        self.0.load(Ordering::Relaxed) > MOST
    }

    /// The body, watched.
    pub fn watch(&self, body: Body) -> Body {
        Body::new(Watched { body, flow: self.clone(), rests: false })
    }
}

struct Watched {
    body: Body,
    flow: Flow,
    rests: bool,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::BoxError;

    /// One piece at a time: the parser takes all that is ready before it looks at any of it.
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        if std::mem::take(&mut self.rests) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            self.rests = true;
            self.flow.0.fetch_add(frame.data_ref().map_or(0, Bytes::len), Ordering::Relaxed);
            if self.flow.is_over() {
                return Poll::Ready(Some(Err(io::Error::other("no end of a part's head").into())));
            }
        }
        polled.map(|frame| frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
