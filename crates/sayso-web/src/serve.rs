//! The server: one listener on this machine, limits on what a connection may take.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::middleware::Next;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::beside::Beside;
use crate::correction::Sites;
use crate::crowd::{Crowd, Place};
use crate::desk::Desk;
use crate::gate::{Hosts, Visitor, guard, harden, recognise};
use crate::intake::Intake;
use crate::live;
use crate::mail::{self, MailSettings, Post};
use crate::problem::Problem;
use crate::retention;
use crate::routes::routes;

/// How long a client may take for the head of a request, and for each part of its body.
const PATIENCE: Duration = Duration::from_secs(15);

/// The longest head of a request.
const HEAD: usize = 16 << 10;

/// What keeps a listener from accepting passes: too many open files, mostly.
const PAUSE: Duration = Duration::from_millis(100);

/// How long open connections may go on after the program is told to stop.
const GRACE: Duration = Duration::from_secs(2);

/// How the desk is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The ledger's file.
    pub ledger: PathBuf,
    /// The address to listen on; beyond this machine only where somebody has an account.
    pub listen: IpAddr,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// Names under which the desk answers beside those of this machine, as they stand in an address.
    pub hosts: Vec<String>,
    /// Who decides while nobody has an account.
    pub person: String,
    /// Sites whose readers may send corrections, as they stand in an address.
    pub sites: Vec<String>,
    /// Addresses of proxies that are believed when they say whom they ask for.
    pub proxies: Vec<IpAddr>,
    /// How mail is sent to readers who ask for it.
    pub mail: MailSettings,
}

impl Options {
    /// Whether others than the people at this machine can reach the desk, themselves or through a proxy.
    fn is_exposed(&self) -> bool {
        !self.listen.is_loopback() || !self.hosts.is_empty() || !self.proxies.is_empty()
    }
}

/// Why the desk cannot be served.
#[derive(Debug)]
pub enum ServeError {
    /// Nothing can be heard on the address.
    Listen(SocketAddr, io::Error),
    /// The ledger, or what is kept beside it, cannot be opened.
    Open(String),
    /// Others could reach the desk, and nobody has an account.
    NoAccount,
    /// Links in mails would lead to a name under which the desk does not answer.
    Astray(String),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen(address, error) if error.kind() == io::ErrorKind::AddrInUse => {
                write!(f, "{address} is taken by another program; give another port with --port")
            }
            Self::Listen(address, error) => write!(f, "{address}: {error}"),
            Self::Open(told) => f.write_str(told),
            Self::NoAccount => f.write_str(
                "others could reach the desk, and nobody has an account; make one first: sayso account add NAME --role admin",
            ),
            Self::Astray(host) => write!(
                f,
                "with this --public-url links in mails lead to {host}, and the desk does not answer under that name; add --host {host}"
            ),
        }
    }
}

impl std::error::Error for ServeError {}

impl From<Problem> for ServeError {
    fn from(problem: Problem) -> Self {
        Self::Open(problem.told().to_owned())
    }
}

/// Serves the desk until the program is told to stop; `ready` is given the address once it answers.
pub fn serve(options: &Options, intake: Box<dyn Intake>, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let post = Post::of(&options.mail)?;
    let beside = Beside::of(&options.ledger)?;
    if options.is_exposed() && !beside.has_accounts()? {
        return Err(ServeError::NoAccount);
    }
    let alone = if options.is_exposed() { None } else { Some(Visitor::alone(options.person.clone())?) };
    let desk = Desk::open(&options.ledger, alone, beside, Sites::new(&options.sites), post, intake)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| ServeError::Open(format!("the system gives no threads: {error}")))?;
    runtime.block_on(listen(options, Arc::new(desk), ready))
}

async fn listen(options: &Options, desk: Arc<Desk>, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let address = SocketAddr::new(options.listen, options.port);
    let listener = TcpListener::bind(address).await.map_err(|error| ServeError::Listen(address, error))?;
    let address = listener.local_addr().map_err(|error| ServeError::Listen(address, error))?;
    let hosts = Hosts::new(address, &options.hosts);
    if let Some(astray) = desk.post.as_ref().map(Post::host).filter(|host| !hosts.has(host)) {
        return Err(ServeError::Astray(astray.to_owned()));
    }
    let app = app(Arc::clone(&desk), Arc::new(hosts), Arc::new(options.proxies.clone()));
    tokio::spawn(live::watch(Arc::clone(&desk)));
    tokio::spawn(retention::keep(Arc::clone(&desk)));
    tokio::spawn(mail::work(desk));
    let is_named = !address.ip().is_loopback() && !address.ip().is_unspecified();
    let own = if is_named { address.to_string() } else { format!("localhost:{}", address.port()) };
    ready(&format!("http://{own}/"));
    let crowd = Crowd::new();
    let mut stop = std::pin::pin!(told_to_stop());
    loop {
        let Some(turn) = crowd.turn().await else { break };
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, from)) => {
                    let from = from.ip();
                    // One that gets no place is closed at once.
                    if let Some(place) = crowd.place(turn, from, options.proxies.contains(&from)) {
                        // Else the last part of a page waits for the browser to acknowledge the one before: 40 ms on Linux.
                        let _ = stream.set_nodelay(true);
                        tokio::spawn(answer(stream, app.clone().layer(Extension(from)), place));
                    }
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            },
            () = &mut stop => break,
        }
    }
    let _ = timeout(GRACE, crowd.empty()).await;
    Ok(())
}

/// The routes behind the gate.
pub fn app(desk: Arc<Desk>, hosts: Arc<Hosts>, proxies: Arc<Vec<IpAddr>>) -> Router {
    routes(&desk)
        .layer(from_fn_with_state(desk, recognise))
        .layer(from_fn_with_state(proxies, asking))
        .layer(RequestBodyTimeoutLayer::new(PATIENCE))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(hosts, guard))
        .layer(from_fn(harden))
}

/// Who asks: whoever opened the connection, or whom a proxy that is believed says it asks for.
async fn asking(State(proxies): State<Arc<Vec<IpAddr>>>, mut request: Request, next: Next) -> Response {
    let from = request.extensions().get::<IpAddr>().copied().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let said = request.headers().get("x-forwarded-for").and_then(|said| said.to_str().ok());
    // The nearest address that is no proxy of ours: everything before it is what a stranger wrote.
    let chain = said.filter(|_| proxies.contains(&from)).into_iter().flat_map(|said| said.rsplit(','));
    let beyond =
        chain.filter_map(|address| address.trim().parse::<IpAddr>().ok()).find(|address| !proxies.contains(address));
    request.extensions_mut().insert(beyond.unwrap_or(from));
    next.run(request).await
}

/// Answers the requests of one connection; one that breaks off costs nobody else anything.
async fn answer(stream: TcpStream, app: Router, place: Place) {
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEAD)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app))
        .await;
    drop((served, place));
}

/// Ctrl+C, or being told to end by the system.
async fn told_to_stop() {
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    let ended = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let ended = std::future::pending::<()>();
    tokio::select! { () = interrupted => {}, () = ended => {} }
}
