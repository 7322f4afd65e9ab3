//! The server: one listener on this machine, limits on what a connection may take.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::change_check;
use crate::connection::PATIENCE;
use crate::correction::Sites;
use crate::desk::Desk;
use crate::desk_store::DeskStore;
use crate::health::{self, Health};
use crate::intake::Intake;
use crate::listen::{Ending, listen};
use crate::mail::{self, MailSettings, Mailer};
use crate::middleware::{Hosts, Visitor, asking, guard, harden, recognise};
use crate::problem::Problem;
use crate::retention;
use crate::routes::routes;
use crate::stop::Stop;

/// How the desk is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServeOptions {
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
    /// How long requests that are being answered may go on once the program is told to stop.
    pub drain: Duration,
}

impl ServeOptions {
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
///
/// # Errors
///
/// Where the address cannot be listened on, or the ledger cannot be opened.
pub fn serve(options: &ServeOptions, intake: Box<dyn Intake>, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let post = Mailer::of(&options.mail)?;
    let store = DeskStore::of(&options.ledger)?;
    if options.is_exposed() && !store.has_accounts()? {
        return Err(ServeError::NoAccount);
    }
    let alone = if options.is_exposed() { None } else { Some(Visitor::alone(options.person.clone())?) };
    let desk = Desk::open(&options.ledger, alone, store, Sites::new(&options.sites), post, intake)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| ServeError::Open(format!("the system gives no threads: {error}")))?;
    let served = runtime.block_on(opened(options, Arc::new(desk), ready));
    // What still works after the time that it had is left: the ledger loses nothing when a program ends.
    runtime.shutdown_background();
    served
}

async fn opened(options: &ServeOptions, desk: Arc<Desk>, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let address = SocketAddr::new(options.listen, options.port);
    let unheard = |error| ServeError::Listen(address, error);
    let listener = TcpListener::bind(address).await.map_err(unheard)?;
    let address = listener.local_addr().map_err(unheard)?;
    let mut stop = Stop::new().map_err(unheard)?;
    let hosts = Hosts::new(address, &options.hosts);
    if let Some(astray) = desk.post.as_ref().map(Mailer::host).filter(|host| !hosts.has(host)) {
        return Err(ServeError::Astray(astray.to_owned()));
    }
    let health = Arc::new(Health::new());
    let app = app(Arc::clone(&desk), Arc::new(hosts), Arc::new(options.proxies.clone()), Arc::clone(&health));
    tokio::spawn(change_check::watch(Arc::clone(&desk), Arc::clone(&health)));
    tokio::spawn(retention::keep(Arc::clone(&desk)));
    tokio::spawn(mail::work(desk));
    ready(&format!("http://{}/", own_name(address)));
    listen(&listener, &app, &options.proxies, Ending { stop: &mut stop, health, patience: options.drain }).await;
    Ok(())
}

/// The name under which whoever started the desk opens it.
fn own_name(address: SocketAddr) -> String {
    let is_named = !address.ip().is_loopback() && !address.ip().is_unspecified();
    if is_named { address.to_string() } else { format!("localhost:{}", address.port()) }
}

/// The routes behind the gate; health stands before it.
fn app(desk: Arc<Desk>, hosts: Arc<Hosts>, proxies: Arc<Vec<IpAddr>>, known: Arc<Health>) -> Router {
    routes(&desk)
        .layer(from_fn_with_state(desk, recognise))
        .layer(from_fn_with_state(proxies, asking))
        .layer(RequestBodyTimeoutLayer::new(PATIENCE))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(hosts, guard))
        .merge(Router::new().route("/health", get(health::health)).with_state(known))
        .layer(from_fn(harden))
}
