//! What every request shares: the ledger's readers, one writer at a time, and what is known of the ledger as a whole.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use jiff::Timestamp;
use sayso::ledger::store::{Reader, StoreError};
use sayso::ledger::{Ledger, View};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::background_derivation::{Call, Derivation};
use crate::blocking::{PATIENCE, blocking};
use crate::briefs::Briefs;
use crate::correction::{Sites, Work, follow_removals, resolve_addresses};
use crate::desk_store::DeskStore;
use crate::intake::{Intake, IntakeItem, IntakeOutcome};
use crate::mail::Mailer;
use crate::middleware::{Visitor, new_token};
use crate::overview::{KeptReader, Overview};
use crate::problem::Problem;
use crate::rate_limit::{Household, RateLimit};
use crate::refusals::Refusals;
use crate::sign_in_limit::SignInLimit;
use crate::watch::{WatchState, standing};

/// Readers that are kept open between requests.
const KEPT: usize = 8;

/// Corrections that one household may send in a time.
const SENT: u32 = 30;
const SENT_IN: Duration = Duration::from_secs(60 * 60);

/// How long whoever changed something is kept waiting for its being derived.
const SOON: Duration = Duration::from_secs(1);

/// Between two looks whether a large story is derived.
const PAUSE: Duration = Duration::from_millis(100);

/// Signs of the desk's token that tell its start from others; anybody may see it.
const START: usize = 16;

/// What a handler gets.
pub type Shared = State<Arc<Desk>>;

/// What every request shares.
pub struct Desk {
    ledger: PathBuf,
    /// Whoever works here while nobody has an account; none where others could reach the desk.
    pub alone: Option<Visitor>,
    /// What the forms bring along that anybody may see: it tells a form of ours from one of another site, and lets nobody
    /// do anything.
    pub open_token: String,
    /// What is kept beside the ledger.
    pub store: DeskStore,
    /// The sites whose readers may send corrections, how often, and for what work.
    pub sites: Sites,
    /// How often.
    pub pace: RateLimit<Household>,
    /// For what work.
    pub work: Work,
    /// Signing in.
    pub door: SignInLimit,
    /// What was refused, for the log.
    refusals: Refusals,
    /// What sends mail to readers; none where no mail server was named.
    pub post: Option<Mailer>,
    /// Fetches, reads and records.
    pub intake: Box<dyn Intake>,
    /// The number of the last change, for pages that are open.
    pub changes: watch::Sender<i64>,
    readers: Mutex<Vec<Reader>>,
    overview: KeptReader,
    /// The briefs that were made last.
    pub briefs: Briefs,
    /// Derives what is changed.
    pub derivation: Derivation,
    writing: Arc<tokio::sync::Mutex<()>>,
}

impl Desk {
    /// A desk for a ledger that is there.
    pub fn open(
        ledger: &Path,
        alone: Option<Visitor>,
        store: DeskStore,
        sites: Sites,
        post: Option<Mailer>,
        intake: Box<dyn Intake>,
    ) -> Result<Self, Problem> {
        let reader = Reader::open(ledger, PATIENCE)?;
        follow_removals(&View::new(&reader), &store, Timestamp::now())?;
        resolve_addresses(&View::new(&reader), &store)?;
        Ok(Self {
            ledger: ledger.to_owned(),
            alone,
            open_token: new_token()?,
            store,
            sites,
            pace: RateLimit::new(SENT, SENT_IN),
            // Forms show their token: what signs must be another secret.
            work: Work::new(&new_token()?),
            door: SignInLimit::new()?,
            refusals: Refusals::default(),
            post,
            intake,
            changes: watch::Sender::new(0),
            readers: Mutex::default(),
            overview: KeptReader::new(reader),
            briefs: Briefs::default(),
            derivation: Derivation::begin(ledger),
            writing: Arc::default(),
        })
    }

    /// Writes down what somebody did; what was refused is counted instead, but the first of a kind. That it cannot be written
    /// down does not undo what they did; it is said where the program was started.
    pub async fn note(self: &Arc<Self>, who: String, what: String, outcome: &'static str, address: Option<IpAddr>) {
        if outcome == "refused" && !self.refusals.is_first(&who, &what, address) {
            return;
        }
        let address = address.map(|address| address.to_string());
        let noted =
            self.aside(move |store| store.note(Timestamp::now(), &who, &what, outcome, address.as_deref())).await;
        if let Err(problem) = noted {
            eprintln!("the log of what people did: {problem}");
        }
    }

    /// Writes down how often what was refused.
    pub fn write_refusals(&self) {
        for kind in self.refusals.sums() {
            if let Err(problem) = self.store.note(Timestamp::now(), &kind.who, &kind.what, "refused", None) {
                eprintln!("the log of what people did: {problem}");
            }
        }
    }

    /// The ledger's file.
    pub fn ledger(&self) -> &Path {
        &self.ledger
    }

    /// The ledger's file name.
    pub fn name(&self) -> String {
        self.ledger.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Looks something up, as it stands at one moment, on a thread that may wait.
    pub async fn look<T: Send + 'static>(
        self: &Arc<Self>,
        look: impl FnOnce(&View<'_>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(self);
        blocking(move || {
            let kept = desk.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut reader = kept.map_or_else(|| Reader::open(&desk.ledger, PATIENCE), Ok)?;
            let moment = reader.snapshot()?;
            let found = look(&View::new(&moment));
            drop(moment);
            let mut readers = desk.readers.lock().unwrap_or_else(PoisonError::into_inner);
            if readers.len() < KEPT {
                readers.push(reader);
            }
            found
        })
        .await
    }

    /// Asks or changes what is kept beside the ledger, on a thread that may wait.
    pub async fn aside<T: Send + 'static>(
        self: &Arc<Self>,
        ask: impl FnOnce(&DeskStore) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(self);
        blocking(move || ask(&desk.store)).await
    }

    /// Changes the ledger; one after another, whoever asks. What it changes is derived in the background: where that is soon, it is derived
    /// when this returns.
    pub async fn change<T: Send + 'static>(
        self: &Arc<Self>,
        change: impl FnOnce(&mut Ledger) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(self);
        // Who waits for a turn holds no thread.
        let turn = timeout(PATIENCE, Arc::clone(&self.writing).lock_owned()).await;
        let turn = turn.map_err(|_| StoreError::Busy(self.ledger.clone(), PATIENCE))?;
        let (changed, call) = blocking(move || {
            let _turn = turn;
            let mut ledger = Ledger::open(&desk.ledger, PATIENCE)?;
            let first = ledger.view().last_queued()?;
            let changed = change(&mut ledger);
            // Whoever asks may be gone by now; and what failed may have changed something.
            let last = ledger.view().last_queued()?;
            Ok((changed, desk.derivation.call(first, Some(last))))
        })
        .await?;
        self.derived(call).await;
        changed
    }

    /// Takes in what a person gives; it is derived like what is changed.
    pub async fn take(self: &Arc<Self>, given: Vec<IntakeItem>) -> Result<IntakeOutcome, Problem> {
        let first = self.look(|view| Ok(view.last_queued()?)).await?;
        let taker = Arc::clone(self);
        let taking = move || {
            let taken = taker.intake.take(given);
            Ok((taken, taker.derivation.call(first, None)))
        };
        let (taken, call) = blocking(taking).await?;
        self.derived(call).await;
        Ok(taken)
    }

    /// Waits until what is called for is derived, or until a second is over.
    async fn derived(self: &Arc<Self>, call: Call) {
        let _ = timeout(SOON, self.all_drawn(call)).await;
        self.overview.forget();
    }

    async fn all_drawn(self: &Arc<Self>, call: Call) {
        self.derivation.small_derived(call).await;
        while self.look(move |view| Ok(call.is_pending(view)?)).await.unwrap_or(false) {
            sleep(PAUSE).await;
        }
    }

    /// What a person watches, as it stands.
    pub async fn watched(self: &Arc<Self>, person: &str) -> Result<Vec<WatchState>, Problem> {
        let person = person.to_owned();
        let watches = self.aside(move |store| store.watches(&person)).await?;
        if watches.is_empty() {
            return Ok(Vec::new());
        }
        self.look(move |view| standing(view, watches)).await
    }

    /// The ledger as a whole.
    pub async fn overview(self: &Arc<Self>) -> Result<Arc<Overview>, Problem> {
        if let Some(known) = self.overview.fresh() {
            return Ok(known);
        }
        let desk = Arc::clone(self);
        blocking(move || {
            let overview = desk.overview.look()?;
            let change = overview.change;
            desk.changes.send_if_modified(|known| std::mem::replace(known, change) != change);
            Ok(overview)
        })
        .await
    }

    /// What a change is known by; after the desk was started anew every page is from before.
    pub fn change_tag(&self, change: i64) -> String {
        format!("{}-{change}", &self.open_token[..START])
    }
}
